/** The stages of long calls, what is found in them, and how calls end. */
export const steps = {
  'step.ssh': 'SSH',
  'step.sshLogin': 'SSH login',
  'step.name': 'Name',
  'step.connect': 'Connect',
  'step.tls': 'TLS',
  'step.login': 'Login',
  // The account that the server sees the console as.
  'step.whoAmI': 'Identity',
  'step.gluuTree': 'Gluu tree',
  'step.version': 'Version',
  'step.rights': 'Rights',
  // Of a mail test.
  'step.greeting': 'Greeting',
  'step.ehlo': 'EHLO',
  'step.certificate': 'Certificate',
  'step.sender': 'Sender',
  'step.recipient': 'Recipient',
  'step.data': 'Data',
  // The end of the SMTP conversation (QUIT).
  'step.goodbye': 'Goodbye',
  // Of writing to a server.
  'step.salt': 'Salt',
  'step.compare': 'Compare',
  'step.write': 'Write',
  'step.readBack': 'Read back',
  'step.verify': 'Verify',
  'step.readServer': 'Read the server',
  // Of the check of password reset.
  'step.settings': 'Settings',
  'step.link': 'Link',
  'step.people': 'People',
  // Of an installation found over SSH.
  'step.installation': 'Installation',
  'step.files': 'Files',
  'step.password': 'Password',
  // Of people and resets.
  'step.search': 'Search',
  'step.person': 'Person',
  'step.readPeople': 'Read people',
  'step.testUsers': 'Test users',
  'step.message': 'Message',
  'step.requests': 'Requests',
  // Of a mailbox.
  'step.folders': 'Folders',
  'step.waiting': 'Waiting',
  'step.sshJump': 'SSH jump {place}',
  'step.port': 'Port {port}',
  // {step} is one of those above.
  'step.from.here': '{step}, from this workstation',
  'step.from.server': '{step}, from the Gluu Server',
  'step.asTestUser': 'Test user: {step}',
  'step.within': '{piece}: {step}',

  // From where a mail server is tested, as a heading.
  'vantage.here': 'From this workstation',
  'vantage.server': 'From the Gluu Server',

  // How a stage stands, read aloud before what it found.
  'step.state.waiting': 'not started',
  'step.state.running': 'running',
  'step.state.done': 'done',
  'step.state.warned': 'needs attention',
  'step.state.failed': 'failed',
  'step.state.skipped': 'skipped',
  'step.state.notReached': 'not reached',
  'step.took': '{ms, number} ms',
  'step.elapsed': '{seconds, number, ::.0} s',

  // Where it failed: {address} is a host and a port.
  'step.at.both': 'At {step}, {address}.',
  'step.at.step': 'At {step}.',
  'step.at.address': 'At {address}.',

  // {label} says what ran, as “Checking”.
  'task.cancelled': '{label}: cancelled',

  // What a stage found, beside its name: a fragment without a full stop.
  'note.cancelled': 'cancelled',
  'note.isAddress': 'an address, nothing to look up',
  'note.notEncrypted': 'not encrypted',
  // Of a stage that the connection of an earlier call has behind it.
  'note.stillOpen': 'not needed: the connection is still open',
  'note.tls.pin': '{protocol}, the certificate you trust',
  'note.tls.system': '{protocol}, certificate trusted by this computer',
  'note.noIdentity': 'the server does not report which account it sees',
  // The host key of an SSH server: its address, the type of the key and its SHA-256.
  'note.hostKey': '{place}, {type} {sha256}',
  'note.hostKeyWithoutPort': '{place}, {type} {sha256}, known for {name} without the port',
  // {method} is how one logged in, such as “password”.
  'note.sshLogin': '{user}, {method}',
  // {remark} is a sentence.
  'note.remark': '{note}. {remark}',
  'note.remarkMore': '{note} {remark}',
  'note.version': 'Gluu {version}, {vendor}',
  // Of the account that is logged in.
  'note.rights.write': 'may change the configuration',
  'note.rights.readOnlyProfile': 'read-only in this console',
  'note.rights.none': 'may read, not write',
} as const;
