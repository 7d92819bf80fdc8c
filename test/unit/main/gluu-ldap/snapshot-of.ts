import { readSmtpConfiguration } from '../../../../src-main/gluu-ldap/smtp-configuration';
import type { Snapshot } from '../../../../src-main/gluu-ldap/snapshot';
import type { ConfigEntry } from '../../../../src-shared/model/organization-fields';
import { gluuNames } from '../../../support/gluu-names';

const { applianceDn, organizationDn, oxAuthDn, oxTrustDn } = gluuNames();

/** What was read from a server that holds these attribute values, and no others. */
export function snapshotOf(
  entries: Partial<Record<ConfigEntry, Record<string, string[]>>> = {},
  version = '3.1.2',
): Snapshot {
  const image = (entry: ConfigEntry, dn: string) => ({ dn, values: new Map(Object.entries(entries[entry] ?? {})) });
  return {
    tree: {
      version: { least: version, most: version, because: 'the test says so' },
      vendor: 'OpenLDAP',
      applianceDn,
      organizationDn,
      oxtrustDn: oxTrustDn,
      oxauthDn: oxAuthDn,
      organizationName: 'Example Organization',
      guard: { assertion: true, token: 'entryCSN' },
      saltEvidence: { kind: 'noEntry' },
    },
    readAt: '2026-01-01T00:00:00.000Z',
    entries: {
      appliance: image('appliance', applianceDn),
      organization: image('organization', organizationDn),
      oxauth: image('oxauth', oxAuthDn),
    },
    smtp: readSmtpConfiguration(entries.appliance?.oxSmtpConfiguration?.[0]),
  };
}
