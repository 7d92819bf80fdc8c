import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestCertificate } from './certificates';
import { gluuSchema } from './gluu-schema';
import { type GluuVersion, isAtLeast } from './gluu-version';

export interface SlapdSettings {
  version: GluuVersion;
  password: string;
  /** Seconds after which slapd drops a silent connection. */
  idleTimeout?: number;
  /** Entries per search. It does not hold for the root DN: bind as the reader to meet it. */
  sizeLimit?: number;
  /** Further lines of slapd.conf(5) for the global section, e.g. `allow bind_anon_cred`. */
  globalLines?: string[];
  /** Further lines for the database of `o=gluu`, e.g. `overlay ppolicy`. */
  overlayLines?: string[];
}

export const rootDn = 'cn=directory manager,o=gluu';
/** A person who may bind, reads everything and writes nothing. */
export const readerDn = 'cn=reader,o=gluu';

/** Writes slapd.conf, the schema and empty database folders into `folder`; gives the path of slapd.conf. */
export function writeSlapdConfig(folder: string, settings: SlapdSettings): string {
  const suffixes = suffixesOf(settings.version);
  for (const suffix of suffixes) mkdirSync(join(folder, suffix));
  writeFileSync(join(folder, 'gluu.schema'), gluuSchema(settings.version));
  const path = join(folder, 'slapd.conf');
  const databases = suffixes.flatMap((suffix) => databaseLines(folder, suffix, settings));
  writeFileSync(path, [...globalLines(folder, settings), ...databases, ''].join('\n'), { mode: 0o600 });
  return path;
}

/** Puts the certificate where slapd.conf names it; slapd reads it when it starts. */
export function writeSlapdCertificate(folder: string, { key, cert }: Pick<TestCertificate, 'key' | 'cert'>): void {
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  chmodSync(join(folder, 'key.pem'), 0o600);
}

/** The naming contexts that Gluu's installer sets up. */
function suffixesOf(version: GluuVersion): string[] {
  return ['o=gluu', 'o=site', ...(isAtLeast(version, '3.1.4') ? ['o=metric'] : [])];
}

// Debian's paths. What Gluu's own file has beyond this (ppolicy, bcrypt, audit log) is not on Debian or of no interest.
function globalLines(folder: string, settings: SlapdSettings): string[] {
  return [
    ...['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`),
    `include "${join(folder, 'gluu.schema')}"`,
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    'moduleload unique',
    'loglevel none',
    `TLSCertificateFile "${join(folder, 'cert.pem')}"`,
    `TLSCertificateKeyFile "${join(folder, 'key.pem')}"`,
    ...(settings.idleTimeout === undefined ? [] : [`idletimeout ${settings.idleTimeout}`]),
    ...(settings.sizeLimit === undefined ? [] : [`sizelimit ${settings.sizeLimit}`]),
    ...(settings.globalLines ?? []),
    'access to dn.base="" by * read',
    // Gluu's `self write` would let the reader change its own entry.
    `access to dn.base="${readerDn}" by users read by anonymous auth`,
    'access to * by self write by users read by anonymous auth',
  ];
}

function databaseLines(folder: string, suffix: string, { password, overlayLines = [] }: SlapdSettings): string[] {
  return [
    'database mdb',
    `suffix "${suffix}"`,
    `rootdn "cn=directory manager,${suffix}"`,
    `rootpw ${password}`,
    `directory "${join(folder, suffix)}"`,
    'maxsize 268435456',
    'dbnosync',
    'index objectClass,inum,uid,mail eq',
    ...(suffix === 'o=gluu'
      ? [
          'overlay unique',
          'unique_uri ldap:///?uid?sub?(objectClass=gluuPerson)',
          'unique_uri ldap:///?mail?sub?(objectClass=gluuPerson)',
          ...overlayLines,
        ]
      : []),
  ];
}
