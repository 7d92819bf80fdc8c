import type { reset as english } from '../en/reset';

export const reset: Record<keyof typeof english, string> = {
  'duration.hours': '{n, plural, one {# Stunde} other {# Stunden}}',
  'duration.minutes': '{n, plural, one {# Minute} other {# Minuten}}',
  'duration.seconds': '{n, plural, one {# Sekunde} other {# Sekunden}}',

  'reset.tabs': 'Passwort-Reset',
  'reset.tab.test': 'Passwort-Reset testen',
  'reset.tab.pending': 'Offene Anforderungen',
  'reset.tab.runs': 'Frühere Tests',
  'reset.typeName': 'Geben Sie oben „{server}“ ein.',

  'reset.preflight': 'Bevor Sie beginnen',
  'reset.person.title': 'Wer bekommt die E-Mail?',
  'reset.person.label': 'Person',
  'reset.person.placeholder': 'Name, uid oder E-Mail-Adresse',
  'reset.person.missing': 'Geben Sie einen Namen, eine uid oder eine E-Mail-Adresse ein.',
  'reset.person.note': 'Eine E-Mail-Adresse wird so gesucht, wie ein Benutzer sie auf der Reset-Seite eingibt.',
  'reset.person.find': 'Suchen',
  'reset.person.nobody': 'Niemand gefunden.',
  'reset.person.found': 'Gefundene Personen',
  'reset.person.noAddress': '{uid}, keine E-Mail-Adresse',
  'reset.person.more': 'Es gibt weitere Treffer. Geben Sie mehr vom Namen ein.',
  'reset.person.instead': 'Stattdessen mit {uid} testen',

  'reset.preview.title': 'Die E-Mail',
  'reset.preview.ofRehearsal': '<b>Probelauf.</b> Gesendet von Gluu Console, nicht von Gluu. Der Link öffnet nichts.',
  'reset.preview.ofRequest':
    '<b>Echte Anforderung.</b> Die gesendete E-Mail enthält einen funktionierenden Link, den diese Konsole nie anzeigt. Der Link in dieser Vorschau öffnet nichts.',
  'reset.preview.from': 'Von',
  'reset.preview.through': 'Über',
  'reset.preview.subject': 'Betreff',
  'reset.preview.part': 'Teil der E-Mail',
  'reset.preview.html': 'HTML-Teil',
  'reset.preview.plain': 'Textteil',
  'reset.preview.frame': 'HTML-Teil der E-Mail',
  'reset.preview.link': 'In einer echten E-Mail würde der Link {link} lauten und {duration} gültig sein.',

  'reset.rehearsal.title': 'Probelauf',
  'reset.rehearsal.note':
    'Sendet diese E-Mail von diesem Arbeitsplatz über {relay}, mit TEST gekennzeichnet und mit einem Link, der nichts öffnet. Es wird nichts geschrieben.',
  'reset.rehearsal.to': 'An',
  'reset.rehearsal.noAddress': 'Geben Sie die Zieladresse ein.',
  'reset.rehearsal.unencrypted':
    '{where, select, demo {Das Passwort von {user} wird unverschlüsselt gesendet.} other {Das Passwort von {user} wird unverschlüsselt gesendet; vor dem ersten Mal fragt Ihr System nach.}}',
  'reset.rehearsal.send': 'Probelauf senden',

  'reset.request.title': 'Echte Anforderung',
  'reset.request.note':
    'Schreibt wie Gluu einen Anforderungseintrag und sendet die E-Mail mit einem Link, der {duration} gültig ist. Sie können die Anforderung zurückziehen.',
  'reset.request.supersedes':
    '{n, plural, one {# frühere Anforderung dieser Person wird ungültig.} other {# frühere Anforderungen dieser Person werden ungültig.}}',
  'reset.request.start': 'Echte Anforderung starten',
  'reset.request.running': 'Wird geschrieben und gesendet',
  'reset.request.withdraw': 'Zurückziehen',
  'reset.request.confirm': 'Reset für {person} anfordern',
  'reset.request.effect':
    'Schreibt einen Eintrag unter ou=resetPasswordRequests und sendet die E-Mail an {to}. Wer die E-Mail liest, kann das Passwort setzen.',
  'reset.request.on': 'Auf {server} anfordern',

  'reset.run.title': 'Dieser Lauf',
  'reset.run.rehearsal': 'Was im Probelauf geschah',
  'reset.run.request': 'Was bei der echten Anforderung geschah',
  'reset.run.timeline.rehearsal': 'Ablauf des Probelaufs {token}',
  'reset.run.timeline.request': 'Ablauf der echten Anforderung {token}',
  'reset.arrival.title': 'Ist sie angekommen?',
  'reset.arrival.look': 'Suchen Sie in {address} nach {token}, auch im Spam-Ordner. Angenommen heißt nicht zugestellt.',
  'reset.arrival.inbox': 'Angekommen',
  'reset.arrival.spam': 'Im Spam',
  'reset.arrival.notYet': 'Noch nicht da',
  'reset.arrival.demoInbox': 'Demo-Posteingang öffnen',
  'reset.arrival.lookIn': 'In {user} nachsehen',
  'reset.arrival.changeMailbox': 'Postfach ändern',
  'reset.arrival.setUpMailbox': 'Postfach einrichten (IMAP)',
  'reset.arrival.looking': 'Im Postfach nachsehen',
  'reset.arrival.found': 'Gefunden in {folder} nach {duration}.',
  'reset.arrival.notFound': 'Nach {duration} nicht da.',
  'reset.arrival.headers': 'Was in den Headern steht',
  'reset.arrival.servers': '{n, plural, one {Die E-Mail lief über # Server.} other {Die E-Mail lief über # Server.}}',

  'reset.pending.removeExpired': '{n, plural, one {# abgelaufene entfernen} other {# abgelaufene entfernen}}',
  'reset.pending.removed': '{n, plural, one {# Anforderung wurde entfernt.} other {# Anforderungen wurden entfernt.}}',
  'reset.pending.alreadyGone': '{n, plural, one {# war nicht mehr vorhanden.} other {# waren nicht mehr vorhanden.}}',
  'reset.pending.kept':
    '{n, plural, one {# hatte sich inzwischen geändert und wurde nicht entfernt.} other {# hatten sich inzwischen geändert und wurden nicht entfernt.}}',
  'reset.pending.left':
    '{n, plural, one {# abgelaufene Anforderung ist noch übrig. Entfernen Sie sie ebenfalls.} other {# abgelaufene Anforderungen sind noch übrig. Entfernen Sie sie ebenfalls.}}',
  'reset.pending.lifetime': 'Reset-Links sind in dieser Version {duration} gültig.',
  'reset.pending.none': 'Es gibt keine offenen Anforderungen.',
  'reset.pending.column.person': 'Person',
  'reset.pending.column.requested': 'Angefordert',
  'reset.pending.column.ends': 'Läuft ab',
  'reset.pending.column.link': 'Link',
  'reset.pending.column.action': 'Aktion',
  'reset.pending.notKnown': 'nicht bekannt',
  'reset.pending.state.live': 'gültig',
  'reset.pending.state.superseded': 'durch neueren ersetzt',
  'reset.pending.state.expired': 'abgelaufen',
  'reset.pending.state.undated': 'Datum nicht lesbar',
  'reset.pending.createdHere': '{state}, hier erstellt',

  'reset.runs.reading': 'Frühere Tests werden gelesen',
  'reset.runs.none': 'Der Passwort-Reset von {server} wurde noch nicht getestet.',
  'reset.runs.about': '{person}, an {to}, über {relay}, {token}',
  'reset.runs.withdraw': 'Zurückziehen',

  'reset.task.preview': 'Reset-Mail erstellen',
  'reset.task.rehearse': 'Probelauf senden',
  'reset.task.request': 'Reset anfordern',
  'reset.task.withdraw': 'Anforderung zurückziehen',
  'reset.task.wait': 'Auf die E-Mail warten',
  'reset.task.pending': 'Offene Anforderungen lesen',
  'reset.task.purge': 'Anforderungen entfernen',
  'reset.task.search': 'Personen suchen',
  'reset.end.preview': 'Die E-Mail wurde erstellt.',
  'reset.end.noPreview': 'Es wurde keine E-Mail erstellt.',
  'reset.end.accepted': 'Der Probelauf wurde angenommen.',
  'reset.end.maybeSent': 'Der Probelauf wurde möglicherweise gesendet.',
  'reset.end.notSent': 'Der Probelauf wurde nicht gesendet.',
  'reset.end.written': 'Die Anforderung wurde geschrieben.',
  'reset.end.notWritten': 'Es wurde keine Anforderung geschrieben.',
  'reset.end.writeUnknown': 'Es ist nicht bekannt, ob die Anforderung geschrieben wurde.',
  'reset.end.withdrawn': 'Die Anforderung wurde zurückgezogen.',
  'reset.end.gone': 'Die Anforderung war nicht mehr vorhanden.',
  'reset.end.notWithdrawn': 'Die Anforderung wurde nicht zurückgezogen.',
  'reset.end.unknown': 'Es ist nicht bekannt, ob die Anforderung zurückgezogen wurde.',
  'reset.end.arrived': 'Die E-Mail ist angekommen.',
  'reset.end.noMail': 'Noch keine E-Mail.',
  'reset.end.pending': '{n, plural, one {# Anforderung gefunden.} other {# Anforderungen gefunden.}}',
  'reset.end.noPending': 'Die Anforderungen konnten nicht gelesen werden.',
  'reset.end.purged': '{n, plural, one {# Anforderung entfernt.} other {# Anforderungen entfernt.}}',
  'reset.end.notPurged': 'Es wurde nichts entfernt.',
  'reset.end.found': '{n, plural, one {# Person gefunden.} other {# Personen gefunden.}}',
  'reset.end.notSearched': 'Die Personensuche ist fehlgeschlagen.',

  'reset.doubt.deadLinks':
    'Gluu 3.0.0 und 3.0.1 können keine Anforderung speichern: Ihre eigene Seite versendet tote Links. Aus LDAP geht nicht hervor, ob dieser Server eine dieser Versionen oder 3.0.2 verwendet.',
  'reset.doubt.linkForm':
    'Bis 3.1.7 endet der Link auf /resetPassword/…, ab 3.1.7.sp1 auf /resetPassword.htm?guid=…. Aus LDAP geht nicht hervor, welchen dieser Server sendet.',
  'reset.doubt.versions':
    'LDAP lässt offen, welche Version dieser Server ist ({own}). Die E-Mail, ihr Link und dessen Gültigkeit unterscheiden sich zwischen ihnen; gezeigt wird Gluu {shown}.',
  'reset.doubt.salt':
    'Das gespeicherte SMTP-Passwort wird mit dem hier gespeicherten Salt entschlüsselt, der nicht nachweislich zu diesem Server gehört: Diese Konsole kann sich womöglich anmelden, wo Gluu es nicht kann. {why}',

  'reset.link.baseMissing': '{key} ist nicht gesetzt: Gluu sendet Links ohne Host.',
  'reset.link.baseNotWeb': '{key} ist keine Webadresse: Die Links führen ins Leere.',
  'reset.lifetime.missing':
    'passwordResetRequestExpirationTime ist nicht gesetzt: Jeder Link ist schon beim Erstellen abgelaufen.',
  'reset.lifetime.none':
    'passwordResetRequestExpirationTime ist {seconds}: Jeder Link ist schon beim Erstellen abgelaufen.',
  'reset.lifetime.tooLong':
    'passwordResetRequestExpirationTime ist {seconds} s: Nach 2 Stunden öffnet sich das Formular noch, aber Gluu lehnt das neue Passwort ab.',

  'reset.quirk.subjectBlank':
    'Im Betreff ist die Stelle für den Namen der Organisation leer. Gluu 3.1.2 bis 4.5.3 lassen ihn weg.',
  'reset.quirk.plainOnly': 'Die E-Mail ist reiner Text und zeigt den HTML-Code der Schaltfläche.',
  'reset.quirk.plainLetter': 'Die E-Mail ist reiner Text; der Link steht in einer eigenen Zeile.',
  'reset.quirk.buttonCode': 'Der Textteil enthält den HTML-Code der Schaltfläche.',
  'reset.quirk.noLineBreaks':
    'Der HTML-Text hat keine Zeilenumbrüche: Mailprogramme zeigen ihn als einen einzigen Absatz.',
  'reset.quirk.plainIsHtml': 'Auch der Textteil ist HTML-Code.',
  'reset.quirk.wording':
    'Die Sätze dieser E-Mail stammen von dieser Konsole; Betreff, Werte, Link, Teile und Auszeichnung sind so, wie diese Version sie sendet.',
  'reset.quirk.zeroMinutes': 'In der E-Mail steht „0 minute(s)“.',
  'reset.quirk.helloNull': 'Die Person hat keinen Vornamen: In der E-Mail steht „Hello null“.',
  'reset.quirk.helloNobody': 'Die Person hat keinen Vornamen: In der E-Mail steht „Hello“ ohne Namen.',
  'reset.quirk.organizationNull': 'Die Organisation hat keinen Namen: Im Betreff steht „null“.',
  'reset.quirk.organizationNobody': 'Die Organisation hat keinen Namen: Im Betreff bleibt die Stelle leer.',
  'reset.quirk.markup': 'Der Vorname enthält HTML. Gluu übernimmt ihn unmaskiert in die E-Mail.',
  'reset.quirk.exclamation':
    'Der Link kann ein Ausrufezeichen enthalten, und manche Mailprogramme schneiden ihn dort ab.',
  'reset.quirk.linkStays':
    'Gluu entfernt die Anforderung nicht: Der Link funktioniert die ganzen 2 Stunden, auch nachdem ein neues Passwort gesetzt wurde.',
  'reset.quirk.linkUsedUp': 'Eine falsche Antwort auf die Sicherheitsfrage verbraucht den Link.',
  'reset.quirk.anyCase':
    'Gluu achtet nicht auf Groß- und Kleinschreibung, wenn es das neue Passwort mit der Wiederholung und die Antwort auf die Sicherheitsfrage mit der gespeicherten vergleicht.',

  'reset.problem.noSettings': 'Es sind keine SMTP-Einstellungen gespeichert.',
  'reset.problem.noHost': '„SMTP Host“ ist nicht gesetzt.',
  'reset.problem.host': 'SMTP Host: {why}',
  'reset.problem.noPort': '„SMTP Port“ ist nicht gesetzt.',
  'reset.problem.noFrom': '„From Email Address“ ist nicht gesetzt.',
  'reset.problem.from': 'From Email Address: {why}',
  'reset.problem.noUser': '„SMTP User Name“ ist nicht gesetzt.',
  'reset.problem.noPassword': 'Es ist kein SMTP-Passwort gespeichert.',
  'reset.problem.noAddress': 'Die Person hat keine E-Mail-Adresse.',
  'reset.problem.ownAddressOnly':
    'Ein funktionierender Link kann nur an die eigenen Adressen der Person gesendet werden.',

  'reset.step.requests':
    '{more, select, yes {{n, plural, one {# Anforderung und weitere} other {# Anforderungen und weitere}}} other {{n, plural, one {# Anforderung} other {# Anforderungen}}}}',
  'reset.step.there': 'die Anforderung ist da',
  'reset.step.notThere': 'die Anforderung ist nicht da',
  'reset.step.notReached': 'nicht erreicht',
  'reset.step.added': 'Anforderung angelegt',
  'reset.step.branchAdded': 'Zweig und Anforderung angelegt',
  'reset.step.equal': 'gleich',
  'reset.step.toRemove': '{n, plural, one {# Anforderung zu entfernen} other {# Anforderungen zu entfernen}}',
  'reset.step.someRemoved': '{done, number} von {all, number} entfernt',
  'reset.step.removed': 'Anforderung entfernt',
  'reset.step.branchRemoved': 'Anforderung und leerer Zweig entfernt',
  'reset.step.gone': 'nicht mehr da',
  'reset.step.noMail': 'keine E-Mail gesendet',

  'reset.answer.form': 'Das Formular für ein neues Passwort öffnet sich.',
  'reset.answer.none': 'Der Link wurde nicht geöffnet: {why}',
  'reset.answer.notResetPage': 'Nicht geöffnet: Der Link ist nicht die Adresse einer Reset-Seite.',
  'reset.answer.http':
    'Nicht geöffnet: Der Link beginnt mit http://, jeder auf dem Weg könnte ihn also lesen und verwenden.',
  'reset.answer.untrusted': 'Nicht geöffnet: Dieser Rechner vertraut dem Zertifikat nicht. {why}',
  'reset.answer.notWeb': 'Der Server an dieser Adresse ist kein Webserver.',
  'reset.answer.status': 'Die Seite antwortet mit Status {status}.',
  'reset.answer.noField': 'Es öffnet sich eine Seite, sie hat aber kein Feld für ein neues Passwort.',
  'reset.answer.endless': 'Die Seite leitet immer wieder weiter und erreicht das Formular nie.',
  'reset.answer.nowhere': 'Die Seite leitet weiter, aber nicht zu einer gültigen Adresse.',
  'reset.answer.elsewhere': 'Die Seite leitet zu {to} weiter, nicht zum Formular.',
  'reset.answer.dead': 'Der Link funktioniert nicht: Gluu bietet an, einen neuen anzufordern.',
  'reset.answer.login': 'Die Seite leitet zur Anmeldeseite statt zum Formular weiter (oxTrust-Issue 607).',

  'reset.event.begun.rehearsal': 'Probelauf begonnen.',
  'reset.event.begun.request': 'Echte Anforderung begonnen.',
  'reset.event.written': 'Die Anforderung wurde geschrieben und zurückgelesen. Ablauf: {at}.',
  'reset.event.notWritten': 'Nicht geschrieben. Es wurde keine E-Mail gesendet.',
  'reset.event.notKept': 'Die Anforderung blieb nicht auf dem Server. Es wurde keine E-Mail gesendet.',
  'reset.event.noHistory': 'Es wurde nichts geschrieben, weil der Verlauf nicht geschrieben werden kann.',
  'reset.event.writeUnknown':
    'Es ist nicht bekannt, ob die Anforderung auf dem Server ist. Es wurde keine E-Mail gesendet.',
  'reset.event.foundAgain':
    'Die Anforderung ist auf dem Server: Beim erneuten Lesen wurde sie gefunden. Es wurde keine E-Mail gesendet.',
  'reset.event.neverThere': 'Die Anforderung ist nicht auf dem Server, und es wurde keine E-Mail gesendet.',
  'reset.event.cleaned':
    'Die Anforderung ist nicht auf dem Server. Gluu hätte sie inzwischen entfernt, deshalb ist nicht bekannt, ob sie geschrieben wurde.',
  'reset.event.accepted': 'Von {server} angenommen: {reply}',
  'reset.event.refused': 'Nicht gesendet: {why}',
  'reset.event.refused.atStage': 'Nicht gesendet. {stage}: {why}',
  'reset.event.unknown': 'Der Mailserver hat die E-Mail möglicherweise angenommen: {why}',
  'reset.event.unknown.atStage': 'Der Mailserver hat die E-Mail möglicherweise angenommen. {stage}: {why}',
  'reset.event.cutShort': 'Die App wurde während des Sendens beendet; die E-Mail wurde möglicherweise gesendet.',
  'reset.event.arrived.inbox': 'Die E-Mail ist im Posteingang.',
  'reset.event.arrived.spam': 'Die E-Mail ist im Spam-Ordner.',
  'reset.event.arrived.notYet': 'Die E-Mail ist noch nicht da.',
  'reset.event.withdrawn': 'Zurückgezogen: Die Anforderung wurde entfernt, ihr Link funktioniert nicht mehr.',
  'reset.event.notWithdrawn': 'Die Anforderung ist noch auf dem Server: Sie wurde nicht zurückgezogen.',
  'reset.event.removalUnknown': 'Es ist nicht bekannt, ob die Anforderung entfernt wurde.',
  'reset.event.noLonger': 'Die Anforderung ist nicht mehr auf dem Server.',
  'reset.event.purged': 'Mit den offenen Anforderungen entfernt.',
  'reset.event.gone.expired': 'Die Anforderung ist abgelaufen und nicht mehr vorhanden.',
  'reset.event.gone.used':
    'Die Anforderung verschwand vor ihrem Ablauf: Der Link wurde benutzt, oder jemand hat sie entfernt.',
  'reset.event.gone.withdrawn':
    'Die Anforderung ist verschwunden: Jemand hat sie entfernt. Diese Version von Gluu entfernt keine.',

  'reset.request.foundAgain':
    'Zunächst war nicht bekannt, wie der Schreibvorgang ausging. Beim erneuten Lesen des Servers war die Anforderung da.',
  'reset.request.clock.ahead':
    'Die Uhr dieses Rechners geht gegenüber der des Servers {duration} vor; der Link ist um diese Zeit länger gültig.',
  'reset.request.clock.behind':
    'Die Uhr dieses Rechners geht gegenüber der des Servers {duration} nach; der Link läuft um diese Zeit früher ab.',
};
