import type { VerdictRule } from './verdict-rule';

const organizationAction = {
  file: 'GluuFederation/oxTrust version_4.3.0 UpdateOrganizationAction.java (oxTrust issue 2098)',
} as const;

/** Endings that the settings alone decide. */
export const settingRules = {
  V20: { outcome: 'fails', sentence: 'SMTP Host is empty.', source: 'code', remedy: 'Enter the host.' },
  V21: {
    outcome: 'fails',
    sentence: 'SMTP Port is not set: Gluu connects to port 0.',
    source: 'both',
    remedy: 'Enter the port.',
  },
  V22: {
    outcome: 'fails',
    sentence: 'From Email Address is empty: sending ends in an error page before anything is tried.',
    source: 'code',
    remedy: 'Enter the address.',
  },
  V23: {
    outcome: 'fails',
    sentence: 'Requires Authentication is on, but there is no user name: JavaMail refuses before it connects.',
    source: 'library',
    remedy: 'Enter the user name.',
  },
  V24: {
    outcome: 'fails',
    sentence: 'Requires Authentication is on, but there is no password: JavaMail refuses before it connects.',
    source: 'library',
    remedy: 'Enter the password.',
  },
  V25: {
    outcome: 'fails',
    sentence:
      'The stored password does not decrypt with this server’s salt. Gluu continues without a password, and JavaMail stops before connecting.',
    source: 'both',
    remedy: 'Enter the password again and save.',
  },
  V26: {
    outcome: 'fails',
    sentence: 'The key store cannot be opened on the Gluu Server, so the mail cannot be signed.',
    source: 'code',
    remedy: 'Correct path, password and alias of the key store, or clear all three: the test then sends unsigned mail.',
  },
  V27: {
    outcome: 'fails',
    sentence: 'The test of this version does not see a password that was not saved yet.',
    source: organizationAction,
    remedy: 'Update first, then test.',
  },
  V28: {
    outcome: 'fails',
    sentence:
      'No key store is stored, not even an empty text. Gluu {version} then sends no mail at all, neither test nor reset.',
    source: 'code',
    remedy: 'Store an empty text as key store: press Update on the page once, with a text in KeyStore File Path.',
  },
  V70: {
    outcome: 'ignoresHost',
    sentence:
      'Requires Authentication is off: Gluu {version} drops the settings and sends to localhost, port 25, of the Gluu Server.',
    source: 'code',
    remedy:
      'Switch Requires Authentication on and give a user name and a password: a server that offers no login is sent the mail without them. Or run a relay on port 25 of the Gluu Server, or upgrade to 4.2 or later.',
  },
} as const satisfies Record<string, VerdictRule>;
