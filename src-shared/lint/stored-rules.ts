import { EXAMPLE_ADDRESS, type SaveVersion, saveVersions } from '../gluu/save-versions';
import { everyVersion, spansWhere } from '../gluu/versions';
import { message } from '../texts/message';
import { versionFamilies } from '../verdict/gluu-versions';
import { mailCodes } from '../verdict/mail-code';
import type { LintRule } from './lint-rule';

const chosenOfThree = spansWhere(versionFamilies, ({ reset }) => mailCodes[reset].form === 'connectProtection');
const otherWord = (what: 'breaks' | 'plain') => spansWhere(versionFamilies, (family) => family.otherWord === what);
const withKeyStore = spansWhere(versionFamilies, ({ reset }) => mailCodes[reset].needsKeyStoreText);
const contactEmail = (...ways: SaveVersion['contactEmail'][]) =>
  spansWhere(saveVersions, (row) => ways.includes(row.contactEmail));

const isExample = (address: string | null | undefined): boolean => address?.trim().toLowerCase() === EXAMPLE_ADDRESS;

/** Rules on what lies in the directory beside the values of the form, and on what Gluu itself does to it. */
export const storedRules = {
  /**
   * Requires SSL is still stored as on, and no connect-protection, as after an upgrade from 4.4.0. Gluu: reads the new key alone, and
   * sends unencrypted.
   */
  L21: {
    field: 'smtpConnectProtection',
    reads: ['smtpConnectProtection'],
    source: 'oxCore version_4.4.1 SmtpConfiguration.java (connect-protection takes the place of requires-ssl)',
    cases: [
      {
        versions: chosenOfThree,
        severity: 'bad',
        find: ({ stored }) =>
          stored.connectProtectionStored === 'missing' && stored.requiresSsl === true
            ? { sentence: message('lint.L21') }
            : undefined,
      },
    ],
  },
  /**
   * The stored connect-protection is a word of another build. Gluu: cannot read its configuration, so that nobody can log in; from
   * 4.5.1 on it takes the word as none.
   */
  L22: {
    field: 'smtpConnectProtection',
    reads: ['smtpConnectProtection'],
    source: 'oxCore version_4.4.2 and version_4.5.1 SmtpConnectProtectionType.java',
    cases: (['breaks', 'plain'] as const).map((what) => ({
      versions: otherWord(what),
      severity: 'bad',
      find: ({ stored }) =>
        stored.connectProtectionStored === 'otherBuild' ? { sentence: message(`lint.L22.${what}`) } : undefined,
    })),
  },
  /** key-store is missing or null. Gluu: cannot make what sends its mail, and sends none at all. */
  L23: {
    field: 'smtpKeyStore',
    reads: ['smtpKeyStore'],
    source: 'oxCore version_4.5.5 MailService.java (init, solveKeyStorageType)',
    cases: [
      {
        versions: withKeyStore,
        severity: 'bad',
        find: ({ stored }) => (stored.keyStore === 'null' ? { sentence: message('lint.L23') } : undefined),
      },
    ],
  },
  /** The key store's password is stored unencrypted. Gluu: cannot decrypt it, and signs nothing. */
  L24: {
    field: 'smtpKeyStorePassword',
    reads: ['smtpKeyStorePassword'],
    source:
      'community-edition-setup 4.4.1 templates/configuration.ldif; oxTrust version_4.4.1 UpdateOrganizationAction.java',
    cases: [
      {
        versions: withKeyStore,
        severity: 'warn',
        find: ({ stored }) => (stored.keyStorePassword === 'clear' ? { sentence: message('lint.L24') } : undefined),
      },
    ],
  },
  /** Contact Email is Gluu's own example, or is empty where Gluu fills it with that. */
  L25: {
    field: 'contactEmail',
    reads: ['contactEmail'],
    source:
      'oxTrust version_4.2.0 GluuConfiguration.java; version_4.3.0 and version_4.4.0 UpdateOrganizationAction.java',
    cases: [
      {
        versions: contactEmail('filled'),
        severity: 'warn',
        find: (form) => (isExample(form.contactEmail) ? { sentence: message('lint.L25.filled') } : undefined),
      },
      {
        versions: contactEmail('filled'),
        severity: 'info',
        find: (form) => {
          const isEmpty = form.contactEmail === null || form.contactEmail?.trim() === '';
          return isEmpty ? { sentence: message('lint.L25.empty') } : undefined;
        },
      },
      {
        versions: contactEmail('notChanged'),
        severity: 'warn',
        find: (form) => (isExample(form.contactEmail) ? { sentence: message('lint.L25.notChanged') } : undefined),
      },
      {
        versions: contactEmail('oneKept'),
        severity: 'warn',
        find: (form) => (isExample(form.contactEmail) ? { sentence: message('lint.L25.example') } : undefined),
      },
    ],
  },
  /** Several contact addresses are stored. Gluu: Update of its own page keeps the first. */
  L26: {
    field: 'contactEmail',
    reads: ['contactEmail'],
    source: 'oxTrust version_4.4.0 UpdateOrganizationAction.java (setContactEmail)',
    cases: [
      {
        versions: contactEmail('oneKept'),
        severity: 'info',
        find: ({ facts: { contactEmails = 0 } }) =>
          contactEmails > 1 ? { sentence: message('lint.L26', { n: contactEmails - 1 }) } : undefined,
      },
    ],
  },
  /** The stored password was encrypted more than once. Gluu: logs in with the inner ciphertext, and fails. */
  L27: {
    field: 'smtpPassword',
    reads: ['smtpPassword', 'smtpAuthentication'],
    source: 'oxTrust version_3.1.0 UpdateOrganizationAction.java (updateSmptConfiguration)',
    cases: [
      {
        versions: everyVersion,
        severity: 'bad',
        find: ({ authentication, password }) =>
          authentication && password.kind === 'stored' && password.as === 'layered'
            ? { sentence: message('lint.L27') }
            : undefined,
      },
    ],
  },
  /** The stored password does not decrypt. Gluu up to 3.0.3: logs in with the stored text itself. */
  L28: {
    field: 'smtpPassword',
    reads: ['smtpPassword', 'smtpAuthentication'],
    source: 'oxTrust version_2.4.4 GluuAppliance.java (setSmtpPassword)',
    cases: [
      {
        versions: everyVersion,
        severity: 'warn',
        find: ({ authentication, password }) =>
          authentication && password.kind === 'stored' && password.as === 'usedAsStored'
            ? { sentence: message('lint.L28') }
            : undefined,
      },
    ],
  },
} as const satisfies Record<string, LintRule>;
