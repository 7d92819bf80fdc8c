import { expect, test } from 'vitest';
import { mutatedConversations } from '../support/mutation/mutated-conversations';

const MINUTES = 60_000;

/**
 * Whatever a server or somebody on the way sends: nothing holds the process, nothing is thrown where nobody catches it, no
 * memory is lost, and each conversation ends well or in a failure that is reported. `best` is what came of it where the
 * mutation did no harm: without it nothing was tried.
 */
// Each is a process of its own, and as many run at once as there are cores; the longest begin.
test.concurrent.each([
  [5000, 'SSH', 'reached'],
  [5000, 'SMTP', 'done'],
  [5000, 'IMAP', 'found'],
  [5000, 'HTTP', 'link good'],
  [20_000, 'LDAP', 'all done, 2 pages'],
])('%i mutated %s conversations', { timeout: 15 * MINUTES }, async (count, name, best) => {
  const entry = `test/security/support/mutated-${name.toLowerCase()}.ts`;
  const { problems, outcomes, isWhole } = await mutatedConversations({ name, entry, count });
  expect(problems).toEqual([]);
  if (!isWhole) return;
  expect(outcomes.get(best)).toBeGreaterThan(10);
  expect(outcomes.size).toBeGreaterThan(6);
});
