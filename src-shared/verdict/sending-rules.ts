import type { VerdictRule } from './verdict-rule';
import { encrypt } from './verdict-rule';

/** Endings in which the mail is sent. */
export const sendingRules = {
  V01: { outcome: 'sends', source: 'both' },
  V02: {
    outcome: 'sends',
    source: 'both',
  },
  V03: {
    outcome: 'sends',
    source: 'both',
  },
  V10: {
    outcome: 'sendsInClear',
    source: 'code',
    remedy: encrypt,
  },
  V11: {
    outcome: 'sendsInClear',
    source: 'code',
    remedy: encrypt,
  },
  V12: {
    outcome: 'sendsInClear',
    source: 'both',
    remedy: 'verdict.remedy.tlsPort',
  },
  V13: {
    outcome: 'sendsInClear',
    source: 'both',
    remedy: 'verdict.remedy.tlsPort',
  },
} as const satisfies Record<string, VerdictRule>;
