import type { SshFailureCode } from '../model/failure';
import type { Sentences } from './sentences';

/** The sentences of these failures, as in failure-texts.ts. */
export const sshFailureTexts: Record<SshFailureCode, Sentences> = {
  'ssh.noConfig': {
    what: 'This computer’s SSH configuration cannot be used for {host}.',
    why: '{why}',
    todo: 'Change ~/.ssh/config there. Where a Match section is named, a Host section before it that gives these values settles it.',
  },
  'ssh.refused': {
    what: 'Connection refused: no SSH server is listening on {thisPort}.',
    why: 'The port is another one, or sshd is not running.',
    todo: 'Check the SSH port; usually it is 22.',
  },
  'ssh.hostKeyUnknown': {
    what: 'The SSH host {host} is not known on this computer.',
    why: 'Its host key is not in known_hosts. The first connection is the moment to compare it.',
    todo: 'Compare the fingerprint with the one of the server’s administrator, then accept it.',
  },
  'ssh.hostKeyChanged': {
    what: 'The SSH host key of {host} changed. Nothing was sent.',
    why: 'The server was reinstalled, or somebody stands between this computer and the server. known_hosts has another key in {file}, line {line}.',
    todo: 'Ask the server’s administrator for the new fingerprint. Only if it is right, remove the old line from known_hosts and connect again.',
  },
  'ssh.hostKeyRevoked': {
    what: 'The SSH host key of {host} is marked as revoked. Nothing was sent.',
    why: 'The file {file} says so in line {line}. A key is revoked when others may have it: this may be another machine.',
    todo: 'Ask the server’s administrator. The server needs a new key; do not remove the line to get past this.',
  },
  'ssh.knownHostsUnreadable': {
    what: 'The host key cannot be checked: {file} cannot be read.',
    why: '{why}',
    todo: 'Make this file readable, or name another one in ~/.ssh/config. Without it a changed host key would look like a new one.',
  },
  'ssh.noAgreement': {
    what: 'The SSH server and this app have no common encryption.',
    why: 'A very old or very strict SSH server.',
    todo: 'The server’s own words are below: allow one of these algorithms on the server.',
  },
  'ssh.notSsh': {
    what: 'What answers here is not an SSH server.',
    why: 'The port is one of another service.',
    todo: 'Correct the SSH port; usually it is 22.',
  },
  'ssh.hungUp': {
    what: 'What answers here hung up without a word. An SSH server would have introduced itself.',
    why: 'The port is one of another service, or sshd turns this computer away: too many connections, or a rule for addresses.',
    todo: 'Check the SSH port; usually it is 22. If it is right, look into the log of sshd.',
  },
  'ssh.login': {
    what: 'The SSH server refused the login of {user}.',
    why: 'Tried: {tried}. The server takes: {methods}.',
    todo: 'Check user, key and password; a key has to be in ~/.ssh/authorized_keys of {user} on the server.',
  },
  'ssh.passwordMustChange': {
    what: 'The SSH server wants {user} to choose a new password first.',
    why: 'The password has expired, or an administrator has reset it.',
    todo: 'Log in with ssh in a terminal once and choose a new password there. Then type the new one here.',
  },
  'ssh.certificateUnused': {
    what: 'The SSH server refused the key of {user}. There is a certificate beside it.',
    why: 'Tried: {tried}. The server takes: {methods}. The certificate {certificate} was not used: this app logs in with keys alone.',
    todo: 'If the server trusts certificates only, have the key itself added to ~/.ssh/authorized_keys of {user}, or log in with a password.',
  },
  'ssh.tooManyTries': {
    what: 'The SSH server ended the login of {user} after too many tries.',
    why: 'Tried: {tried}. Each key counts as a try, and most servers allow six (MaxAuthTries).',
    todo: 'Choose the right key with Key file, or its public half (.pub) if the agent holds it. Or name it in ~/.ssh/config: IdentityFile, and IdentitiesOnly yes.',
  },
  'ssh.noAgent': {
    what: 'There is no SSH agent to ask.',
    why: 'SSH_AUTH_SOCK is not set, or nothing answers there.',
    todo: 'Start the agent and add a key with ssh-add, or choose a key file.',
  },
  'ssh.keyUnreadable': {
    what: 'The key file {file} cannot be used.',
    why: '{why}',
    todo: 'Choose the private key file itself, in OpenSSH or PEM format.',
  },
  'ssh.keyNotChosen': {
    what: 'This key file was not chosen here.',
    why: 'A key file is taken only from the app’s own file dialog or from ~/.ssh/config.',
    todo: 'Choose it with Choose key file.',
  },
  'ssh.passphrase': {
    what: 'The key file {file} needs its passphrase.',
    why: '{why}',
    todo: 'Connect again and type it when it is asked for, or edit the server and store it.',
  },
  'ssh.answerMissing': {
    what: 'The SSH login of {hop} asked a question, and nobody answered.',
    why: '{why}',
    todo: 'Connect again and answer what it asks.',
  },
  'ssh.forwardingRefused': {
    what: 'SSH works, but the server refuses forwarding to {target}.',
    why: 'Its sshd_config forbids it, or allows it to other places only.',
    todo: 'On the server: AllowTcpForwarding yes, and PermitOpen with this target if it is used.',
  },
  'ssh.targetRefused': {
    what: 'SSH works, but the server finds nothing on {target}.',
    why: 'The service may be stopped, or it listens elsewhere: in a chroot or container, or on another port.',
    todo: 'On the server, check that the service runs and on which address it listens.',
  },
  'ssh.tooManyChannels': {
    what: 'The SSH server takes no more connections inside this one.',
    why: 'Its MaxSessions or another limit is reached.',
    todo: 'Wait for the running work to end, then try again.',
  },
  'ssh.dropped': {
    what: 'The SSH connection to {host} ended.',
    why: 'The network, a restart, or a time limit of the server.',
    todo: 'Try again; a new connection is made.',
  },
  'ssh.noFiles': {
    what: 'The SSH server gives no access to files.',
    why: 'SFTP is not among its subsystems.',
    todo: 'On the server: add Subsystem sftp to sshd_config, or paste what the files say.',
  },
  'ssh.filesWithText': {
    what: 'The SSH server writes text into the file connection (SFTP), which breaks it.',
    why: 'Usually a login script prints it, such as .bashrc, or a message that the account may not log in. It is below.',
    todo: 'On the server, let the script print in interactive shells only, or set Subsystem sftp to internal-sftp. Or paste what the files say.',
  },
  'ssh.filesFailed': {
    what: 'The SSH server offers files (SFTP), but that does not start.',
    why: '{why}',
    todo: 'On the server, check the line Subsystem sftp in sshd_config, or paste what the files say.',
  },
  'ssh.fileMissing': { what: 'There is no file {file} on the server.' },
  'ssh.fileDenied': {
    what: 'The user {user} may not read {file} on the server.',
    why: 'Gluu’s setup lets root and the service’s own user read it, nobody else.',
    todo: 'Let sudo read it, log in as a user who may, or paste what the file says.',
  },
  'ssh.fileTooLarge': { what: 'The file {file} is larger than it can rightly be, and was not read.' },
  'ssh.sudo': {
    what: 'On the server, sudo did not let {user} read {file}.',
    why: '{why}',
    todo: 'Type the password for sudo, allow the command in sudoers, or paste what the file says.',
  },
};
