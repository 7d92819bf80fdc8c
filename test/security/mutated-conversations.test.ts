import { expect, it } from 'vitest';
import { mutatedConversations } from '../support/mutation/mutated-conversations';

const MINUTES = 60_000;

it('5 000 mutated SMTP conversations', { timeout: 5 * MINUTES }, async () => {
  const { problems, outcomes } = await mutatedConversations({
    name: 'SMTP',
    entry: 'test/security/support/mutated-smtp.ts',
    count: 5000,
  });
  expect(problems).toEqual([]);
  expect(outcomes.size).toBeGreaterThan(10);
});
