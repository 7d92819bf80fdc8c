/** Where things lie in the tree of one Gluu server up to 3.1.9 (community-edition-setup, templates/*.ldif). */
export interface GluuNames {
  orgInum: string;
  applianceInum: string;
  adminInum: string;
  organizationDn: string;
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

/** All inums and DNs that follow from a base inum of the form `@!XXXX.XXXX.XXXX.XXXX`. */
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
