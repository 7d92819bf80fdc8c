import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import { gluuNames } from './gluu-names';

export const chrootSalt = 'aB3dE5gH7jK9mN1pQ3rS5tU7';

/** What an installation's files say. */
export interface GluuInstallation {
  salt?: string;
  bindPassword?: string;
  bindDn?: string;
  /** As `servers` has it. */
  servers?: string;
  useSsl?: boolean;
  /** The LDAP server's certificate in PEM. */
  certificate?: string;
  /** `persistence.type` of gluu.properties; without one there is no such file, as before 4.0. */
  persistence?: string;
  /** Whether its /proc is mounted, as of a chroot that runs. */
  runs?: boolean;
  /** Seconds since 1970: when it last logged. */
  logged?: number;
}

type Layout = 'chroot-3' | 'chroot-4' | 'chroot-2' | 'package-3' | 'package-4' | 'tomcat';

/** Where each layout lies below the root of the host (Gluu's installation pages; community-edition-setup). */
const roots: Record<Layout, string> = {
  'chroot-3': 'opt/gluu-server-3.1.2',
  'chroot-4': 'opt/gluu-server',
  'chroot-2': 'opt/gluu-server-2.4.4',
  'package-3': '',
  'package-4': '',
  tomcat: '',
};
const configurationOf = (layout: Layout) =>
  layout === 'tomcat' || layout === 'chroot-2' ? 'opt/tomcat/conf' : 'etc/gluu/conf';
const ldapFileOf = (layout: Layout) => (layout.endsWith('4') && layout !== 'chroot-2' ? 'gluu-ldap' : 'ox-ldap');

/**
 * Puts the files of a Gluu installation below `host`, a folder that plays the root of a host, as Gluu's setup leaves them
 * (community-edition-setup, templates/ox-ldap.properties and gluu-ldap.properties). Gives the paths of what it wrote.
 */
export function putInstallation(
  host: string,
  layout: Layout,
  what: GluuInstallation = {},
  root = roots[layout],
): { root: string; ldap: string; salt: string; certificate: string } {
  const at = (name: string) => path.join(host, root, name);
  const openLdap = layout === 'chroot-3' || layout === 'package-3';
  const store = openLdap ? 'openldap' : 'opendj';
  const files = {
    root: `/${root}`,
    ldap: at(`${configurationOf(layout)}/${ldapFileOf(layout)}.properties`),
    salt: at(`${configurationOf(layout)}/salt`),
    certificate: at(`etc/certs/${store}.crt`),
  };
  put(files.ldap, ldapText(layout, store, what));
  put(files.salt, `encodeSalt = ${what.salt ?? chrootSalt}\n\n`);
  if (what.certificate) put(files.certificate, what.certificate);
  if (what.persistence)
    put(at('etc/gluu/conf/gluu.properties'), `persistence.type=${what.persistence}\ncertsDir=/etc/certs\n`);
  if (what.runs) put(at('proc/version'), 'Linux version 4.4.0\n');
  if (what.logged !== undefined) {
    const log = at('opt/gluu/jetty/identity/logs/oxtrust.log');
    put(log, 'started\n');
    utimesSync(log, what.logged, what.logged);
  }
  return files;
}

function put(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o644);
}

function ldapText(layout: Layout, store: string, what: GluuInstallation): string {
  const { bindPassword = 'Secret123!', salt = chrootSalt, servers = 'localhost:1636', useSsl = true } = what;
  const bindDn = what.bindDn ?? (store === 'openldap' ? 'cn=directory manager,o=gluu' : 'cn=directory manager');
  const entry = gluuNames().applianceDn;
  return `bindDN: ${bindDn}
bindPassword: ${encrypt(bindPassword, salt)}
servers: ${servers}

useSSL: ${useSsl}
ssl.trustStoreFile: /etc/certs/${store}.pkcs12
ssl.trustStorePin: ${encrypt('changeit', salt)}
ssl.trustStoreFormat: pkcs12
maxconnections: 10
${layout.endsWith('4') ? '' : `\noxauth_ConfigurationEntryDN=ou=oxauth,ou=configuration,${entry}\noxtrust_ConfigurationEntryDN=ou=oxtrust,ou=configuration,${entry}\n`}`;
}
