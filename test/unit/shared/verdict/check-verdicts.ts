import { expect, test } from 'vitest';
import type { Outcome } from '../../../../src-shared/verdict/outcome';
import type { RuleId } from '../../../../src-shared/verdict/rules';
import { verdictOf } from '../../../../src-shared/verdict/verdict';
import type { VerdictInput } from '../../../../src-shared/verdict/verdict-input';

export type Vector = [what: string, given: VerdictInput, outcome: Outcome, rule: RuleId | 'V00'];

/** A test for each vector: the outcome and the rule that decides. */
export function checkVerdicts(vectors: readonly Vector[]): void {
  test.each(vectors)('%s', (_what, given, outcome, rule) => {
    const { outcome: is, ruleId } = verdictOf(given);
    expect({ outcome: is, ruleId }).toEqual({ outcome, ruleId: rule });
  });
}
