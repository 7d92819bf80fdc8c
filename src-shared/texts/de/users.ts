import type { users as english } from '../en/users';

export const users: Record<keyof typeof english, string> = {
  'users.title': 'Benutzer',
  'users.tab.people': 'Personen',
  'users.tab.pick': 'Wer die E-Mail bekommt',
  'users.tab.duplicates': 'Doppelte Adressen',
  'users.tab.test': 'Testbenutzer',

  'users.people.search': 'Personen suchen',
  'users.people.placeholder': 'uid, mail, Name oder inum',
  'users.people.start': 'Suchen',
  'users.people.anywhere': 'Auch innerhalb von Wörtern suchen (auf großen Servern langsam)',
  'users.people.searching': 'Suche läuft…',
  'users.people.found': '{n, plural, one {# Person.} other {# Personen.}}',
  'users.people.foundFor': '{n, plural, one {# Person zu „{text}“.} other {# Personen zu „{text}“.}}',
  'users.people.exactFor':
    '{n, plural, one {# genaue Übereinstimmung mit „{text}“.} other {# genaue Übereinstimmungen mit „{text}“.}}',
  'users.people.lookingFurther': 'Weitere werden gesucht…',
  'users.people.onlyExact': 'Weitere wurden nicht gesucht.',
  'users.people.moreExist': 'Es gibt weitere.',
  'users.people.list': 'Gefundene Personen',
  'users.people.mails':
    '{n, plural, =0 {{uid}, {mails}} one {{uid}, {mails} und # weitere} other {{uid}, {mails} und # weitere}}',
  'users.people.noMail': '{uid}, keine E-Mail-Adresse',
  'users.people.noStatus': 'kein Status',
  'users.people.showMore': 'Weitere anzeigen',

  'users.person': 'Person',
  'users.person.choose': 'Wählen Sie eine Person, um ihre Adressen zu sehen.',
  'users.person.reading': 'Wird gelesen…',
  'users.person.name': 'Name',
  'users.person.mail': 'E-Mail',
  'users.person.noMail': 'keine: eine Reset-Mail kann diese Person nicht erreichen',
  'users.person.moreMails': 'und {n, number} weitere',
  'users.person.status': 'Status',
  'users.person.none': 'nicht vorhanden',
  'users.person.question': 'Frage',
  'users.person.question.set': 'gesetzt: die Reset-Seite fragt nach der Antwort',
  'users.person.question.questionOnly': 'keine Antwort gespeichert: die Reset-Seite stellt sie nicht',
  'users.person.groups': 'Gruppen',
  'users.person.someGroups': '{n, plural, =0 {{groups}} one {{groups} und # weitere} other {{groups} und # weitere}}',
  'users.person.created': 'Erstellt',
  'users.person.changed': 'Geändert',

  'users.pick.address': 'E-Mail-Adresse',
  'users.pick.note': 'Geben Sie sie so ein, wie ein Benutzer sie auf der Reset-Seite eingeben würde.',
  'users.pick.find': 'Suchen',
  'users.pick.nobody': 'Niemand hat diese E-Mail-Adresse.',
  'users.pick.unknown.tells':
    'Gluu sendet an diese Adresse eine E-Mail mit dem Hinweis, dass die Adresse nicht in seiner Datenbank steht.',
  'users.pick.unknown.silent':
    'Gluu sendet nichts, meldet aber auf seiner Seite trotzdem, eine E-Mail sei gesendet worden.',
  'users.pick.unknown.either':
    'Bis 3.1.3 sendet Gluu eine E-Mail mit dem Hinweis, dass die Adresse nicht in seiner Datenbank steht. Ab 3.1.3.1 sendet es nichts, meldet aber auf seiner Seite trotzdem, eine E-Mail sei gesendet worden.',
  'users.pick.only': 'Gluu wählt {who}, die einzige Person mit dieser Adresse.',
  'users.pick.first':
    '{n, number} Personen haben diese Adresse. Gluu sortiert sie nach dem Anzeigenamen und wählt die erste: {who}.',
  'users.pick.others':
    '{n, plural, one {# andere Person kann mit dieser Adresse kein Passwort zurücksetzen.} other {# andere Personen können mit dieser Adresse kein Passwort zurücksetzen.}}',
  'users.pick.sameName':
    '{more, plural, =0 {{n, number} Personen mit dieser Adresse haben denselben Anzeigenamen, der an erster Stelle steht: {names}.} one {{n, number} Personen mit dieser Adresse haben denselben Anzeigenamen, der an erster Stelle steht: {names} und # weitere.} other {{n, number} Personen mit dieser Adresse haben denselben Anzeigenamen, der an erster Stelle steht: {names} und # weitere.}}',
  'users.pick.noName':
    '{more, plural, =0 {{n, number} Personen mit dieser Adresse haben keinen Anzeigenamen und stehen deshalb an erster Stelle: {names}.} one {{n, number} Personen mit dieser Adresse haben keinen Anzeigenamen und stehen deshalb an erster Stelle: {names} und # weitere.} other {{n, number} Personen mit dieser Adresse haben keinen Anzeigenamen und stehen deshalb an erster Stelle: {names} und # weitere.}}',
  'users.pick.tiedSure':
    'Bei gleichen Namen wählt Gluu die Person, die seine Hash-Tabelle zufällig zuerst liefert: {who}, {inum}.',
  'users.pick.tiedOpen': 'Gluu wählt eine davon. Welche, verrät LDAP nicht.',
  'users.pick.inactive': 'Der Status von {who} ist „{status}“. Gluu beachtet ihn nicht und sendet die E-Mail.',
  'users.pick.noStatus': '{who} hat keinen Status. Gluu beachtet das nicht und sendet die E-Mail.',
  'users.pick.severalInactive':
    '{n, number} davon sind nicht aktiv. Gluu beachtet den Status nicht und sendet die E-Mail.',
  'users.pick.more':
    'Mehr Personen haben diese Adresse, als hier aufgeführt sind; eine andere kann also an erster Stelle stehen.',

  'users.hits.name': 'Name',
  'users.hits.status': 'Status',
  'users.hits.mail': 'Reset-Mail',
  'users.hits.gets': 'bekommt die E-Mail',
  'users.hits.mayGet': 'bekommt sie möglicherweise',
  'users.hits.never': 'bekommt sie nicht',

  'users.duplicates.readAll': 'Alle Personen lesen',
  'users.duplicates.saveCsv': 'Als CSV speichern',
  'users.duplicates.read': '{n, plural, one {# Person gelesen.} other {# Personen gelesen.}}',
  'users.duplicates.allHaveMail': 'Alle haben eine E-Mail-Adresse.',
  'users.duplicates.withoutMail':
    '{n, plural, one {# davon hat keine E-Mail-Adresse und kann kein Passwort zurücksetzen.} other {# davon haben keine E-Mail-Adresse und können kein Passwort zurücksetzen.}}',
  'users.duplicates.none': 'Keine Adresse gehört mehreren Personen.',
  'users.duplicates.shared':
    '{n, plural, one {# Adresse gehört mehreren Personen.} other {# Adressen gehören mehreren Personen.}}',
  'users.duplicates.without': 'Personen ohne E-Mail-Adresse',
  'users.duplicates.withoutCount':
    '{n, plural, one {Ohne E-Mail-Adresse: # Person} other {Ohne E-Mail-Adresse: # Personen}}',
  'users.duplicates.noName': '{uid}, kein Anzeigename',
  'users.duplicates.firstListed': 'Aufgeführt sind nur die ersten {n, number}.',
  'users.duplicates.address': '{n, plural, one {{mail}: # Person} other {{mail}: # Personen}}',
  'users.duplicates.more':
    '{n, plural, one {# weitere Adresse ist nicht aufgeführt.} other {# weitere Adressen sind nicht aufgeführt.}}',
  'users.duplicates.limit': '{n, plural, one {# Person} other {# Personen}}',

  'users.test.givenName': 'Vorname',
  'users.test.sn': 'Nachname',
  'users.test.mail': 'E-Mail-Adresse',
  'users.test.mail.note': 'Dort soll die Reset-Mail ankommen.',
  'users.test.password': 'Passwort',
  'users.test.password.note':
    'Leer lassen, um eines zu erzeugen. Es dient zum Prüfen der Anmeldung und wird nie angezeigt.',
  'users.test.create': 'Testbenutzer erstellen',
  'users.test.creating': 'Wird erstellt…',
  'users.test.typeFirst': 'Geben Sie oben „{server}“ ein.',
  'users.test.ended': 'Ergebnis',
  'users.test.created': 'Der Testbenutzer wurde erstellt und zurückgelesen.',
  'users.test.removed': 'Der Testbenutzer und seine Reset-Anforderungen wurden entfernt.',
  'users.test.unknown':
    'Noch ist nicht bekannt, ob dies geschrieben wurde. Es wird beim nächsten Lesen der Testbenutzer erneut geprüft.',
  'users.test.on': 'Testbenutzer auf {server}',
  'users.test.none': 'Keine Testbenutzer dieser Konsole.',
  'users.test.more': 'Es gibt weitere. Aufgeführt sind nur die ersten {n, number}.',
  'users.test.checkLogin': 'Anmeldung prüfen',
  'users.test.loggedIn': 'Angemeldet als {who}.',
  'users.test.removeNow': '{uid} jetzt entfernen',
  'users.problem.notTestUser': 'Diese Person ist kein Testbenutzer dieser Konsole.',

  'users.task.search': 'Personen suchen',
  'users.task.search.failed': 'Die Personensuche ist fehlgeschlagen.',
  'users.task.person': 'Person lesen',
  'users.task.person.done': 'Die Person wurde gelesen.',
  'users.task.person.failed': 'Die Person konnte nicht gelesen werden.',
  'users.task.pick': 'Empfänger der E-Mail suchen',
  'users.task.pick.done': '{n, plural, one {# Person mit dieser Adresse.} other {# Personen mit dieser Adresse.}}',
  'users.task.pick.failed': 'Die Suche nach der Adresse ist fehlgeschlagen.',
  'users.task.duplicates': 'Doppelte Adressen suchen',
  'users.task.duplicates.failed': 'Die Personen konnten nicht gelesen werden.',
  'users.task.leftovers': 'Testbenutzer suchen',
  'users.task.leftovers.done': 'Die Testbenutzer wurden gelesen.',
  'users.task.leftovers.failed': 'Die Testbenutzer konnten nicht gelesen werden.',
  'users.task.create': 'Testbenutzer erstellen',
  'users.task.create.done': 'Ein Testbenutzer wurde erstellt.',
  'users.task.create.failed': 'Es wurde kein Testbenutzer erstellt.',
  'users.task.login': 'Als Testbenutzer anmelden',
  'users.task.login.done': 'Die Anmeldung wurde versucht.',
  'users.task.login.failed': 'Die Anmeldung konnte nicht versucht werden.',
  'users.task.remove': 'Testbenutzer entfernen',
  'users.task.remove.done': 'Ein Testbenutzer wurde entfernt.',
  'users.task.remove.failed': 'Der Testbenutzer wurde nicht entfernt.',

  'users.note.read': '{n, plural, one {# Person gelesen} other {# Personen gelesen}}',
};
