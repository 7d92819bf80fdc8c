import { expect, it } from 'vitest';
import { mutatedConversations } from '../support/mutation/mutated-conversations';

const MINUTES = 60_000;

it('20 000 mutated LDAP conversations', { timeout: 5 * MINUTES }, async () => {
  const { problems, outcomes } = await mutatedConversations({
    name: 'LDAP',
    entry: 'test/security/support/mutated-ldap.ts',
    count: 20_000,
  });
  expect(problems).toEqual([]);
  expect(outcomes.size).toBeGreaterThan(10);
});

it('5 000 mutated SMTP conversations', { timeout: 5 * MINUTES }, async () => {
  const { problems, outcomes } = await mutatedConversations({
    name: 'SMTP',
    entry: 'test/security/support/mutated-smtp.ts',
    count: 5000,
  });
  expect(problems).toEqual([]);
  expect(outcomes.size).toBeGreaterThan(10);
});
