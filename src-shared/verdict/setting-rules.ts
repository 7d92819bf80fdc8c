import type { VerdictRule } from './verdict-rule';

const organizationAction = {
  file: 'GluuFederation/oxTrust version_4.3.0 UpdateOrganizationAction.java (oxTrust issue 2098)',
} as const;

/** Endings that the settings alone decide. */
export const settingRules = {
  V19: {
    outcome: 'fails',
    source: 'code',
    remedy: 'verdict.V19.todo',
  },
  V20: { outcome: 'fails', source: 'code', remedy: 'verdict.V20.todo' },
  V21: {
    outcome: 'fails',
    source: 'both',
    remedy: 'verdict.V21.todo',
  },
  V22: {
    outcome: 'fails',
    source: 'code',
    remedy: 'verdict.V22.todo',
  },
  V23: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V23.todo',
  },
  V24: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V24.todo',
  },
  V25: {
    outcome: 'fails',
    source: 'both',
    remedy: 'verdict.V25.todo',
  },
  V26: {
    outcome: 'fails',
    source: 'code',
    remedy: 'verdict.V26.todo',
  },
  V27: {
    outcome: 'fails',
    source: organizationAction,
    remedy: 'verdict.V27.todo',
  },
  V28: {
    outcome: 'fails',
    source: 'code',
    remedy: 'verdict.V28.todo',
  },
  V29: {
    outcome: 'fails',
    source: {
      file: 'GluuFederation/oxCore version_4.4.2 SmtpConnectProtectionType.java (no @JsonCreator before 4.5.1)',
    },
    remedy: 'verdict.V29.todo',
  },
  V70: {
    outcome: 'ignoresHost',
    source: 'code',
    remedy: 'verdict.V70.todo',
  },
} as const satisfies Record<string, VerdictRule>;
