import { once } from 'node:events';
import { AppError } from '../../../src-main/base/app-error';
import { startServerConsole } from '../../support/server-console';
import { workWith } from '../../support/test-console';

/** One answer of the program, a line of JSON on standard output. */
export type Said = 'in the middle' | { code: string; stage?: string } | { maxLogSize: unknown } | { kind: string };

const say = (what: Said) => void process.stdout.write(`${JSON.stringify(what)}\n`);
const attempt = (work: Promise<Said>) =>
  work.then(say, (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    say({ code: error.code, ...(error.about.stage ? { stage: error.about.stage } : {}) });
  });

/**
 * Runs as a program of its own, to be stopped as a computer that sleeps: loads the configuration of the server it is told of
 * in its first line of input, waits in the middle of that for another line, then loads it again and saves.
 */
const heard = () => once(process.stdin, 'data') as Promise<[Buffer]>;
const [first] = await heard();
const { helpers, ...server } = JSON.parse(first.toString('utf8'));
const console = await startServerConsole(server, { helpers });
const asleep = workWith('Who am I', async () => {
  const woken = heard();
  say('in the middle');
  await woken;
});
const load = async (work?: typeof asleep) => ({ maxLogSize: (await console.load(work)).fields.maxLogSize?.value });
await attempt(load(asleep));
await attempt(load());
await attempt(console.save({ smtpHost: 'new-value.example.org' }).then(({ kind }) => ({ kind })));
await console.stop();
process.exit(0);
