import type { MailStep } from '../../src-shared/model/work';
import { AppError } from '../base/app-error';
import type { Mask } from '../probe/mail-mask';
import type { Work } from '../work/work';
import { smtpFailure } from './smtp-failure';

type Note = (text: string, warned?: boolean) => void;

/** What the stages ask of a conversation to explain its end. */
export interface Progressed {
  offer: { startTls: boolean };
  messageBegun: boolean;
}

/**
 * The stages of one mail test under one limit of time. Whatever ends a stage comes out as an AppError with its name and the
 * address; when the limit is reached, the stage that runs ends with `net.timeout`, or `smtp.unknownEnd` if the server may
 * have the message.
 */
export class Stages {
  readonly signal: AbortSignal;
  readonly #timer = new AbortController();
  readonly #handle: NodeJS.Timeout;
  #conversation: Progressed | undefined;
  /** Where the test is, as the user sees it: name, port and, once known, address. */
  at: string;

  constructor(
    private readonly work: Work,
    private readonly limitMs: number,
    private readonly mask: Mask,
    at: string,
  ) {
    this.at = at;
    this.signal = AbortSignal.any([work.signal, this.#timer.signal]);
    this.#handle = setTimeout(() => this.#timer.abort(), limitMs);
  }

  /** From here on failures are explained by what this conversation came to. */
  follow(conversation: Progressed): void {
    this.#conversation = conversation;
  }

  skip(stage: MailStep, why: string): void {
    this.work.skip(stage, why);
  }

  async run<T>(stage: MailStep, body: (note: Note) => Promise<T>): Promise<T> {
    try {
      return await this.work.step(stage, async (note) => {
        try {
          return await this.#inTime(stage, () => body(note));
        } catch (error) {
          throw this.#timer.signal.aborted ? this.#late(stage) : this.#failure(error, stage);
        }
      });
    } catch (error) {
      throw this.#withDoubt(error);
    }
  }

  /** Ends the timer. */
  end(): void {
    clearTimeout(this.#handle);
  }

  async #inTime<T>(stage: MailStep, body: () => Promise<T>): Promise<T> {
    const { signal } = this.#timer;
    if (signal.aborted) throw this.#late(stage);
    let onAbort = () => {};
    const timeUp = new Promise<never>((_, reject) => {
      onAbort = () => reject(this.#late(stage));
      signal.addEventListener('abort', onAbort, { once: true });
    });
    try {
      return await Promise.race([body(), timeUp]);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  #failure(error: unknown, stage: MailStep): Error {
    return smtpFailure(error, {
      stage,
      at: this.at,
      startTlsOffered: this.#conversation?.offer.startTls ?? false,
      messageBegun: this.#conversation?.messageBegun ?? false,
      mask: this.mask,
    });
  }

  #late(stage: MailStep): AppError {
    const code = this.#conversation?.messageBegun ? 'smtp.unknownEnd' : 'net.timeout';
    const seconds = this.limitMs / 1000;
    return new AppError(code, {
      stage,
      at: this.at,
      detail: `The whole test may take ${seconds} s.`,
      facts: { seconds },
    });
  }

  #withDoubt(error: unknown): unknown {
    if (!(error instanceof AppError) || error.code !== 'work.cancelled' || !this.#conversation?.messageBegun)
      return error;
    const detail = 'The message was already on its way; the server may have accepted it.';
    return new AppError('work.cancelled', { ...error.about, detail }, { cause: error });
  }
}
