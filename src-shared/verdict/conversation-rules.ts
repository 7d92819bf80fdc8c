import type { VerdictRule } from './verdict-rule';
import { encrypt } from './verdict-rule';

const encrypter = { file: 'GluuFederation/oxCore version_4.2.2 oxUtil StringEncrypter.java' } as const;

/** Endings in which the server was spoken to, or TLS with it failed, and the mail was not sent. */
export const conversationRules = {
  V40: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V40.todo',
  },
  V41: {
    outcome: 'fails',
    source: 'both',
    remedy: 'verdict.remedy.startTlsPort',
  },
  V42: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.upgradeOrRelay',
  },
  V43: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.upgradeOrRelay',
  },
  V44: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.updateTls',
  },
  V45: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.importCertificate',
  },
  V46: {
    outcome: 'fails',
    source: 'both',
    remedy: 'verdict.V46.todo',
  },
  V47: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.seeReply',
  },
  V48: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.otherServer',
  },
  V49: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.seeReply',
  },
  V50: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V50.todo',
  },
  V51: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.V51.todo',
  },
  V52: {
    outcome: 'fails',
    source: encrypter,
    remedy: 'verdict.V52.todo',
  },
  V53: {
    outcome: 'fails',
    source: 'both',
    remedy: encrypt,
  },
  V54: {
    outcome: 'fails',
    source: 'code',
    remedy: 'verdict.V54.todo',
  },
  V55: {
    outcome: 'fails',
    source: 'library',
    remedy: encrypt,
  },
  V56: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.seeReply',
  },
  V57: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.seeReply',
  },
  V58: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.otherServer',
  },
  V59: {
    outcome: 'fails',
    source: 'library',
    remedy: 'verdict.remedy.otherServer',
  },
  V68: {
    outcome: 'hangs',
    source: 'both',
    remedy: 'verdict.V68.todo',
  },
  V69: {
    outcome: 'hangs',
    source: 'both',
    remedy: 'verdict.remedy.otherServer',
  },
} as const satisfies Record<string, VerdictRule>;
