import { afterEach, expect, test, vi } from 'vitest';
import { type MutationRun, mutatedConversations } from '../../support/mutation/mutated-conversations';
import { cut, mutate } from '../../support/mutation/mutators';
import { Random } from '../../support/mutation/random';

const faulty: MutationRun = {
  name: 'Faulty',
  entry: 'test/integration/support/faulty-conversations.ts',
  count: 300,
  silenceMs: 5000,
  busyMs: 200,
  grownMb: 100,
};

afterEach(() => vi.unstubAllEnvs());

test('finds what holds, ends or fills the process that runs the conversations, and who did it', async () => {
  const { problems, ended } = await mutatedConversations(faulty);
  const found = problems.map((problem) => problem.split('\n')[0]);
  expect(found).toEqual([
    'Faulty conversation 3 did not end within 5000 ms: it held the process',
    expect.stringMatching(/^Faulty conversation 5 uncaught: Error: in a timer/),
    expect.stringMatching(/^Faulty conversation 7 unhandled rejection: Error: nobody waits/),
    'Faulty conversation 9 did not end within 5000 ms: it still waited',
    expect.stringMatching(/^Faulty conversation 11 ended the process with 3/),
    expect.stringMatching(/^Faulty conversation 13 rejected: Error: a bug/),
    expect.stringMatching(/^Faulty conversation 15 kept the processor busy for \d+ ms/),
    expect.stringMatching(/^Faulty conversation 300 memory grew by 2\d\d MB/),
  ]);
  expect(ended).toBe(300 - 4);
  expect(problems[0]).toMatch(/again: FUZZ_SEED=20260 FUZZ_ONLY=3 npx vitest run .*mutated-conversations\.test\.ts/);
});

test('runs one conversation alone, which is the same as in the run', async () => {
  vi.stubEnv('FUZZ_SEED', '7');
  vi.stubEnv('FUZZ_ONLY', '13');
  const { problems, ended } = await mutatedConversations(faulty);
  expect([problems.length, ended]).toEqual([1, 0]);
  const talk = [Buffer.from('* OK hello\r\n'), Buffer.from('* 1 EXISTS\r\nA1 OK done\r\n')];
  const mutated = (index: number) => Buffer.concat(mutate(talk, new Random(7, index), [talk])).toString('latin1');
  expect(mutated(13)).toBe(mutated(13));
  expect(new Set(Array.from({ length: 200 }, (_, index) => mutated(index))).size).toBeGreaterThan(150);
});

test('cuts a stream of bytes without losing any', () => {
  const bytes = Buffer.from('250-mail.example.org\r\n250 SIZE 10240000\r\n');
  const cuts = Array.from({ length: 200 }, (_, index) => cut(bytes, new Random(1, index)));
  expect(cuts.every((pieces) => Buffer.concat(pieces).equals(bytes))).toBe(true);
  expect(cuts.some((pieces) => pieces.length === bytes.length)).toBe(true);
});
