import type { transfer as english } from '../en/transfer';

export const transfer: Record<keyof typeof english, string> = {
  'transfer.working': 'In Arbeit',
  'transfer.passphrase': 'Passphrase',

  'transfer.export.button': '{n, plural, one {# Server exportieren} other {# Server exportieren}}',
  'transfer.export.saveWithout': 'Ohne diese Geheimnisse speichern',
  'transfer.export.intro':
    'Eine Datei mit allem, was zu diesen Servern gehört, außer ihren Geheimnissen: Adressen, Routen, vertrauenswürdige Zertifikate, Gruppen und Notizen. Demo-Server werden nicht exportiert.',
  'transfer.export.none': 'Es gibt noch keinen Server zu exportieren.',
  'transfer.export.withSecrets': 'Mit Geheimnissen',
  'transfer.export.withSecrets.on':
    'Passwörter, Salts und SSH-Geheimnisse sind enthalten, mit der Passphrase versiegelt. Die Passphrase wird nirgends gespeichert: Ohne sie lassen sie sich nicht öffnen.',
  'transfer.export.withSecrets.off': 'Passwörter und Salts bleiben auf diesem Rechner.',
  'transfer.export.again': 'Passphrase wiederholen',
  'transfer.export.leftBehind': 'Diese Geheimnisse sind nicht lesbar und werden nicht exportiert:',
  'transfer.export.title':
    '{secrets, plural, =0 {{n, plural, one {# Server ohne Geheimnisse exportieren} other {# Server ohne Geheimnisse exportieren}}} one {{n, plural, one {# Server mit {secrets, number} versiegelten Geheimnis exportieren} other {# Server mit {secrets, number} versiegelten Geheimnis exportieren}}} other {{n, plural, one {# Server mit {secrets, number} versiegelten Geheimnissen exportieren} other {# Server mit {secrets, number} versiegelten Geheimnissen exportieren}}}}',
  'transfer.export.done': '{n, plural, one {# Server exportiert} other {# Server exportiert}}',
  'transfer.export.off.none': 'Wählen Sie mindestens einen Server.',
  'transfer.export.off.short':
    '{min, plural, one {Die Passphrase braucht mindestens # Zeichen.} other {Die Passphrase braucht mindestens # Zeichen.}}',
  'transfer.export.off.long': 'Die Passphrase ist zu lang.',
  'transfer.export.off.differ': 'Die beiden Passphrasen stimmen nicht überein.',

  'transfer.pick.legend': 'Zu exportierende Server',
  'transfer.pick.all': '{n, plural, one {Alle (#)} other {Alle (#)}}',
  'transfer.pick.found': 'Treffer für „{query}“',
  'transfer.pick.none': 'Keine',
  'transfer.pick.chosen': '{n, plural, one {# ausgewählt} other {# ausgewählt}}',

  'transfer.import.title': 'Server aus {file} importieren',
  'transfer.import.nothing': 'Es wurde nichts importiert',
  'transfer.import.another': 'Andere Datei wählen',
  'transfer.import.button': '{n, plural, one {# Server importieren} other {# Server importieren}}',
  'transfer.import.allSkipped': 'Alle Server werden übersprungen.',
  'transfer.import.summary':
    '{n, plural, one {# Server} other {# Server}}: {added, number} neu, {different, number} anders als hier, {same, number} gleich.',
  'transfer.import.from': 'Exportiert am {at} von Version {version}. Vor dem Import wird nichts geändert.',
  'transfer.import.allDiffering': 'Alle abweichenden',
  'transfer.import.empty': 'Die Datei enthält keine Server.',
  'transfer.import.noSecrets': 'Die Datei enthält keine Geheimnisse. Sie müssen sie hier eingeben.',
  'transfer.import.opened':
    '{n, plural, one {# Geheimnis geöffnet. Es wird mit seinem Server importiert.} other {# Geheimnisse geöffnet. Sie werden mit ihren Servern importiert.}}',
  'transfer.import.sealed':
    'Die Datei enthält versiegelte Geheimnisse. Ohne die Passphrase werden die Server ohne sie importiert.',
  'transfer.import.open': 'Geheimnisse öffnen',
  'transfer.import.opening': 'Wird geöffnet',
  'transfer.import.done': '{n, plural, one {# Server importiert} other {# Server importiert}}',
  'transfer.import.counts':
    '{added, number} hinzugefügt, {replaced, number} ersetzt, {skipped, number} übersprungen. {secrets, plural, one {# Geheimnis gespeichert.} other {# Geheimnisse gespeichert.}}',
  'transfer.import.salts':
    '{n, plural, one {# Salt ist noch nicht nachgewiesen. Er wird überprüft, wenn sein Server gelesen wird.} other {# Salts sind noch nicht nachgewiesen. Jeder wird überprüft, wenn sein Server gelesen wird.}}',
  'transfer.import.leftBehind':
    'Diese Geheimnisse wurden nicht gespeichert. Bearbeiten Sie die Server und geben Sie sie ein:',
  'transfer.leftBehind': '<b>{server}</b> {secret}: {why}',

  'transfer.action': 'Was mit {server} geschehen soll',
  'transfer.action.add': 'Hinzufügen',
  'transfer.action.replace': 'Ersetzen',
  'transfer.action.skip': 'Überspringen',
  'transfer.standing.new': 'Neu',
  'transfer.standing.same': 'Wie hier',
  'transfer.standing.differs': 'Weicht ab',
  'transfer.keepWritable': '{server} beschreibbar lassen, wie exportiert',
  'transfer.differences': 'Unterschiede bei {server}',
  'transfer.differences.field': 'Feld',
  'transfer.differences.here': 'Hier',
  'transfer.differences.file': 'In der Datei',
  'transfer.differences.empty': 'leer',
  'transfer.note.calledHere': 'Er heißt hier „{name}“.',
  'transfer.note.nameTaken': 'Ein anderer Server hat denselben Namen.',
  'transfer.note.readOnly': 'Er wurde beschreibbar exportiert und wird schreibgeschützt importiert.',
  'transfer.note.pin': 'Enthält ein vertrauenswürdiges Zertifikat: SHA-256 {sha256}.',
  'transfer.note.mailPins':
    '{n, plural, one {Enthält # vertrauenswürdiges Zertifikat eines Mailservers.} other {Enthält # vertrauenswürdige Zertifikate von Mailservern.}}',
  'transfer.note.keyFile': 'Seine SSH-Schlüsseldatei {keyFile} fehlt möglicherweise auf diesem Rechner.',
  'transfer.note.secrets': 'Geheimnisse: {secrets}.',
  'transfer.place': '{place} über {via}',

  'transfer.value.yes': 'Ja',
  'transfer.value.no': 'Nein',
  'transfer.value.direct': 'direkt',
  'transfer.value.over': '{route}, Anmeldung: {login}',
  'transfer.value.overWithKey': '{route}, Anmeldung: {login}, Schlüsseldatei {keyFile}',
  'transfer.value.pin': '{sha256}, seit {at}',
  'transfer.value.mailPin': '{place} {sha256}, seit {at}',
  'transfer.value.foundVersion': '{version} in {root}, am {at}',

  'transfer.invalid.format': 'Das Format ist nicht {format}.',
  'transfer.invalid.schemaVersion': 'schemaVersion ist keine ganze Zahl von mindestens 1.',
  'transfer.invalid.sameId': 'Zwei Server darin haben dieselbe id.',
  'transfer.invalid.json': 'Die Datei ist kein JSON.',
  'transfer.invalid.utf8': 'Die Datei ist kein UTF-8.',
  'transfer.invalid.deep': 'Die Datei ist zu tief verschachtelt.',
  'transfer.invalid.object': 'Die Datei ist kein JSON-Objekt.',
  'transfer.invalid.proto': 'Die Datei hat ein Feld namens __proto__.',
  'transfer.invalid.notRegular': 'Das ist keine reguläre Datei.',
  'transfer.noSuchServer': 'ein Server, der nicht in der Datei steht',
  'transfer.noSuchPlace': 'kein solches Ziel',

  'transfer.trusts': 'Vertraut einem Zertifikat',
  'transfer.trustsMail': 'Vertraut dem Zertifikat eines Mailservers, für {name}',
  'transfer.invalid.base64':
    '{n, plural, one {Erwartet wird # Byte in Base64.} other {Erwartet werden # Byte in Base64.}}',
  'transfer.import.ask':
    '{n, plural, one {# Server mit allen Vertrauenseinstellungen und Freigaben seiner Datei importieren?} other {# Server mit allen Vertrauenseinstellungen und Freigaben ihrer Datei importieren?}}',
  'transfer.import.yes': 'Importieren',
};
