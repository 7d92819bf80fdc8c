import { LATER, type Range, type Table } from './versions';

/** A span of Gluu versions whose oxTrust treats values alike when it saves them. */
export interface SaveVersion extends Range {
  /**
   * Contact Email. `kept`: as it is. `filled`: whatever writes the entry, the status timer among them, puts the example address
   * into an empty one. `notChanged`: the page keeps what is stored, whatever is typed. `oneKept`: Update writes one value.
   */
  contactEmail: 'kept' | 'filled' | 'notChanged' | 'oneKept';
}

/**
 * Sources: oxTrust UpdateOrganizationAction.java (4.3.0, 4.4.0), GluuConfiguration.java (4.2.0, 4.3.0).
 */
export const saveVersions: Table<SaveVersion> = [
  { least: '2.4', most: '4.1.3', contactEmail: 'kept' },
  { least: '4.2.0', most: '4.2.3', contactEmail: 'filled' },
  { least: '4.3.0', most: '4.3.2', contactEmail: 'notChanged' },
  { least: '4.4.0', most: LATER, contactEmail: 'oneKept' },
];

/** What oxTrust 4.2.0 and later puts in the place of an empty Contact Email (GluuConfiguration.java, UpdateOrganizationAction.java). */
export const EXAMPLE_ADDRESS = 'example@orgname.com';
