import { configurationVersions, type GluuVersion } from './gluu-version';

/** Where things lie in the tree of one Gluu server (community-edition-setup, templates/*.ldif). */
export interface GluuNames {
  orgInum: string;
  applianceInum: string;
  adminInum: string;
  organizationDn: string;
  /** The entry with the settings: from 4.0 on that of the configuration. */
  applianceDn: string;
  peopleDn: string;
  adminDn: string;
  groupsDn: string;
  managerGroupDn: string;
  attributesDn: string;
  oxTrustDn: string;
  oxAuthDn: string;
  /** Gluu makes this branch with the first reset request; a fresh tree has none. */
  resetRequestsDn: string;
}

const defaultBaseInum = '@!7F3A.91C2.04DE.B8A5';

/** Whether a release has its settings in a gluuConfiguration entry. */
export const hasConfiguration = (version: GluuVersion): boolean =>
  (configurationVersions as readonly GluuVersion[]).includes(version);

/** The names in the tree of a release. */
export function namesOf(version: GluuVersion, baseInum?: string): GluuNames {
  return hasConfiguration(version) ? newerNames : gluuNames(baseInum);
}

/** From 4.0 on every tree has the same names; only inums of people differ. */
const newerNames: GluuNames = {
  orgInum: 'gluu',
  applianceInum: '',
  adminInum: '5a8f2c6e-0d1b-4c3a-9e7f-1b2c3d4e5f60',
  organizationDn: 'o=gluu',
  applianceDn: 'ou=configuration,o=gluu',
  peopleDn: 'ou=people,o=gluu',
  adminDn: 'inum=5a8f2c6e-0d1b-4c3a-9e7f-1b2c3d4e5f60,ou=people,o=gluu',
  groupsDn: 'ou=groups,o=gluu',
  managerGroupDn: 'inum=60B7,ou=groups,o=gluu',
  attributesDn: 'ou=attributes,o=gluu',
  oxTrustDn: 'ou=oxtrust,ou=configuration,o=gluu',
  oxAuthDn: 'ou=oxauth,ou=configuration,o=gluu',
  resetRequestsDn: 'ou=resetPasswordRequests,o=gluu',
};

/** All inums and DNs up to 3.1.9 that follow from a base inum of the form `@!XXXX.XXXX.XXXX.XXXX`. */
export function gluuNames(baseInum = defaultBaseInum): GluuNames {
  const orgInum = `${baseInum}!0001!4E21.7C0B`;
  const applianceInum = `${baseInum}!0002!A65D.13F9`;
  // These two endings are the same on every installation.
  const adminInum = `${orgInum}!0000!A8F2.DE1E.D7FB`;
  const organizationDn = `o=${orgInum},o=gluu`;
  const applianceDn = `inum=${applianceInum},ou=appliances,o=gluu`;
  const peopleDn = `ou=people,${organizationDn}`;
  const groupsDn = `ou=groups,${organizationDn}`;
  return {
    orgInum,
    applianceInum,
    adminInum,
    organizationDn,
    applianceDn,
    peopleDn,
    adminDn: `inum=${adminInum},${peopleDn}`,
    groupsDn,
    managerGroupDn: `inum=${orgInum}!0003!60B7,${groupsDn}`,
    attributesDn: `ou=attributes,${organizationDn}`,
    oxTrustDn: `ou=oxtrust,ou=configuration,${applianceDn}`,
    oxAuthDn: `ou=oxauth,ou=configuration,${applianceDn}`,
    resetRequestsDn: `ou=resetPasswordRequests,${applianceDn}`,
  };
}
