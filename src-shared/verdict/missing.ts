import { type Message, message } from '../texts/message';
import type { FactName } from './unknowns';

/** What is unknown, and how to come to know it. */
export interface Missing {
  fact: FactName | 'version' | 'password';
  sentence: Message;
}

/** The same question, whichever connection it is asked on. */
const asked = { credentialsInClear: 'credentials', credentialsEncrypted: 'credentials' } as const;
const questionOf = (fact: Missing['fact']) => (fact in asked ? asked[fact as keyof typeof asked] : fact) as Question;
type Question = Exclude<Missing['fact'], keyof typeof asked> | 'credentials';

/** What no test of the mail server shows: it is known of the Gluu Server, or not at all. */
const notOfMailServer: readonly Missing['fact'][] = ['version', 'password', 'jvmTls10', 'jvmTls13', 'jvmTrusts'];

/** Whether a test of the mail server may show what is missing. */
export const testMayShow = (missing: readonly Missing[]): boolean =>
  missing.some(({ fact }) => !notOfMailServer.includes(fact));

/** The unknown facts with their sentences, each once, in the order in which they matter. */
export function missingOf(facts: readonly Missing['fact'][]): Missing[] {
  const byQuestion = new Map(facts.map((fact) => [questionOf(fact), fact]));
  return [...byQuestion].map(([question, fact]) => ({ fact, sentence: message(`verdict.missing.${question}`) }));
}
