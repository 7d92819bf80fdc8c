import { compareVersions } from '../../src-shared/gluu/versions';
import type { Inums } from './inums';

/** What oxTrust's own configuration says of its server. */
export interface OxtrustFacts {
  version: string;
  hostname: string;
  organization: string;
  inums: Inums;
  bindDn: string;
  /** The LDAP password as the server keeps it: encrypted with its salt. */
  encryptedBindPassword: string;
  /** That of oxTrust's own OpenID Connect client, in the same way. */
  encryptedClientPassword: string;
  applianceUrl?: string;
}

/**
 * The JSON text of `oxTrustConfApplication` with the defaults of a new installation
 * (community-edition-setup, templates/oxtrust-config.json), as far as a client can learn something from it.
 */
export function oxtrustConfiguration(facts: OxtrustFacts): string {
  const { version, hostname, organization, inums } = facts;
  const url = `https://${hostname}`;
  const endpoint = compareVersions(version, '3.1.0') >= 0 ? '/identity/restv1' : '/identity/seam/resource/restv1';
  const configuration = {
    orgInum: inums.organization,
    orgIname: '',
    orgSupportEmail: `admin@${hostname}`,
    applianceInum: inums.appliance,
    baseDN: 'o=gluu',
    baseEndpoint: `${url}${endpoint}`,
    idpUrl: url,
    applianceUrl: facts.applianceUrl ?? url,
    personObjectClassTypes: ['gluuCustomPerson', 'gluuPerson', 'eduPerson'],
    allowPersonModification: true,
    updateApplianceStatus: true,
    personCustomObjectClass: 'gluuCustomPerson',
    photoRepositoryRootDir: '/var/ox/photos',
    logoLocation: '/var/ox/photos',
    configGeneration: true,
    ignoreValidation: false,
    idpBindDn: facts.bindDn,
    idpBindPassword: facts.encryptedBindPassword,
    idpLdapProtocol: 'ldaps',
    idpLdapServer: 'localhost:1636',
    certDir: '/etc/certs/',
    oxAuthClientPassword: facts.encryptedClientPassword,
    oxAuthIssuer: url,
    loginRedirectUrl: `${url}/identity/authcode.htm`,
    logoutRedirectUrl: `${url}/identity/finishlogout.htm`,
    umaIssuer: url,
    organizationName: organization,
    scimTestMode: false,
    // From 3.1.4 on new installations have it; without it every reset link is expired at once (gluu-facts 5.3).
    ...(compareVersions(version, '3.1.4') >= 0 && { passwordResetRequestExpirationTime: 600 }),
  };
  return JSON.stringify(configuration, null, 4);
}
