/** Servers out to a file, and in from one. */
export const transfer = {
  'transfer.working': 'Working',
  'transfer.passphrase': 'Passphrase',

  'transfer.export.button': '{n, plural, one {Export # server} other {Export # servers}}',
  'transfer.export.saveWithout': 'Save without these secrets',
  'transfer.export.intro':
    'One file with everything about these servers except their secrets: addresses, routes, trusted certificates, groups, and notes. Demo servers are not exported.',
  'transfer.export.none': 'There is no server to export yet.',
  'transfer.export.withSecrets': 'With secrets',
  'transfer.export.withSecrets.on':
    'Passwords, salts, and SSH secrets are included, sealed with the passphrase. The passphrase is not kept anywhere: without it, they cannot be opened.',
  'transfer.export.withSecrets.off': 'Passwords and salts stay on this computer.',
  'transfer.export.again': 'Repeat passphrase',
  'transfer.export.leftBehind': 'These secrets cannot be read and are not exported:',
  // The title of the system’s own dialog.
  'transfer.export.title':
    '{secrets, plural, =0 {{n, plural, one {Export # server without secrets} other {Export # servers without secrets}}} one {{n, plural, one {Export # server with {secrets, number} sealed secret} other {Export # servers with {secrets, number} sealed secret}}} other {{n, plural, one {Export # server with {secrets, number} sealed secrets} other {Export # servers with {secrets, number} sealed secrets}}}}',
  'transfer.export.done': '{n, plural, one {# server exported} other {# servers exported}}',
  // Why the button cannot be pressed.
  'transfer.export.off.none': 'Choose at least one server.',
  'transfer.export.off.short':
    '{min, plural, one {The passphrase needs at least # character.} other {The passphrase needs at least # characters.}}',
  'transfer.export.off.long': 'The passphrase is too long.',
  'transfer.export.off.differ': 'The two passphrases differ.',

  'transfer.pick.legend': 'Servers to export',
  'transfer.pick.all': '{n, plural, one {All #} other {All #}}',
  'transfer.pick.found': 'Those matching “{query}”',
  'transfer.pick.none': 'None',
  'transfer.pick.chosen': '{n, plural, one {# chosen} other {# chosen}}',

  'transfer.import.title': 'Import servers from {file}',
  'transfer.import.nothing': 'Nothing was imported',
  'transfer.import.another': 'Choose another file',
  'transfer.import.button': '{n, plural, one {Import # server} other {Import # servers}}',
  'transfer.import.allSkipped': 'All servers are skipped.',
  'transfer.import.summary':
    '{n, plural, one {# server} other {# servers}}: {added, number} new, {different, number} different from the ones here, {same, number} the same.',
  'transfer.import.from': 'Exported {at} by version {version}. Nothing is changed until you import.',
  'transfer.import.allDiffering': 'All that differ',
  'transfer.import.empty': 'The file contains no servers.',
  'transfer.import.noSecrets': 'The file contains no secrets. You have to type them here.',
  'transfer.import.opened':
    '{n, plural, one {# secret opened. It is imported with its server.} other {# secrets opened. They are imported with their servers.}}',
  'transfer.import.sealed':
    'The file contains sealed secrets. Without the passphrase, the servers are imported without them.',
  'transfer.import.open': 'Open secrets',
  'transfer.import.opening': 'Opening',
  'transfer.import.done': '{n, plural, one {# server imported} other {# servers imported}}',
  'transfer.import.counts':
    '{added, number} added, {replaced, number} replaced, {skipped, number} skipped. {secrets, plural, one {# secret stored.} other {# secrets stored.}}',
  'transfer.import.salts':
    '{n, plural, one {# salt is not proved yet. It is checked when its server is read.} other {# salts are not proved yet. Each is checked when its server is read.}}',
  'transfer.import.leftBehind': 'These secrets were not stored. Edit the servers and type them:',
  // A secret that stays behind, with its server and the reason.
  'transfer.leftBehind': '<b>{server}</b> {secret}: {why}',

  // What to do with a server of the file.
  'transfer.action': 'What to do with {server}',
  'transfer.action.add': 'Add',
  'transfer.action.replace': 'Replace',
  'transfer.action.skip': 'Skip',
  // How a server of the file stands to what is here.
  'transfer.standing.new': 'New',
  'transfer.standing.same': 'Same as here',
  'transfer.standing.differs': 'Differs',
  'transfer.keepWritable': 'Keep {server} writable, as it was exported',
  'transfer.differences': 'Differences in {server}',
  'transfer.differences.field': 'Field',
  'transfer.differences.here': 'Here',
  'transfer.differences.file': 'In the file',
  'transfer.differences.empty': 'empty',
  'transfer.note.calledHere': 'It is called “{name}” here.',
  'transfer.note.nameTaken': 'Another server has the same name.',
  'transfer.note.readOnly': 'It was exported as writable. It is imported as read-only.',
  'transfer.note.pin': 'Includes a trusted certificate: SHA-256 {sha256}.',
  'transfer.note.mailPins':
    '{n, plural, one {Includes # trusted certificate of a mail server.} other {Includes # trusted certificates of mail servers.}}',
  'transfer.note.keyFile': 'Its SSH key file {keyFile} may not exist on this computer.',
  'transfer.note.secrets': 'Secrets: {secrets}.',
  'transfer.place': '{place} via {via}',

  // Values of the fields of a server.
  'transfer.value.yes': 'Yes',
  'transfer.value.no': 'No',
  'transfer.value.direct': 'direct',
  'transfer.value.over': '{route}, login: {login}',
  'transfer.value.overWithKey': '{route}, login: {login}, key file {keyFile}',
  'transfer.value.pin': '{sha256}, since {at}',
  'transfer.value.mailPin': '{place} {sha256}, since {at}',
  'transfer.value.foundVersion': '{version} in {root}, on {at}',

  // Why a file is not an export of servers, or cannot be read.
  'transfer.invalid.format': 'Its format is not {format}.',
  'transfer.invalid.schemaVersion': 'Its schemaVersion is not a whole number of at least 1.',
  'transfer.invalid.sameId': 'Two servers in it have the same id.',
  'transfer.invalid.json': 'It is not JSON.',
  'transfer.invalid.utf8': 'It is not UTF-8.',
  'transfer.invalid.deep': 'It is nested too deeply.',
  'transfer.invalid.object': 'It is not a JSON object.',
  'transfer.invalid.proto': 'It has a field named __proto__.',
  'transfer.invalid.notRegular': 'It is not a regular file.',
  // In the place of a server’s name, and of a host.
  'transfer.noSuchServer': 'a server that is not in the file',
  'transfer.noSuchPlace': 'no such place',

  // Lines of the box before an import. {name}: of a server.
  'transfer.trusts': 'Trusts a certificate',
  'transfer.trustsMail': 'Trusts the certificate of a mail server, for {name}',
  'transfer.invalid.base64': '{n, plural, one {It is not # byte in Base64.} other {It is not # bytes in Base64.}}',
  // The box before an import that brings trust or open access.
  'transfer.import.ask':
    '{n, plural, one {Import # server with everything its file trusts and allows?} other {Import # servers with everything their file trusts and allows?}}',
  'transfer.import.yes': 'Import',
} as const;
