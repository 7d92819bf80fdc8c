import type { Message, Param } from '../texts/message';
import type { CertificateFacts } from './certificate';
import type { HostKeyFacts } from './ssh';

/** What can go wrong on the way through SSH. */
const sshFailureCodes = [
  'ssh.noConfig',
  'ssh.refused',
  'ssh.hostKeyUnknown',
  'ssh.hostKeyChanged',
  'ssh.hostKeyRevoked',
  'ssh.knownHostsUnreadable',
  'ssh.noAgreement',
  'ssh.notSsh',
  'ssh.hungUp',
  'ssh.login',
  'ssh.passwordMustChange',
  'ssh.tooManyTries',
  'ssh.certificateUnused',
  'ssh.noAgent',
  'ssh.keyUnreadable',
  'ssh.keyNotChosen',
  'ssh.passphrase',
  'ssh.answerMissing',
  'ssh.forwardingRefused',
  'ssh.targetRefused',
  'ssh.tooManyChannels',
  'ssh.dropped',
  'ssh.noFiles',
  'ssh.filesWithText',
  'ssh.filesFailed',
  'ssh.fileMissing',
  'ssh.fileDenied',
  'ssh.fileTooLarge',
  'ssh.sudo',
] as const;

/** What can go wrong when profiles go out to a file or come in from one. */
const profileFailureCodes = [
  'profiles.unreadable',
  'profiles.tooLarge',
  'profiles.notOurs',
  'profiles.newer',
  'profiles.passphrase',
  'profiles.tampered',
  'profiles.gone',
  'profiles.changed',
  'profiles.tooMany',
] as const;

/** Every way a call can fail that an administrator can act on. `internal` is a bug in this app. */
export const failureCodes = [
  'input.invalid',
  'work.cancelled',
  'server.unknown',
  'server.readOnly',
  'app.locked',
  'place.notAllowed',
  'place.tooMany',
  'write.notConfirmed',
  'write.changed',
  'dialog.open',
  'confirm.tooMany',
  'mail.notAllowed',
  'mail.tooMany',
  'mail.tooManyProbes',
  'folder.inUse',
  'folder.unusable',
  'file.unwritable',
  'file.newer',
  'keychain.locked',
  'keychain.waiting',
  'keychain.failed',
  'secret.missing',
  'secret.bound',
  'secret.unusable',
  'net.nameUnknown',
  'net.nameTrouble',
  'net.refused',
  'net.timeout',
  'net.noRoute',
  'net.dropped',
  'tls.untrusted',
  'tls.changed',
  'tls.old',
  'tls.failed',
  'tls.keyUsage',
  'tls.expected',
  'tls.unexpected',
  'ldap.clearText',
  'ldap.startTlsRefused',
  'ldap.injection',
  'ldap.notLdap',
  'ldap.tooMuch',
  'ldap.held',
  'ldap.noReply',
  'ldap.identity',
  'ldap.credentials',
  'ldap.passwordMustChange',
  'ldap.accountLocked',
  'ldap.passwordMethod',
  'ldap.encryptionWanted',
  'ldap.rights',
  'ldap.missing',
  'ldap.referral',
  'ldap.limit',
  'ldap.busy',
  'ldap.unavailable',
  'ldap.unwilling',
  'ldap.badDn',
  'ldap.syntax',
  'ldap.constraint',
  'users.mailTaken',
  'users.clearText',
  'ldap.schema',
  'ldap.exists',
  'ldap.valueGone',
  'ldap.conflict',
  'ldap.control',
  'ldap.other',
  'gluu.noTree',
  'gluu.severalAppliances',
  'gluu.notSupported',
  'gluu.brokenJson',
  'gluu.noSalt',
  'gluu.saltContradicted',
  'gluu.saltChanged',
  'gluu.snapshotGone',
  'gluu.nameNotTyped',
  'history.noRollback',
  'history.imageGone',
  'smtp.passwordUnreadable',
  'smtp.passwordDamaged',
  'smtp.passwordUnopened',
  'smtp.clearText',
  'smtp.failed',
  'mailbox.none',
  'imap.clearText',
  'imap.silent',
  'imap.notImap',
  'imap.unavailable',
  'imap.startTlsMissing',
  'imap.injection',
  'imap.loginDisabled',
  'imap.credentials',
  'imap.loginRefused',
  'imap.refused',
  'imap.noReply',
  'imap.tooMuch',
  ...sshFailureCodes,
  ...profileFailureCodes,
  'internal',
] as const;
export type FailureCode = (typeof failureCodes)[number];

/** A failure as it crosses the wire: plain data, never an Error, never a secret. Its sentences are in texts/en/failures-*.ts. */
export interface Failure {
  code: FailureCode;
  /** The step that failed, as the user sees it named, e.g. `TLS`. */
  stage?: string;
  /** Where, e.g. `gluu.example.org:1636 (192.0.2.7)`. */
  at?: string;
  /** What exactly it was, where one code stands for several causes: a sentence of this app. */
  reason?: Message;
  /** The other side's own words, already made safe to show (see src-main/base/safe-text.ts). */
  detail?: string;
  /** Values for the `{placeholders}` of this code's sentences. */
  facts?: Record<string, Param>;
  /** Form fields to mark, by path, with the sentence to show there. */
  fields?: Record<string, Message>;
  /** The certificate the server showed, with `tls.untrusted` and `tls.changed`. */
  certificate?: CertificateFacts;
  /** The host key an SSH server showed, with `ssh.hostKeyUnknown` and `ssh.hostKeyChanged`. */
  hostKey?: HostKeyFacts;
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };
