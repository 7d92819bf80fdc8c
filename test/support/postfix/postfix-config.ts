import { chmodSync, chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestCertificate } from '../certificates';
import { runTool } from '../run-tool';

/** One way in, on a port of its own. */
export interface PostfixPort {
  /** `startTls` offers STARTTLS; `implicitTls` begins with TLS. */
  kind: 'plain' | 'startTls' | 'implicitTls';
  /** Offers a login, with these methods; `true` stands for PLAIN and LOGIN. */
  auth?: boolean | readonly ('PLAIN' | 'LOGIN' | 'CRAM-MD5' | 'DIGEST-MD5' | 'NTLM')[];
  /** Offers the login in clear as well; by default, where there is TLS, only behind it. */
  authInClear?: boolean;
  /** Takes no mail before STARTTLS. */
  requireTls?: boolean;
  /** Takes no mail before a login. */
  requireAuth?: boolean;
  /** The TLS versions it speaks; by default all that Postfix speaks by itself. */
  tls?: '1.0-only' | '1.2-only' | '1.3-only' | '1.2+' | '1.0+';
  /** By default the one that the test authority signed for localhost and 127.0.0.1. */
  certificate?: Pick<TestCertificate, 'key' | 'cert'>;
  /** Further parameters of main.cf (postconf(5)) for this port. */
  parameters?: Record<string, string>;
}

export interface Mailbox {
  address: string;
  /** Its owner may log in with the address and this. */
  password: string;
}

export interface PostfixSettings {
  ports: readonly PostfixPort[];
  mailboxes: readonly Mailbox[];
  certificate: Pick<TestCertificate, 'key' | 'cert'>;
}

/** Only mail to this domain is delivered. */
const mailDomain = 'example.org';
export const daemonFolder = '/usr/lib/postfix/sbin';
const queues = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'saved', 'trace'];
/** The owner of the mail: virtual(8) refuses small numbers, and this user has nothing else. */
const nobody = 65534;

/** Where each mailbox is below the folder, as virtual(8) has it: the slash at the end makes it a maildir. */
export const maildirOf = (address: string): string => `${address.slice(0, address.indexOf('@'))}/`;

/** Writes what a Postfix of its own needs into `folder`; it lacks only its ports, which `writeServices` names. */
export async function writePostfixConfig(folder: string, settings: PostfixSettings): Promise<void> {
  const [user, dropGroup] = await Promise.all([idOf('passwd', 'postfix'), idOf('group', 'postdrop')]);
  // Postfix's processes leave root behind, and have to reach what lies in here.
  for (const each of [folder, dirname(folder)]) chmodSync(each, 0o711);
  writeQueue(folder, user, dropGroup);
  mkdirSync(join(folder, 'mail'));
  chownSync(join(folder, 'mail'), nobody, nobody);
  const main = join(folder, 'main.cf');
  writeFileSync(main, `${mainLines(folder, settings).join('\n')}\n`);
  // Each process reads a file that has just been written again and again, until it is more than a second old.
  const aMinuteAgo = Date.now() / 1000 - 60;
  utimesSync(main, aMinuteAgo, aMinuteAgo);
  writeCertificate(folder, 'server', settings.certificate);
  settings.ports.forEach(({ certificate }, index) => {
    if (certificate) writeCertificate(folder, `port-${index}`, certificate);
  });
  await writeLogins(folder, settings.mailboxes, user);
}

/** Writes master.cf with the settings' ports in the same order. */
export function writeServices(folder: string, settings: PostfixSettings, numbers: readonly number[]): void {
  const listeners = settings.ports.map((port, index) => listenerLine(folder, port, index, numbers[index] ?? 0));
  writeFileSync(join(folder, 'master.cf'), `${[...listeners, ...services].join('\n')}\n`);
}

/** Without the ones that go out to the network (smtp, lmtp, relay) or take mail from other users (pickup). */
const services = [
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'proxymap unix - - n - - proxymap',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'discard unix - - n - - discard',
  'virtual unix - n n - - virtual',
  'anvil unix - - n - 1 anvil',
  'postlog unix-dgram n - n - 1 postlogd',
];

function mainLines(folder: string, { mailboxes }: PostfixSettings): string[] {
  const boxes = mailboxes.map(({ address }) => `{ ${address} = ${maildirOf(address)} }`).join(', ');
  const owners = mailboxes.map(({ address }) => `{ ${address} = ${address} }`).join(', ');
  return [
    'compatibility_level = 3.6',
    `queue_directory = ${join(folder, 'queue')}`,
    `data_directory = ${join(folder, 'data')}`,
    `daemon_directory = ${daemonFolder}`,
    'mail_owner = postfix',
    'setgid_group = postdrop',
    // A container has no syslogd.
    `maillog_file = ${join(folder, 'mail.log')}`,
    `maillog_file_prefixes = ${folder}`,
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    `myhostname = mail.${mailDomain}`,
    `mydomain = ${mailDomain}`,
    'smtpd_peername_lookup = no',
    // Nothing leaves this machine, and nothing is looked up.
    'default_transport = error:5.4.4 Only local mailboxes',
    'relay_transport = error:5.4.4 Only local mailboxes',
    'local_transport = error:5.4.4 Only virtual mailboxes',
    'mydestination =',
    // Otherwise every client on this machine might relay.
    'mynetworks = 192.0.2.0/24',
    'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination',
    'smtpd_client_event_limit_exceptions = 127.0.0.0/8',
    'alias_maps =',
    'alias_database =',
    'notify_classes =',
    `virtual_mailbox_domains = ${mailDomain}`,
    `virtual_mailbox_maps = inline:{${boxes}}`,
    `virtual_mailbox_base = ${join(folder, 'mail')}`,
    `virtual_uid_maps = static:${nobody}`,
    `virtual_gid_maps = static:${nobody}`,
    `smtpd_sender_login_maps = inline:{${owners}}`,
    `cyrus_sasl_config_path = ${join(folder, 'sasl')}`,
    `smtpd_tls_cert_file = ${join(folder, 'server.cert.pem')}`,
    `smtpd_tls_key_file = ${join(folder, 'server.key.pem')}`,
    'smtpd_tls_loglevel = 1',
  ];
}

