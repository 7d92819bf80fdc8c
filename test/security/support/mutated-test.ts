import { expect, test } from 'vitest';
import { mutatedConversations } from '../../support/mutation/mutated-conversations';

const MINUTES = 60_000;

interface Mutated {
  protocol: 'SSH' | 'SMTP' | 'IMAP' | 'HTTP' | 'LDAP';
  count: number;
  /** What came of it where the mutation did no harm: without it nothing was tried. */
  best: string;
}

/**
 * Whatever a server or somebody on the way sends: nothing holds the process, nothing is thrown where nobody catches it, no
 * memory is lost, and each conversation ends well or in a failure that is reported. Each protocol has a test file of its own:
 * they take longest of all, and the runner can spread them. The conversations are the same at every run, so `count` is what
 * finds a step back in a minute; whoever changes a protocol's reader looks further with `FUZZ_COUNT=20000` or another `FUZZ_SEED`.
 */
export function testMutated({ protocol, count, best }: Mutated): void {
  test(`${count} mutated ${protocol} conversations`, { timeout: 15 * MINUTES }, async () => {
    const entry = `test/security/support/mutated-${protocol.toLowerCase()}.ts`;
    const { problems, outcomes, isWhole } = await mutatedConversations({ name: protocol, entry, count });
    expect(problems).toEqual([]);
    if (!isWhole) return;
    expect(outcomes.get(best)).toBeGreaterThan(count / 500);
    expect(outcomes.size).toBeGreaterThan(6);
  });
}
