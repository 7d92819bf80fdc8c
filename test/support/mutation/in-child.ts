import { writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { Random } from './random';

/** What the parent wants run: the conversations from `first` to before `end` of the run with this seed. */
export interface Assignment {
  seed: number;
  first: number;
  end: number;
  /** The most processor time that one conversation may take, in ms. */
  busyMs: number;
  /** The most that the process may grow and keep, in MB; for a moment it may be four times as much. */
  grownMb: number;
}

/** What the child reports to the parent, one JSON a line. */
export type Told =
  | { kind: 'begins'; index: number }
  | { kind: 'ends'; index: number; outcome: string }
  | { kind: 'alive' }
  | { kind: 'problem'; index: number; what: string }
  | { kind: 'done'; grownMb: number; busiestMs: number; busiest: number };

let unsent = '';
/** Goes out with what is told next. */
const tellSoon = (told: Told) => {
  unsent += `${JSON.stringify(told)}\n`;
};
/** Synchronous: it is out before a conversation that never ends begins. */
const tell = (told: Told) => {
  tellSoon(told);
  writeSync(1, unsent);
  unsent = '';
};
const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** What is loaded and compiled at first use is not growth. */
const WARM_UP = 200;
/** The least memory that the last ones saw is what is kept; the collector comes when it likes. */
const LAST = 40;
/** A busy machine can make a conversation look busy: then it is held so often again, for the same bytes do it each time. */
const AGAIN = 2;
const MEGABYTE = 1024 * 1024;

/**
 * The whole of a child's program: runs the conversations that `mutatedConversations` wants, one after the other.
 * `converse` gives a word for what came of it; if it rejects, that is a fault found. So is what is thrown or rejected
 * where nobody waits for it, a conversation that keeps the processor busy for too long, and memory that only grows.
 */
export async function runInChild(converse: (random: Random, index: number) => Promise<string>): Promise<void> {
  const { seed, first, end, busyMs, grownMb } = JSON.parse(process.env.MUTATION_RUN ?? '') as Assignment;
  let index = first;
  const problem = (what: string) => tell({ kind: 'problem', index, what });
  process.on('uncaughtException', (error) => problem(`uncaught: ${textOf(error)}`));
  process.on('unhandledRejection', (reason) => problem(`unhandled rejection: ${textOf(reason)}`));
  const heart = setInterval(() => tell({ kind: 'alive' }), 1000);
  let [base, peak, busiestMs, busiest] = [0, 0, 0, first];
  const last: number[] = [];
  /** One conversation: how to tell what came of it, and its processor time in ms. */
  const talk = async () => {
    tell({ kind: 'begins', index });
    const before = process.cpuUsage();
    const tellEnd = await converse(new Random(seed, index), index).then(
      (outcome) => () => tellSoon({ kind: 'ends', index, outcome }),
      (error) => () => problem(`rejected: ${textOf(error)}`),
    );
    await turn(); // for rejections that nobody handles
    const { user, system } = process.cpuUsage(before);
    return { tellEnd, busy: (user + system) / 1000 };
  };
  for (; index < end; index += 1) {
    let { tellEnd, busy } = await talk();
    tellEnd();
    for (let again = 0; again < AGAIN && busy > busyMs; again += 1) busy = Math.min(busy, (await talk()).busy);
    if (busy > busiestMs) [busiestMs, busiest] = [busy, index];
    if (busy > busyMs) problem(`kept the processor busy for ${Math.round(busy)} ms`);
    const rss = process.memoryUsage.rss();
    if (index - first < WARM_UP) {
      base = Math.max(base, rss);
      continue;
    }
    peak = Math.max(peak, rss);
    last.push(rss);
    if (last.length > LAST) last.shift();
  }
  clearInterval(heart);
  const over = (bytes: number) => Math.round(Math.max(0, bytes - base) / MEGABYTE);
  const grown = last.length === 0 ? 0 : over(Math.min(...last));
  if (grown > grownMb) problem(`memory grew by ${grown} MB`);
  if (over(peak) > 4 * grownMb) problem(`memory grew by ${over(peak)} MB for a moment`);
  tell({ kind: 'done', grownMb: grown, busiestMs: Math.round(busiestMs), busiest });
  process.exit(0); // sockets of the last conversation may stand for a moment
}
