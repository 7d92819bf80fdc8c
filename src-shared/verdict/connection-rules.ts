import type { VerdictRule } from './verdict-rule';
import { encrypt } from './verdict-rule';

/** Endings before the SMTP greeting. */
export const connectionRules = {
  V30: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V30.todo',
  },
  V31: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V31.todo',
  },
  V32: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V32.todo',
  },
  V34: { outcome: 'fails', source: 'both' },
  V60: {
    outcome: 'hangs',
    source: 'both',
    remedy: encrypt,
  },
  V61: {
    outcome: 'hangs',
    source: 'library',
    remedy: 'verdict.remedy.upgradeOrRelay',
  },
  V62: {
    outcome: 'hangs',
    source: 'library',
    remedy: 'verdict.remedy.upgradeOrRelay',
  },
  V63: {
    outcome: 'hangs',
    source: 'library',
    remedy: 'verdict.remedy.updateTls',
  },
  V64: {
    outcome: 'hangs',
    source: 'library',
    remedy: 'verdict.remedy.importCertificate',
  },
  V65: {
    outcome: 'hangs',
    source: 'both',
    remedy: 'verdict.V65.todo',
  },
  V66: {
    outcome: 'hangs',
    source: 'both',
    remedy: 'verdict.V66.todo',
  },
  V67: {
    outcome: 'hangs',
    source: 'both',
    remedy: 'verdict.remedy.startTlsPort',
  },
} as const satisfies Record<string, VerdictRule>;
