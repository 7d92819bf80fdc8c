import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestCertificate } from './certificates';

export interface DovecotOptions {
  /** Passwords by user name. */
  users?: Record<string, string>;
  /** For 993 and STARTTLS; by default one that the test authority signed for localhost and 127.0.0.1. */
  tls?: Pick<TestCertificate, 'key' | 'cert'>;
  /** Further lines of dovecot.conf, e.g. `imap_capability = IMAP4rev1`. */
  lines?: string[];
}

/** Writes what this Dovecot needs into `folder`: its configuration, certificate, accounts and their homes under `mail`. */
export function writeDovecotFiles(
  folder: string,
  [port, tlsPort]: number[],
  users: Record<string, string>,
  { key, cert }: Pick<TestCertificate, 'key' | 'cert'>,
  { lines = [] }: DovecotOptions,
): void {
  const [own, group] = ownerOfMail();
  // Dovecot's processes give up root; they have to come through to what is theirs.
  chmodSync(folder, 0o711);
  chmodSync(join(folder, '..'), 0o711);
  const passwd = Object.entries(users).map(
    ([name, secret]) => `${name}:{PLAIN}${secret}:${own}:${group}::${folder}/mail/${name}`,
  );
  writeFileSync(join(folder, 'passwd'), `${passwd.join('\n')}\n`, { mode: 0o644 });
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 });
  for (const name of ['mail', ...Object.keys(users).map((user) => `mail/${user}`)]) makeOwned(join(folder, name));
  // Dovecot writes down what is said after the login where this folder exists.
  for (const user of Object.keys(users)) makeOwned(join(folder, 'mail', user, 'dovecot.rawlog'));
  const text = configuration(folder, port, tlsPort);
  writeFileSync(join(folder, 'dovecot.conf'), [...text, ...lines, ''].join('\n'));
}

/** User and group of the mail: Dovecot refuses to open mail as root. */
export const ownerOfMail = (): [number, number] => {
  const { uid, gid } = userInfo();
  return uid === 0 ? [65_534, 65_534] : [uid, gid];
};

/** Makes a folder that Dovecot's mail processes may write. */
export function makeOwned(folder: string): void {
  mkdirSync(folder, { mode: 0o700, recursive: true });
  chownSync(folder, ...ownerOfMail());
}

function configuration(folder: string, port = 0, tlsPort = 0): string[] {
  const me = userInfo().username;
  // What runs without root keeps every process under its own name; Debian's package brings the other two.
  const names =
    userInfo().uid === 0
      ? { login: 'dovenull', internal: 'dovecot', group: 'dovecot' }
      : { login: me, internal: me, group: me };
  const special = { Spam: 'Junk', Trash: 'Trash', Archive: 'Archive' };
  return [
    `base_dir = ${folder}/run`,
    `state_dir = ${folder}/state`,
    `log_path = ${folder}/dovecot.log`,
    'protocols = imap',
    'listen = 127.0.0.1',
    'ssl = yes',
    `ssl_cert = <${folder}/cert.pem`,
    `ssl_key = <${folder}/key.pem`,
    // It takes every client of its own address as encrypted anyway, so it cannot be made to refuse one.
    'disable_plaintext_auth = no',
    'auth_mechanisms = plain login',
    // Or a wrong password costs seconds.
    'auth_failure_delay = 0',
    'imap_idle_notify_interval = 30 s',
    `default_login_user = ${names.login}`,
    `default_internal_user = ${names.internal}`,
    `default_internal_group = ${names.group}`,
    'first_valid_uid = 1',
    'mail_location = maildir:~/Maildir',
    `rawlog_dir = ${folder}/mail/%u/dovecot.rawlog`,
    `passdb {\n  driver = passwd-file\n  args = scheme=PLAIN username_format=%u ${folder}/passwd\n}`,
    `userdb {\n  driver = passwd-file\n  args = username_format=%u ${folder}/passwd\n}`,
    'namespace inbox {\n  inbox = yes\n  separator = /',
    ...Object.entries(special).map(
      ([name, use]) => `  mailbox ${name} {\n    auto = create\n    special_use = \\${use}\n  }`,
    ),
    '  mailbox Notes {\n    auto = create\n  }',
    '}',
    `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = ${tlsPort}\n    ssl = yes\n  }\n}`,
    // Or an address that once had a wrong password waits longer each time.
    'service anvil {\n  chroot =\n  unix_listener anvil-auth-penalty {\n    mode = 0\n  }\n}',
    'service stats {\n  chroot =\n}',
  ];
}
