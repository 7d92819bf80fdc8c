import type { SaltState } from './salt';
import type { VersionFacts } from './version';

/** What a server turned out to be, after a successful connect. Every text comes from the server. */
export interface ServerFacts {
  checkedAt: string;
  address: string;
  tls?: { protocol: string; cipher: string; sha256: string; trust: 'system' | 'pin'; validTo: string };
  boundAs: string;
  vendor: string;
  version: VersionFacts;
  organization: string;
  /** The entry with the settings. */
  configDn: string;
  organizationDn: string;
  /** `applianceUrl` or `applicationUrl` of oxTrust's own configuration: the host that stands in reset links. */
  linkBase?: string;
  rights: 'write' | 'readOnlyProfile' | 'none';
  rightsNote?: string;
  /** What is known of the salt that is kept for it. */
  salt: SaltState;
}