function listenerLine(folder: string, port: PostfixPort, index: number, number: number): string {
  const options = Object.entries(parametersOf(folder, port, index)).map(([name, value]) => `-o {${name} = ${value}}`);
  return [`127.0.0.1:${number} inet n - n - - smtpd`, ...options].join('\n  ');
}

function parametersOf(folder: string, port: PostfixPort, index: number): Record<string, string> {
  const { kind, auth = false, requireTls = false, requireAuth = false, certificate } = port;
  const methods = auth === true ? ['PLAIN', 'LOGIN'] : auth || [];
  const certificatePath = (part: string) => join(folder, `port-${index}.${part}.pem`);
  return {
    smtpd_tls_security_level: kind === 'plain' ? 'none' : requireTls || kind === 'implicitTls' ? 'encrypt' : 'may',
    smtpd_tls_wrappermode: kind === 'implicitTls' ? 'yes' : 'no',
    smtpd_tls_auth_only: kind === 'plain' || port.authInClear ? 'no' : 'yes',
    smtpd_sasl_auth_enable: methods.length > 0 ? 'yes' : 'no',
    smtpd_sasl_mechanism_filter: methods.join(', '),
    ...(requireAuth ? { smtpd_client_restrictions: 'permit_sasl_authenticated, reject' } : {}),
    ...(certificate
      ? { smtpd_tls_cert_file: certificatePath('cert'), smtpd_tls_key_file: certificatePath('key') }
      : {}),
    ...(port.tls ? tlsParameters(port.tls) : {}),
    ...port.parameters,
  };
}

function tlsParameters(tls: NonNullable<PostfixPort['tls']>): Record<string, string> {
  const protocols = {
    '1.0-only': '>=TLSv1, <=TLSv1',
    '1.2-only': '>=TLSv1.2, <=TLSv1.2',
    '1.3-only': '>=TLSv1.3',
    '1.2+': '>=TLSv1.2',
    '1.0+': '>=TLSv1',
  }[tls];
  return {
    smtpd_tls_protocols: protocols,
    smtpd_tls_mandatory_protocols: protocols,
    // OpenSSL 3 does TLS 1.0 and 1.1 only at this level.
    ...(tls.startsWith('1.0') ? { tls_medium_cipherlist: 'DEFAULT:@SECLEVEL=0' } : {}),
  };
}

function writeCertificate(folder: string, name: string, { key, cert }: Pick<TestCertificate, 'key' | 'cert'>): void {
  writeFileSync(join(folder, `${name}.cert.pem`), cert);
  writeFileSync(join(folder, `${name}.key.pem`), key, { mode: 0o600 });
}

/** The folders and owners that `postfix check` makes and wants. */
function writeQueue(folder: string, user: number, dropGroup: number): void {
  const make = (name: string, mode: number, owner: number, group: number) => {
    const path = join(folder, name);
    mkdirSync(path);
    chownSync(path, owner, group);
    chmodSync(path, mode);
  };
  make('queue', 0o755, 0, 0);
  make('queue/pid', 0o755, 0, 0);
  make('queue/private', 0o700, user, 0);
  make('queue/public', 0o2710, user, dropGroup);
  make('queue/maildrop', 0o1730, user, dropGroup);
  for (const name of queues) make(join('queue', name), 0o700, user, 0);
  make('data', 0o700, user, 0);
}

/** Cyrus SASL keeps them in a database of its own; only saslpasswd2(8) writes it. */
async function writeLogins(folder: string, mailboxes: readonly Mailbox[], user: number): Promise<void> {
  const database = join(folder, 'logins.db');
  const lines = ['pwcheck_method: auxprop', 'auxprop_plugin: sasldb', `sasldb_path: ${database}`];
  // Debian's Postfix looks in this folder whatever cyrus_sasl_config_path says.
  mkdirSync(join(folder, 'sasl'));
  writeFileSync(
    join(folder, 'sasl', 'smtpd.conf'),
    `${[...lines, 'mech_list: PLAIN LOGIN CRAM-MD5 DIGEST-MD5 NTLM'].join('\n')}\n`,
  );
  for (const { address, password } of mailboxes) {
    const [name = '', realm = ''] = address.split('@');
    await runTool('saslpasswd2', ['-p', '-c', '-f', database, '-u', realm, name], { input: password });
  }
  chownSync(database, user, 0);
}

async function idOf(database: 'passwd' | 'group', name: string): Promise<number> {
  const [, , id = ''] = (await runTool('getent', [database, name])).split(':');
  return Number(id);
}
