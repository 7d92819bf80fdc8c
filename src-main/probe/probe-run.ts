import type { Ending, MailServerSeen, ProbeStep, SmtpReply } from '../../src-shared/model/probe';
import type { Message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { untilAborted } from '../base/until-aborted';
import type { Work } from '../work/work';
import { endingNote, endingOf, StageEnd } from './stage-end';

export interface ProbeLimits {
  /** The whole probe, second connections included. */
  totalMs: number;
  /** Name look-up, TCP connection and TLS handshake, each. */
  connectMs: number;
  /** How long the server may take to greet; some wait on purpose. */
  greetingMs: number;
  /** Each command. */
  commandMs: number;
  /** How long the answer to the text of a mail may take: some servers read it first. */
  textMs: number;
  /** Each step of a second connection made to tell two explanations apart. */
  trialMs: number;
}
export const probeLimits: ProbeLimits = {
  totalMs: 30_000,
  connectMs: 10_000,
  greetingMs: 10_000,
  commandMs: 10_000,
  textMs: 15_000,
  trialMs: 3_000,
};

type Note = (text: Message, warned?: boolean) => void;
/** What a stage is given: how to note what it found, and what to keep of it: its reply, or an end that is no failure. */
export interface StageTools {
  note: Note;
  keep(reply: SmtpReply): void;
  keepEnding(ending: Ending): void;
}
type StageBody<T> = (tools: StageTools) => Promise<T>;

/** Notes how a stage ended that did not succeed. */
const noted = <T>(note: Note, ended: Promise<T>): Promise<T> =>
  ended.catch((error: unknown) => {
    if (error instanceof StageEnd) note(endingNote(error.ending));
    throw error;
  });

/**
 * The stages of one probe under one limit of time. A stage that ends badly is written into `seen` and rejects with its
 * StageEnd; when the whole time is over, the stage that runs ends as late.
 */
export class ProbeRun {
  readonly signal: AbortSignal;
  readonly #timer = new AbortController();
  readonly #handle: NodeJS.Timeout;
  readonly #until: number;
  encrypted = false;

  constructor(
    private readonly work: Work,
    readonly limits: ProbeLimits,
    readonly seen: MailServerSeen,
  ) {
    this.signal = AbortSignal.any([work.signal, this.#timer.signal]);
    this.#until = performance.now() + limits.totalMs;
    this.#handle = setTimeout(() => this.#timer.abort(), limits.totalMs);
  }

  /** Ends the timer, and whatever the probe left open that listens to the signal. */
  end(): void {
    clearTimeout(this.#handle);
    this.#timer.abort();
  }

  /** What is left of the time of the whole probe, in milliseconds. */
  get leftMs(): number {
    return Math.max(0, this.#until - performance.now());
  }

  /** The time of the whole probe is over. */
  get isOver(): boolean {
    return this.#timer.signal.aborted;
  }

  skip(step: ProbeStep, why: Message): void {
    this.work.skip(step, why);
  }

  stage<T>(step: ProbeStep, body: StageBody<T>): Promise<T> {
    return this.#recorded(step, body, (run) => this.work.step(step, run));
  }

  /** A stage that is recorded, but shown as skipped: `why` says what led there. */
  stageSkipped<T>(step: ProbeStep, why: Message, body: StageBody<T>): Promise<T> {
    this.skip(step, why);
    return this.#recorded(step, body, (run) => untilAborted(this.work.signal, () => run(() => {})));
  }

  async #recorded<T>(
    step: ProbeStep,
    body: StageBody<T>,
    within: (run: (note: Note) => Promise<T>) => Promise<T>,
  ): Promise<T> {
    const began = performance.now();
    const kept: { reply?: SmtpReply; ending?: Ending } = {};
    const tools = {
      keep: (reply: SmtpReply) => void Object.assign(kept, { reply }),
      keepEnding: (ending: Ending) => void Object.assign(kept, { ending }),
    };
    const record = (more: object) =>
      this.seen.stages.push({
        step,
        ms: Math.round(performance.now() - began),
        ...(this.seen.address === undefined ? {} : { address: this.seen.address }),
        encrypted: this.encrypted,
        ...kept,
        ...more,
      });
    try {
      const value = await within((note) =>
        noted(
          note,
          this.#ended(step, () => body({ note, ...tools })),
        ),
      );
      record({});
      return value;
    } catch (error) {
      if (error instanceof StageEnd) record({ ending: error.ending });
      throw error;
    }
  }

  /** Runs what is no stage of its own; undefined if the whole time ended before it did. */
  async beside<T>(look: () => Promise<T>): Promise<T | undefined> {
    try {
      return await look();
    } catch (error) {
      if (this.work.signal.aborted || !this.#timer.signal.aborted) throw error;
      return undefined;
    }
  }

  /** Runs the body of a stage; what it rejects with comes out as StageEnd, or as `work.cancelled`, or as the bug it is. */
  async #ended<T>(step: ProbeStep, body: () => Promise<T>): Promise<T> {
    try {
      return await untilAborted(this.#timer.signal, body);
    } catch (error) {
      if (this.work.signal.aborted) throw new AppError('work.cancelled');
      if (error instanceof StageEnd) throw error;
      if (this.#timer.signal.aborted) throw this.#late(step);
      throw new StageEnd(endingOf(error, this.limits.connectMs), step, { cause: error });
    }
  }

  #late(step: ProbeStep): StageEnd {
    return new StageEnd({ kind: 'late', limitMs: this.limits.totalMs, whole: true }, step);
  }
}
