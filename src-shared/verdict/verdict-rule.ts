import type { EncryptionForm } from './mail-code';
import type { Outcome } from './outcome';

/** Where a rule was read: `code` is Gluu's mail code of the version, `library` the JavaMail it runs on. */
type RuleSource = 'code' | 'library' | 'both' | { file: string };

/** What an ending means. `{version}`, `{host}` and `{port}` are filled in; a remedy may depend on the version's form. */
export interface VerdictRule {
  outcome: Exclude<Outcome, 'cannotKnow'>;
  sentence: string;
  source: RuleSource;
  remedy?: string | Record<EncryptionForm, string>;
}
