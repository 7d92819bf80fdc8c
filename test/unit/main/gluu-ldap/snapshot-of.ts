import { dnOf, type Snapshot } from '../../../../src-main/gluu-ldap/snapshot';
import { placesOfAppliance } from '../../../../src-main/gluu-ldap/tree-places';
import type { Page } from '../../../../src-shared/gluu/pages/page';
import { page31 } from '../../../../src-shared/gluu/pages/pages-of-appliance';
import type { EntryId } from '../../../../src-shared/model/organization';
import { verbatim } from '../../../../src-shared/texts/message';
import { gluuNames } from '../../../support/gluu-names';

const { applianceDn, organizationDn } = gluuNames();

/** What was read from a server that holds these attribute values, and no others. */
export function snapshotOf(
  entries: Partial<Record<EntryId, Record<string, string[]>>> = {},
  version = '3.1.2',
  page: Page = page31,
): Snapshot {
  const tree = {
    version: { least: version, most: version, because: [verbatim('the test says so')] },
    page,
    vendor: 'OpenLDAP',
    ...placesOfAppliance(applianceDn, organizationDn),
    organizationName: 'Example Organization',
    guard: { assertion: true, token: 'entryCSN' },
    saltEvidence: { kind: 'noEntry' },
  } as const;
  const images = page.entries.map(({ id }) => {
    const values = new Map(Object.entries(entries[id] ?? {}));
    return [id, { dn: dnOf(tree, id), values }] as const;
  });
  return { tree, readAt: '2026-01-01T00:00:00.000Z', entries: new Map(images), names: {} };
}
