/** What can go wrong on the way through SSH. `what` happened, `why` most likely, and what `todo` about it. */
export const failuresSsh = {
  'failure.ssh.noConfig.what': 'This computer’s SSH configuration cannot be used for {host}.',
  'failure.ssh.noConfig.why': '{why}',
  'failure.ssh.noConfig.todo':
    'Change ~/.ssh/config at that place. If the cause is a Match section, put a Host section with these values before it.',
  'failure.ssh.refused.what':
    'Connection refused: no SSH server is listening on {port, select, none {this port} other {port {port}}}.',
  'failure.ssh.refused.why': 'SSH uses another port there, or sshd is not running.',
  'failure.ssh.refused.todo': 'Check the SSH port; it is usually 22.',
  'failure.ssh.hostKeyUnknown.what': 'The SSH host {host} is not known on this computer.',
  'failure.ssh.hostKeyUnknown.why':
    'Its host key is not in known_hosts. The first connection is the time to compare it.',
  'failure.ssh.hostKeyUnknown.todo':
    'Compare the fingerprint with the one that the server’s administrator gives you, then accept it.',
  'failure.ssh.hostKeyChanged.what': 'The SSH host key of {host} changed. Nothing was sent.',
  'failure.ssh.hostKeyChanged.why':
    'The server was reinstalled, or someone is intercepting the connection. known_hosts has another key in {file}, line {line}.',
  'failure.ssh.hostKeyChanged.todo':
    'Ask the server’s administrator for the new fingerprint. Only if it is right, remove the old line from known_hosts and connect again.',
  'failure.ssh.hostKeyRevoked.what': 'The SSH host key of {host} is marked as revoked. Nothing was sent.',
  'failure.ssh.hostKeyRevoked.why':
    'The file {file} says so in line {line}. A key is revoked when others may have it: this may be another machine.',
  'failure.ssh.hostKeyRevoked.todo':
    'Ask the server’s administrator. The server needs a new key; do not remove the line to get past this.',
  'failure.ssh.knownHostsUnreadable.what': 'The host key cannot be checked: {file} cannot be read.',
  'failure.ssh.knownHostsUnreadable.why': '{why}',
  'failure.ssh.knownHostsUnreadable.todo':
    'Make this file readable, or name another one in ~/.ssh/config. Without it a changed host key would look like a new one.',
  'failure.ssh.noAgreement.what': 'The SSH server and this app have no encryption algorithm in common.',
  'failure.ssh.noAgreement.why': 'The SSH server is very old or very strict.',
  'failure.ssh.noAgreement.todo': 'The server’s own words are below: allow one of these algorithms on the server.',
  'failure.ssh.notSsh.what': 'The service on this port is not an SSH server.',
  'failure.ssh.notSsh.why': 'The port belongs to another service.',
  'failure.ssh.notSsh.todo': 'Correct the SSH port; it is usually 22.',
  'failure.ssh.hungUp.what':
    'The service on this port closed the connection without sending anything. An SSH server would have introduced itself.',
  'failure.ssh.hungUp.why':
    'The port belongs to another service, or sshd turns this computer away: too many connections, or a rule for addresses.',
  'failure.ssh.hungUp.todo': 'Check the SSH port; it is usually 22. If it is right, look at the log of sshd.',
  'failure.ssh.login.what': 'The SSH server refused the login of {user}.',
  'failure.ssh.login.why': 'Tried: {tried}. The server accepts: {methods}.',
  'failure.ssh.login.todo':
    'Check the user, the key and the password. A key must be in ~/.ssh/authorized_keys of {user} on the server.',
  'failure.ssh.passwordMustChange.what': 'The SSH server requires {user} to choose a new password first.',
  'failure.ssh.passwordMustChange.why': 'The password has expired, or an administrator has reset it.',
  'failure.ssh.passwordMustChange.todo':
    'Log in with ssh in a terminal once and choose a new password there. Then type the new one here.',
  'failure.ssh.certificateUnused.what':
    'The SSH server refused the key of {user}. The certificate for this key was not used.',
  'failure.ssh.certificateUnused.why':
    'Tried: {tried}. The server accepts: {methods}. This app logs in with keys alone and does not use the certificate {certificate}.',
  'failure.ssh.certificateUnused.todo':
    'If the server trusts certificates only, have the key itself added to ~/.ssh/authorized_keys of {user}, or log in with a password.',
  'failure.ssh.tooManyTries.what': 'The SSH server ended the login of {user} after too many tries.',
  'failure.ssh.tooManyTries.why':
    'Tried: {tried}. Each key counts as a try, and most servers allow six (MaxAuthTries).',
  'failure.ssh.tooManyTries.todo':
    'Choose the right key under “Key file”, or its public half (.pub) if the agent has the key. Or name it in ~/.ssh/config: IdentityFile, and IdentitiesOnly yes.',
  'failure.ssh.noAgent.what': 'No SSH agent is available.',
  'failure.ssh.noAgent.why': 'SSH_AUTH_SOCK is not set, or nothing answers there.',
  'failure.ssh.noAgent.todo': 'Start the agent and add a key with ssh-add, or choose a key file.',
  'failure.ssh.keyUnreadable.what': 'The key file {file} cannot be used.',
  'failure.ssh.keyUnreadable.why': '{why}',
  'failure.ssh.keyUnreadable.todo': 'Choose the private key file itself, in OpenSSH or PEM format.',
  'failure.ssh.keyNotChosen.what': 'This key file was not chosen in this app.',
  'failure.ssh.keyNotChosen.why':
    'This app uses a key file only if it was chosen in its own file dialog, or if ~/.ssh/config names it.',
  'failure.ssh.keyNotChosen.todo': 'Choose it with “Choose key file”.',
  'failure.ssh.passphrase.what': 'The key file {file} needs its passphrase.',
  'failure.ssh.passphrase.why': '{why}',
  'failure.ssh.passphrase.todo': 'Connect again and type it when you are asked, or edit the server and store it.',
  'failure.ssh.answerMissing.what': 'During the SSH login, {hop} asked a question, and nobody answered.',
  'failure.ssh.answerMissing.why': '{why}',
  'failure.ssh.answerMissing.todo': 'Connect again and answer the question.',
  'failure.ssh.forwardingRefused.what': 'SSH works, but the server refuses forwarding to {target}.',
  'failure.ssh.forwardingRefused.why': 'Its sshd_config forbids it, or allows it to other places only.',
  'failure.ssh.forwardingRefused.todo':
    'On the server, set AllowTcpForwarding yes. If PermitOpen is used, add this target to it.',
  'failure.ssh.targetRefused.what': 'SSH works, but the server cannot connect to {target}.',
  'failure.ssh.targetRefused.why':
    'The service may be stopped, or it listens elsewhere: in a chroot or container, or on another port.',
  'failure.ssh.targetRefused.todo': 'On the server, check that the service runs and on which address it listens.',
  'failure.ssh.tooManyChannels.what': 'The SSH server allows no more connections inside this one.',
  'failure.ssh.tooManyChannels.why': 'Its MaxSessions or another limit is reached.',
  'failure.ssh.tooManyChannels.todo': 'Wait for the current work to end, then try again.',
  'failure.ssh.dropped.what': 'The SSH connection to {host} ended.',
  'failure.ssh.dropped.why': 'The cause may be the network, a restart, or a time limit of the server.',
  'failure.ssh.dropped.todo': 'Try again; a new connection is made.',
  'failure.ssh.noFiles.what': 'The SSH server gives no access to files.',
  'failure.ssh.noFiles.why': 'SFTP is not among its subsystems.',
  'failure.ssh.noFiles.todo': 'On the server, add Subsystem sftp to sshd_config. Or paste the contents of the files.',
  'failure.ssh.filesWithText.what': 'The SSH server writes text into the file connection (SFTP), which breaks it.',
  'failure.ssh.filesWithText.why':
    'Usually a login script prints it, such as .bashrc, or a message that the account may not log in. It is below.',
  'failure.ssh.filesWithText.todo':
    'On the server, let the script print in interactive shells only, or set Subsystem sftp to internal-sftp. Or paste the contents of the files.',
  'failure.ssh.filesFailed.what': 'The SSH server offers files (SFTP), but SFTP does not start.',
  'failure.ssh.filesFailed.why': '{why}',
  'failure.ssh.filesFailed.todo':
    'On the server, check the line Subsystem sftp in sshd_config. Or paste the contents of the files.',
  'failure.ssh.fileMissing.what': 'There is no file {file} on the server.',
  'failure.ssh.fileDenied.what': 'The user {user} may not read {file} on the server.',
  'failure.ssh.fileDenied.why': 'Gluu’s setup lets only root and the service’s own user read it.',
  'failure.ssh.fileDenied.todo': 'Let sudo read it, log in as a user who may, or paste the contents of the file.',
  'failure.ssh.fileTooLarge.what': 'The file {file} is larger than this app expects, and was not read.',
  'failure.ssh.sudo.what': 'On the server, sudo did not let {user} read {file}.',
  'failure.ssh.sudo.why': '{why}',
  'failure.ssh.sudo.todo':
    'Type the password for sudo, allow the command in sudoers, or paste the contents of the file.',
  // What exactly it was, where one code stands for several causes.
  'failure.reason.loginUnfinished': 'The login did not finish in time.',
  'failure.reason.channelsInUse': 'All connections inside this one are in use.',
  'failure.reason.silent': 'It sent nothing in time.',
  'failure.reason.getent': 'On {via}, getent does not know it.',
  'failure.reason.noAgentNamed': 'SSH_AUTH_SOCK is not set, or IdentityAgent is none.',
  'failure.reason.packetSize':
    '{n, plural, one {The server accepts # byte at a time.} other {The server accepts # bytes at a time.}}',
  'failure.reason.exchanges': 'The server exchanges keys again and again.',
  'failure.reason.unread': 'The server makes requests and reads no replies.',
  'failure.reason.tooMuchData': 'The server sends more than it may.',
} as const;
