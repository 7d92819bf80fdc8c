import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import type { GluuNames } from './gluu-names';
import { type GluuVersion, isAtLeast } from './gluu-version';

/**
 * The JSON text of oxTrustConfApplication as the installer leaves it, with line breaks
 * (community-edition-setup, templates/oxtrust-config.json), shortened to what a client may look at.
 */
export function oxTrustSettings(
  names: GluuNames,
  version: GluuVersion,
  hostname: string,
  salt: string,
  changes: Record<string, unknown> = {},
): string {
  const url = `https://${hostname}`;
  const restPath = isAtLeast(version, '3.1.0') ? 'restv1' : 'seam/resource/restv1';
  const settings = {
    orgInum: names.orgInum,
    orgIname: '',
    orgSupportEmail: `support@${hostname}`,
    applianceInum: names.applianceInum,
    baseDN: 'o=gluu',
    baseEndpoint: `${url}/identity/${restPath}`,
    idpUrl: url,
    ...(isAtLeast(version, '4.0') ? { applicationUrl: url } : { applianceUrl: url }),
    updateApplianceStatus: true,
    idpBindDn: 'cn=Directory Manager',
    idpBindPassword: encrypt('Manager-Passw0rd', salt),
    oxAuthClientId: `${names.orgInum}!0008!0001`,
    oxAuthClientPassword: encrypt('K3yOfTheCl1ent', salt),
    logoLocation: '/var/ox/photos',
    photoRepositoryRootDir: '/var/ox/photos',
    recaptchaSiteKey: '',
    recaptchaSecretKey: '',
    loggingLevel: 'INFO',
    ...(isAtLeast(version, '3.1.4')
      ? { authenticationRecaptchaEnabled: false, passwordResetRequestExpirationTime: 600 }
      : {}),
    ...changes,
  };
  return `${JSON.stringify(settings, null, 4)}\n`;
}

/** A short JSON text for oxAuthConfDynamic; the real one has some two hundred keys of no interest here. */
export const oxAuthSettings = (hostname: string): string =>
  JSON.stringify({
    issuer: `https://${hostname}`,
    baseEndpoint: `https://${hostname}/oxauth/restv1`,
    loginPage: `https://${hostname}/oxauth/login.htm`,
    sessionIdUnusedLifetime: 86400,
  });
