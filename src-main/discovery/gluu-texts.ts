import { X509Certificate } from 'node:crypto';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import type { GluuFileKind } from '../../src-shared/model/discovery';
import { dnProblem } from '../../src-shared/model/dn';
import { hostProblem, portProblem } from '../../src-shared/model/host';
import { saltProblem } from '../../src-shared/model/server';
import { safeText } from '../base/safe-text';
import { describeCertificate } from '../net/tls';
import { type JavaProperties, parseJavaProperties } from './java-properties';

const LDAPS_PORT = 636;
const LDAP_PORT = 389;
const MAX_SERVERS = 20;

export interface LdapProperties {
  /** Every usable address of `servers`, in its order. */
  servers: { host: string; port: number }[];
  /** Entries of `servers` that are no address, safe to show. */
  unusable: string[];
  /** Absent if no value can be one. */
  bindDn?: string;
  /** As it stands there, encrypted with the salt. */
  bindPassword: string;
  useSsl: boolean;
  /** Path of the certificate that belongs to the trust store, inside the installation. */
  certificate?: string;
  applianceInum?: string;
  /** Keys that stand there more than once with different values. */
  twice: string[];
}

/**
 * Reads ox-ldap.properties (2.4 to 3.1.x) or gluu-ldap.properties (4.x), community-edition-setup templates. Of a key that
 * stands there twice Gluu takes the first value (commons-configuration, `getString`), and so does this. Never throws.
 */
export function readLdapProperties(text: string): LdapProperties {
  const properties = parseJavaProperties(text);
  const useSsl = !/^(false|no|off|0)$/i.test(first(properties, 'useSSL'));
  const bindDn = first(properties, 'bindDN');
  const certificate = certificatePathOf(first(properties, 'ssl.trustStoreFile'));
  const applianceInum = applianceInumIn(properties);
  return {
    ...readServers(first(properties, 'servers'), useSsl),
    ...(bindDn !== '' && dnProblem(bindDn) === undefined ? { bindDn } : {}),
    bindPassword: first(properties, 'bindPassword'),
    useSsl,
    ...(certificate ? { certificate } : {}),
    ...(applianceInum ? { applianceInum } : {}),
    twice: [...properties].filter(([, values]) => new Set(values).size > 1).map(([key]) => safeText(key)),
  };
}

const first = (properties: JavaProperties, key: string): string => (properties.get(key)?.[0] ?? '').trim();

function readServers(text: string, useSsl: boolean): Pick<LdapProperties, 'servers' | 'unusable'> {
  const entries = text.split(',').map((entry) => entry.trim());
  const read = entries
    .filter(Boolean)
    .slice(0, MAX_SERVERS)
    .map((entry) => ({ entry, server: readServer(entry, useSsl) }));
  return {
    servers: read.flatMap(({ server }) => server ?? []),
    unusable: read.filter(({ server }) => !server).map(({ entry }) => safeText(entry)),
  };
}

function readServer(entry: string, useSsl: boolean): { host: string; port: number } | undefined {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]{1,100})\]|([^:\s]{1,253}))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) return undefined;
  const port = digits === undefined ? (useSsl ? LDAPS_PORT : LDAP_PORT) : Number(digits);
  return hostProblem(host) || portProblem(port) ? undefined : { host, port };
}

/**
 * Setup exports the certificate in PEM beside the trust store, with the same name (`/etc/certs/opendj.pkcs12` and `.crt`).
 * Only a plain name there is taken: the file's text must not choose what is read.
 */
const certificatePathOf = (trustStore: string): string | undefined => {
  const name = /^\/etc\/certs\/([\w-]{1,60})\.(?:pkcs12|p12|jks|bcfks)$/.exec(trustStore)?.[1];
  return name && `etc/certs/${name}.crt`;
};

/** `oxtrust_ConfigurationEntryDN` and its like name the appliance up to 3.1.x: `…,inum=<applianceInum>,ou=appliances,o=gluu`. */
function applianceInumIn(properties: JavaProperties): string | undefined {
  for (const [key, [value]] of properties) {
    const found = /ConfigurationEntryDN$/i.test(key) && /inum=([^,=]{5,100}),ou=appliances,/i.exec(value ?? '')?.[1];
    if (found) return safeText(found);
  }
  return undefined;
}

/** `persistence.type` of gluu.properties (4.x), in small letters, safe to show; undefined if it does not say. */
export function readPersistence(text: string): string | undefined {
  const type = safeText(first(parseJavaProperties(text), 'persistence.type').toLowerCase());
  return type === '' ? undefined : type;
}

/**
 * The salt in the text of a salt file (`encodeSalt = …`), or in the bare value itself. Undefined if nothing there can
 * be one (model/server.ts, saltProblem).
 */
export function readSalt(text: string): string | undefined {
  const named = first(parseJavaProperties(text), 'encodeSalt');
  const bare = /^[^\s=:]{24,200}$/.test(text.trim()) ? text.trim() : '';
  const salt = named || bare;
  return salt !== '' && salt.length <= 1000 && saltProblem(salt) === undefined ? salt : undefined;
}

/** What the first certificate of a PEM text says of itself; undefined if there is none. */
export function readCertificate(text: string): CertificateFacts | undefined {
  const pem = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END (?:TRUSTED )?CERTIFICATE-----/.exec(
    text,
  )?.[0];
  if (pem === undefined) return undefined;
  try {
    return describeCertificate(new X509Certificate(pem));
  } catch {
    return undefined; // OpenSSL's words about a damaged file help nobody; a missing certificate is reported where it is needed
  }
}

/** Which of Gluu's files a text is, going by its content; undefined if it is another file. */
export function kindOfText(text: string): GluuFileKind | undefined {
  if (/-----BEGIN (TRUSTED )?CERTIFICATE-----/.test(text)) return 'certificate';
  const keys = parseJavaProperties(text);
  if (keys.has('bindDN') || keys.has('servers')) return 'ldap';
  if (keys.has('persistence.type')) return 'gluu';
  return keys.has('encodeSalt') || readSalt(text) !== undefined ? 'salt' : undefined;
}
