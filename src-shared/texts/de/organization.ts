import type { organization as english } from '../en/organization';

export const organization: Record<keyof typeof english, string> = {
  'organization.undo': 'Rückgängig',
  'organization.field.about': 'Über {field}',
  'organization.field.initial': 'Neuinstallation',
  'organization.field.reader': 'Gelesen von',
  'organization.field.key': '{attribute}, Schlüssel {key}',
  'organization.field.notInLdap': 'nicht im LDAP',
  'organization.field.notStored': '(nicht gespeichert)',
  'organization.error.number': 'Geben Sie eine ganze Zahl ein, zum Beispiel 587.',
  'organization.error.password': 'Geben Sie das neue Passwort ein, oder wählen Sie „Behalten“.',
  'organization.error.salt':
    'Ein Passwort, das mit dem hier gespeicherten Salt verschlüsselt ist, könnte Gluu nicht entschlüsseln. Korrigieren Sie zuerst den Salt.',
  'organization.secret.decrypts': 'Es lässt sich mit dem Salt dieses Servers entschlüsseln.',
  'organization.secret.decryptsNonAscii':
    'Es lässt sich entschlüsseln und enthält Zeichen außerhalb von ASCII. Gluus eigene Seite zeigt sie verstümmelt und würde sie so speichern; 4.2.3 sendet sie in ISO 8859-1. Sicherer ist ein Passwort nur aus ASCII-Zeichen.',
  'organization.secret.decryptsGarbled':
    'Entschlüsselt enthält es die verstümmelten Zeichen, die Gluus eigene Seite anstelle von Zeichen außerhalb von ASCII gespeichert hat. Alle Versionen außer 4.2.3 senden das falsche Passwort. Geben Sie das Passwort neu ein.',
  'organization.secret.decryptsDamaged':
    'Entschlüsselt ist es beschädigter Text: Seine Bytes sind kein UTF-8. Gluu bis 4.2.2 sendet sie, wie sie sind; spätere Versionen ersetzen sie durch U+FFFD. Geben Sie das Passwort neu ein.',
  'organization.secret.layered':
    'Entschlüsselt ergibt es einen Text, der sich noch einmal entschlüsseln lässt: Jedes „Update“ auf der Seite von oxTrust in Gluu 3.1.0 oder 3.1.1 hat es ein weiteres Mal verschlüsselt. Geben Sie das Passwort neu ein.',
  'organization.secret.usedAsStored':
    'Es lässt sich nicht entschlüsseln, und diese Version von Gluu meldet sich dann mit dem gespeicherten Text selbst an. Wenn das nicht das Passwort ist, geben Sie es neu ein.',
  'organization.secret.doesNotDecrypt': 'Es wurde mit einem anderen Salt verschlüsselt oder ist beschädigt.',
  'organization.secret.decryptsUnproved':
    'Es lässt sich mit dem hier gespeicherten Salt entschlüsseln. Ob Gluu es entschlüsseln kann, ist nicht bekannt.',
  'organization.secret.doesNotDecryptUnproved':
    'Es lässt sich mit dem hier gespeicherten Salt nicht entschlüsseln: Passwort oder Salt gehört nicht zu diesem Server. Prüfen Sie den Salt, bevor Sie das Passwort ersetzen.',
  'organization.secret.noSalt': 'Ohne den Salt lässt es sich weder prüfen noch ersetzen; es bleibt, wie es ist.',
  'organization.secret.wrongSalt':
    'Ob Gluu es entschlüsseln kann, ist nicht bekannt. Korrigieren Sie den Salt; ersetzen Sie nicht das Passwort.',
  'organization.secret.paste': 'Salt einfügen',
  'organization.secret.correct': 'Salt korrigieren',
  'organization.secret.check': 'Salt prüfen',
  'organization.broken.label': 'Gespeichertes ist nicht lesbar',
  'organization.broken.title': 'Das JSON in {attribute} ist nicht lesbar.',
  'organization.broken.gluu':
    'Auch Gluu kann es nicht lesen: Sein ganzer Konfigurationseintrag lässt sich nicht laden. „Update“ ist für diese Felder nicht möglich.',
  'organization.broken.todo': 'Reparieren Sie das Attribut mit einem LDAP-Editor und laden Sie dann neu.',
  'organization.broken.raw': 'Wie gespeichert',
  'organization.unsaved': '{n, plural, one {# nicht gespeicherte Änderung} other {# nicht gespeicherte Änderungen}}',
  'organization.discarded': '{n, plural, one {# verworfene Änderung} other {# verworfene Änderungen}}',
  'organization.errors': '{n, plural, one {# Feld ist fehlerhaft.} other {# Felder sind fehlerhaft.}}',
  'organization.planning': 'Änderungen werden zusammengestellt',
  'organization.changed.label': 'Von jemand anderem geändert',
  'organization.changed.sinceSaved': 'Auf dem Server geändert, seit Sie gespeichert haben.',
  'organization.changed.sinceRead': 'Auf dem Server geändert, seit Sie gelesen haben.',
  'organization.changed.by': '{fields}, durch <code>{by}</code>',
  'organization.task.reading': 'Lesen',
  'organization.task.read': 'Die Einstellungen wurden gelesen.',
  'organization.task.notRead': 'Die Einstellungen konnten nicht gelesen werden.',
  'organization.task.updating': 'Update',
  'organization.task.saved': 'Gespeichert und überprüft.',
  'organization.task.notSaved': 'Nicht gespeichert.',
  'organization.task.conflict': 'Nicht gespeichert: von jemand anderem geändert.',
  'organization.task.unknown': 'Noch nicht bekannt, ob gespeichert wurde. Es wird überprüft.',
  'organization.task.nothing': 'Es wurde nichts geschrieben.',
  'organization.column.setting': 'Einstellung',
  'organization.review.title': '{n, plural, one {# Änderung durchsehen} other {# Änderungen durchsehen}}',
  'organization.review.writing': 'Auf {server} wird geschrieben',
  'organization.review.refused': 'Es wurde nichts geschrieben',
  'organization.review.again': 'Erneut durchsehen',
  'organization.review.typeName': 'Geben Sie oben „{server}“ ein.',
  'organization.review.only': 'Nur diese Werte ändern sich. Alles andere bleibt Byte für Byte gleich.',
  'organization.review.now': 'Jetzt auf dem Server',
  'organization.review.afterUpdate': 'Nach „Update“',
  'organization.review.afterRollback': 'Nach dem Rollback',
  'organization.review.guard.assertion':
    'Abgesichertes Schreiben: eine Modify-Anfrage je Eintrag, die nur gelingt, wenn die gespeicherten Werte noch die von Ihnen geladenen sind. Danach liest die Konsole die Werte zurück.',
  'organization.review.guard.weaker':
    'Schwächere Absicherung: Dieser Server bietet kein Assertion Control, deshalb entfernt die Konsole genau die alten Werte und fügt die neuen hinzu. Danach liest sie die Werte zurück.',
  'organization.review.verifying': 'Es wird überprüft, ob gespeichert wurde (bis zu 30 s).',
  'organization.review.noCancel': 'Das Schreiben lässt sich nicht abbrechen.',
  'organization.conflict.title': 'Von jemand anderem geändert, seit Sie geladen haben',
  'organization.conflict.text': 'Es wurde nichts geschrieben. Wählen Sie, welche Werte gelten sollen.',
  'organization.conflict.mine': 'Mein Wert',
  'organization.conflict.theirs': 'Anderer Wert, jetzt auf dem Server',
  'organization.conflict.loaded': 'Wie von mir geladen',
  'organization.conflict.pick.mine': '{field}: mein Wert',
  'organization.conflict.pick.theirs': '{field}: anderer Wert',
  'organization.conflict.later': 'Später entscheiden',
  'organization.conflict.continue': 'Mit diesen fortfahren',
  'organization.conflict.open': '{n, plural, one {# nicht entschieden.} other {# nicht entschieden.}}',
  'organization.ending.label': 'Ergebnis von „Update“',
  'organization.ending.saved': 'Gespeichert und überprüft.',
  'organization.ending.lost': 'Gespeichert, aber nicht mehr vorhanden.',
  'organization.ending.weaker':
    'Dieser Server bietet kein Assertion Control, deshalb galt gegenüber anderen Schreibern nur die schwächere Absicherung.',
  'organization.ending.notSaved': 'Nicht gespeichert.',
  'organization.ending.partly': 'Vor dem Fehler geschrieben: {fields}.',
  'organization.ending.unknown': 'Noch nicht bekannt, ob gespeichert wurde. Es wird überprüft.',
  'organization.ending.unknownWhy':
    'Die Verbindung brach ab, während der Server schrieb, oder der Server war danach nicht lesbar. Die Konsole liest ihn so lange, bis es bekannt ist; nichts wird zweimal geschrieben.',
  'organization.ending.verify': 'Jetzt überprüfen',
  'organization.holding.waiting':
    'Gluu überschreibt dies möglicherweise innerhalb einer Minute; danach wird es erneut geprüft.',
  'organization.holding.held': 'Nach dem Refresh durch Gluu noch vorhanden.',
  'organization.holding.lost':
    'Nach dem Refresh durch Gluu hat der Server andere Werte. Prüfen Sie sie und ändern Sie sie erneut.',
  'organization.holding.unknown':
    'Nach dem Refresh durch Gluu war der Server nicht lesbar. Laden Sie neu, um zu sehen, ob die Änderung noch da ist.',
  'organization.notWritable.readOnly': 'Dieser Server ist in dieser Konsole schreibgeschützt.',
  'organization.notWritable.reader': 'Dieses Konto darf die Konfiguration lesen, aber nicht schreiben.',
  'organization.fixed': 'Dieses Konto darf den Eintrag „{entry}“ lesen, aber nicht schreiben.',
  'organization.note.mayWrite': 'darf die Konfiguration ändern',
  'organization.note.asLoaded': 'wie geladen',
  'organization.note.kept': 'von jemand anderem geändert und beibehalten: {fields}',
  'organization.note.written.assertion':
    '{n, plural, one {# Modify-Anfrage, vom Server abgesichert} other {# Modify-Anfragen, vom Server abgesichert}}',
  'organization.note.written.weaker':
    '{n, plural, one {# Modify-Anfrage, schwächer abgesichert} other {# Modify-Anfragen, schwächer abgesichert}}',
  'organization.note.equal': 'wie geschrieben',
  'organization.note.verifyOpen': 'nicht erreicht; läuft im Hintergrund weiter',
  'organization.conflict.whole': 'das ganze Attribut wurde geändert oder ist nicht lesbar',
  'plan.notFromHere': 'Das lässt sich von hier nicht ändern.',
  'plan.severalValues':
    '{n, plural, one {In {attribute} ist # Wert gespeichert, wo genau einer stehen sollte. Entfernen Sie mit einem LDAP-Editor alle bis auf einen und laden Sie dann neu.} other {In {attribute} sind # Werte gespeichert, wo genau einer stehen sollte. Entfernen Sie mit einem LDAP-Editor alle bis auf einen und laden Sie dann neu.}}',
  'plan.notEncrypted': 'Das neue Passwort wurde nicht verschlüsselt.',
  'plan.notWritten': '„{field}“ wurde nicht geschrieben.',
  'plan.encrypted.proved':
    'Mit dem Salt dieses Servers verschlüsselt. Nach dem Schreiben wird es zur Kontrolle zurückgelesen und entschlüsselt.',
  'plan.encrypted.unproved': 'Mit dem hier gespeicherten Salt verschlüsselt.',
  'plan.saltUnproved':
    'Es lässt sich nicht nachweisen, dass der hier gespeicherte Salt zu diesem Server gehört. Wenn nicht, kann Gluu Folgendes nach dem Schreiben nicht entschlüsseln: {fields}. {why} Vergleichen Sie den Salt mit /etc/gluu/conf/salt auf diesem Server.',
  'plan.previous.unknown':
    '{field}: Ob Gluu den bisherigen Wert entschlüsseln kann, ist nicht bekannt, weil der Salt dieses Servers hier nicht bekannt ist.',
  'plan.previous.otherSalt':
    '{field}: Der bisherige Wert lässt sich mit dem Salt dieses Servers nicht entschlüsseln; er wurde mit einem anderen verschlüsselt.',
  'plan.previous.oneIsWrong':
    '{field}: Der bisherige Wert lässt sich mit dem hier gespeicherten Salt nicht entschlüsseln; einer der beiden gehört nicht zu diesem Server.',
  'plan.removed': '{attribute} wird ganz entfernt: Es war vorher nicht vorhanden.',
  'plan.copied': 'Auch in der Kopie in oxSmtpConfiguration, wie oxTrust sie führt.',
  'plan.neverNull': 'Ohne diesen Text sendet der Server keine einzige Mail; er wird deshalb als leerer Text gesetzt.',
  'organization.saved.confirmed': 'Durch erneutes Lesen des Servers bestätigt.',
  'organization.saved.notShown': 'Für die Anzeige hier konnte es nicht erneut gelesen werden.',
  'organization.saved.doesNotDecrypt':
    '{field}: Der gespeicherte Wert lässt sich mit dem Salt dieses Servers nicht entschlüsseln.',
  'organization.saved.doesNotDecryptUnproved':
    '{field}: Der gespeicherte Wert lässt sich mit dem hier gespeicherten Salt nicht entschlüsseln, und ob dieser zu diesem Server gehört, lässt sich nicht nachweisen.',
  'organization.saved.decryptsUnproved':
    '{field}: Ob Gluu den gespeicherten Wert entschlüsseln kann, ist nicht bekannt, weil sich nicht nachweisen lässt, dass der hier gespeicherte Salt zu diesem Server gehört.',
};
