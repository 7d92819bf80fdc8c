/** What is asked while an SSH server is logged in to, host keys, and what ~/.ssh/config says. */
export const ssh = {
  // How one logs in.
  'ssh.login.agent': 'Agent',
  'ssh.login.key': 'Key file',
  'ssh.login.password': 'Password',
  'ssh.login.interactive': 'Ask each time',

  // A question of an SSH server, or of this console for it. {host} and {from} are `user@host:port`.
  'ssh.asks.questions': '{host} asks a question',
  'ssh.asks.password': '{host} asks for a password',
  'ssh.asks.passphrase': '{host} accepts a key that needs a passphrase',
  // The same of a jump host.
  'ssh.jumpAsks.questions': 'Jump host {host} asks a question',
  'ssh.jumpAsks.password': 'Jump host {host} asks for a password',
  'ssh.jumpAsks.passphrase': 'Jump host {host} accepts a key that needs a passphrase',
  'ssh.onTheWay': 'It is on the way to {wayTo}, whose own password or passphrase does not belong here.',
  'ssh.wrongPassphrase': 'That passphrase does not open the file.',
  'ssh.answer.questions': 'Answer',
  'ssh.answer.password': 'Password of {from}',
  'ssh.answer.passphrase': 'Passphrase of {keyFile}',
  // The same where there are several fields: {label} is one of these three.
  'ssh.answer.numbered': '{label} {n}',
  'ssh.answerNote.questions':
    'The words in a box are that server’s own. What you type goes to it alone and is not kept.',
  'ssh.answerNote.password': 'It goes to that server alone and is not kept.',
  'ssh.answerNote.passphrase': 'It opens the key file on this computer. It goes to no server and is not kept.',
  'ssh.send.questions': 'Send to {from}',
  'ssh.send.password': 'Send to {from}',
  'ssh.send.passphrase': 'Open the key',
  'ssh.send': 'Send',
  'ssh.doNotAnswer': 'Do not answer',

  // A host key.
  'ssh.hostKey.label': 'The host key this SSH server shows',
  'ssh.hostKey.title': 'The host key {host} shows',
  'ssh.hostKey.host': 'Host',
  'ssh.hostKey.place': '{host}, port {port}',
  'ssh.hostKey.type': 'Type',
  'ssh.hostKey.known': 'Known so far',
  'ssh.hostKey.authority': 'known_hosts names a certificate authority for this host; it is not used here.',
  'ssh.hostKey.withoutPort': 'Without the port, {host} is known by another key: {sha256} in {file}, line {line}.',
  'ssh.hostKey.compare': 'Compare the SHA-256 on the server: <code>{command}</code> (or the file of another type).',
  'ssh.hostKey.adds': 'Accepting adds one line to {file}, which OpenSSH reads as well.',
  'ssh.hostKey.addsNothing':
    'Your SSH configuration names no known_hosts file: the key is accepted only until you quit this app.',
  'ssh.hostKey.accept': 'Accept this host key',

  // What ~/.ssh/config says of a host, beside its field in the form.
  'ssh.configured.place': 'From ~/.ssh/config: {host}, port {port}.',
  'ssh.configured.jumps': 'Through {jumps}.',
  'ssh.configured.key': 'Key file: {file}.',

  // What is not followed there, a sentence each.
  'ssh.notFollowed.canonicalizehostname':
    'CanonicalizeHostname is not followed: sections for the full name of the host do not count.',
  'ssh.notFollowed.certificatefile': 'Certificates of users are not used.',
  'ssh.notFollowed.pkcs11provider': 'Keys on smart cards are not used, unless an agent holds them.',
  'ssh.notFollowed.gssapiauthentication': 'Kerberos tickets are not used for the login.',
  'ssh.notFollowed.hostbasedauthentication': 'Logins by the key of this computer are not used.',
  'ssh.notFollowed.addressfamily':
    'AddressFamily is not followed: addresses are used in the order the resolver gives them.',
  'ssh.notFollowed.bindaddress': 'BindAddress is not followed: the system chooses the address to connect from.',
  'ssh.notFollowed.bindinterface': 'BindInterface is not followed: the system chooses the address to connect from.',

  // Why it cannot be used for a host. {place} is a file and a line.
  'ssh.config.place': '{file}, line {line}',
  'ssh.config.proxyCommand': 'It asks for a command to be run (ProxyCommand).',
  'ssh.config.knownHostsCommand': 'It asks for a command to be run (KnownHostsCommand).',
  'ssh.config.matchExec': 'It asks for a command to be run (Match exec): {place}. This decides: {keywords}.',
  'ssh.config.matchUnknown':
    'It uses Match {criterion}, which is not supported here: {place}. This decides: {keywords}.',
  'ssh.config.variable': 'It uses {variable}, and this variable is not set for this app: {place}.',
  'ssh.config.user': 'It uses ~{user}, and no user of that name is known here: {place}.',
  'ssh.config.token': 'It uses {token}, which is not supported here: {place}.',
  'ssh.config.jumpToken': 'Its ProxyJump uses {token}, which is not supported here: {place}.',
  'ssh.config.jumpForm': 'Its ProxyJump is not in the form user@host:port.',
  'ssh.config.jumpCircle': 'Its ProxyJump goes in a circle.',
  'ssh.config.jumpTooLong': 'Its ProxyJump has more than {n, plural, one {# host} other {# hosts}}.',
  // {problem} is a sentence.
  'ssh.config.noHostName': 'It has no HostName there, and is not a host name itself. {problem}',
  'ssh.config.port': 'Its Port is not a port number.',
  'ssh.config.quote': 'A quote is not closed: {place}.',
  'ssh.config.match': 'The Match line is not complete: {place}.',
  'ssh.config.nested': 'Include files are nested too deeply: {file}.',
  'ssh.config.tooLarge': '{file} is too large.',
  // Where a host comes from that the user did not type.
  'ssh.origin.jump': 'a ProxyJump of ~/.ssh/config',
  'ssh.origin.alias': '{alias} in ~/.ssh/config',
  'ssh.origin.jumpAlias': 'a ProxyJump of ~/.ssh/config, {alias} in ~/.ssh/config',

  // Why a file of known host keys cannot be used.
  'ssh.knownHosts.missing': 'It does not exist.',
  'ssh.knownHosts.revocationList': 'It is a key revocation list (KRL), which this app cannot read.',
  'ssh.knownHosts.line': 'Line {line} is not a public key.',
  'ssh.knownHosts.notFile': 'It is not a file.',
  'ssh.knownHosts.tooLarge': 'It is larger than 16 MB.',

  // Why a key file cannot be used, with what to do. {command} stands in a terminal.
  'ssh.key.securityKey':
    'It needs a security key (FIDO), which is not supported here. Use a key without one, or log in with a password.',
  'ssh.key.dsa': 'It is a DSA key, which servers have refused since OpenSSH 7. Make a new one: {command}.',
  'ssh.key.type': 'It is a key of a type that is not supported here. Make one: {command}.',
  'ssh.key.kind': 'Neither SSH servers nor this app use keys of this kind ({kind}). Make one: {command}.',
  'ssh.key.cipher': 'It is encrypted with {cipher}, which is not supported here. Encrypt it again: {command}.',
  'ssh.key.encryption': 'It is encrypted in a way that is not supported here. Encrypt it again: {command}.',
  'ssh.key.cut': 'It is damaged: a part of it is missing.',
  'ssh.key.damaged': 'It is damaged.',
  'ssh.key.unreadable': 'It is damaged, or not a private key in a known format.',
  'ssh.key.format': 'It is not a private key in a known format.',
  'ssh.key.tooLarge': 'It is too large for a key.',
  'ssh.key.puttyPassphrase':
    'It is a PuTTY key of version 3 with a passphrase, which is not supported here. In PuTTYgen: Conversions, Export OpenSSH key.',
  'ssh.key.puttyVersion': 'It is a PuTTY key of version {version}. In PuTTYgen: Conversions, Export OpenSSH key.',
  'ssh.key.puttyEncryption':
    'It is a PuTTY key with an encryption that is not supported here. In PuTTYgen: Conversions, Export OpenSSH key.',
  'ssh.key.rounds':
    'It was not opened within {seconds, plural, one {# second} other {# seconds}}: it uses too many rounds. Encrypt it again with fewer: {command}.',
  'ssh.key.publicOnly': 'It is a public key. The private key is needed.',
  'ssh.key.publicNoAgent': 'It is a public key. There is no SSH agent that could sign for it: {reason}',
  'ssh.key.publicNotInAgent': 'It is a public key. The SSH agent does not have its private key.',
  'ssh.key.noneChosen': 'No key file is chosen, and ~/.ssh/config names none for this host.',
  'ssh.key.storedPassphrase': 'The stored passphrase does not open it.',
  'ssh.key.locked': 'It is encrypted, no passphrase is stored for it here, and nobody typed it.',
  // Why a file on this computer cannot be read.
  'ssh.file.missing': 'There is no such file.',
  'ssh.file.denied': 'You may not read it.',
  'ssh.file.folder': 'It is a folder.',

  // How one logged in, or tried to, beside others in a list; the last one after `user, `.
  'ssh.method.none': 'no login needed',
  'ssh.method.password': 'password',
  'ssh.method.questions': 'answers to its questions',
  'ssh.method.agent': 'agent with {n, plural, one {# key} other {# keys}}',
  'ssh.method.agentNone': 'agent with none of the keys that IdentityFile names',
  'ssh.method.noAgent': 'no agent',
  'ssh.method.key': 'key {file}',
  'ssh.method.keyInAgent': 'key {file} in the agent',
  // {why} is a sentence.
  'ssh.method.keyNot': 'key {file} ({why})',
  // Where nothing could be tried: {login} is what the server does not accept.
  'ssh.method.nothing':
    'nothing the server accepts ({login, select, agent {agent} key {key} password {password} interactive {questions} other {agent, keys, password}})',
  'ssh.method.notSaid': 'not reported',
  // Whose question was not answered: `user@host:port`.
  'ssh.hop.jump': '{hop} (jump host)',
  'ssh.unanswered.watched': 'The question was declined, or it timed out.',
  'ssh.unanswered.background': 'Checks in the background ask no questions.',
  // Why files cannot be read over SSH.
  'ssh.files.ended': 'Its program ended at once, with the exit status {status}.',
  'ssh.files.notSftp': 'The program that runs in its place does not speak SFTP.',
  'ssh.sudo.noReason': 'sudo gave no reason.',
  'ssh.sudo.noCommands': 'The server does not run commands for this user, or runs others in their place.',
} as const;
