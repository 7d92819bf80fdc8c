import type { MessageId } from '../texts/message';
import type { EncryptionForm } from './mail-code';
import type { Outcome } from './outcome';

/** Where a rule was read: `code` is Gluu's mail code of the version, `library` the JavaMail it runs on. */
type RuleSource = 'code' | 'library' | 'both' | { file: string };
type RemedyId = Extract<MessageId, `verdict.${string}.todo` | `verdict.remedy.${string}`>;

/** What an ending means; `verdict.<id>.why` says it. A remedy may depend on the version's form. */
export interface VerdictRule {
  outcome: Exclude<Outcome, 'cannotKnow'>;
  source: RuleSource;
  remedy?: RemedyId | Readonly<Record<EncryptionForm, RemedyId>>;
}

/** For a connection that Gluu does not encrypt. */
export const encrypt = {
  startTlsOnly: 'verdict.remedy.encrypt.startTlsOnly',
  requiresSsl: 'verdict.remedy.encrypt.requiresSsl',
  connectProtection: 'verdict.remedy.encrypt.connectProtection',
} as const satisfies Record<EncryptionForm, RemedyId>;
