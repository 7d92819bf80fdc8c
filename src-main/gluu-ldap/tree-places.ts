import type { TreeForm } from '../../src-shared/gluu/tree-versions';

/** Where a Gluu tree keeps what this console reads and writes. */
export interface TreePlaces {
  form: TreeForm;
  /** The entry with the settings of the page: an appliance's up to 3.1.9, the configuration's from 4.0 on. */
  configDn: string;
  organizationDn: string;
  /** oxTrust's own configuration. */
  oxtrustDn: string;
  peopleDn: string;
  groupsDn: string;
  /** Where password resets are asked for; made with the first request. */
  requestsDn: string;
}

export const REQUEST_BRANCH = 'resetPasswordRequests';

/** Names of entries that every tree has. */
export const SUFFIX = 'o=gluu';
export const APPLIANCES = `ou=appliances,${SUFFIX}`;

const branchesOf = (configurationDn: string, organizationDn: string) => ({
  oxtrustDn: `ou=oxtrust,${configurationDn}`,
  peopleDn: `ou=people,${organizationDn}`,
  groupsDn: `ou=groups,${organizationDn}`,
});

/** The places of a tree up to 3.1.9 (community-edition-setup, templates/*.ldif; oxTrust PasswordReminderAction.java). */
export const placesOfAppliance = (applianceDn: string, organizationDn: string): TreePlaces => ({
  form: 'appliance',
  configDn: applianceDn,
  organizationDn,
  ...branchesOf(`ou=configuration,${applianceDn}`, organizationDn),
  requestsDn: `ou=${REQUEST_BRANCH},${applianceDn}`,
});

/**
 * The places of every tree from 4.0 on: there is one. The requests are beside the configuration, not below it (oxTrust
 * version_4.0 and version_4.5.5, PasswordResetService.java).
 */
export const placesOfConfiguration: TreePlaces = {
  form: 'configuration',
  configDn: `ou=configuration,${SUFFIX}`,
  organizationDn: SUFFIX,
  ...branchesOf(`ou=configuration,${SUFFIX}`, SUFFIX),
  requestsDn: `ou=${REQUEST_BRANCH},${SUFFIX}`,
};
