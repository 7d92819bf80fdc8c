import { readReply } from '../../src-shared/diagnosis/smtp-reply';
import type { SmtpReply } from '../../src-shared/model/probe';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { withDeadline } from '../net/deadline';
import type { Connection } from '../net/network';
import { serverWords } from '../net/server-words';
import { dotStuffed } from './dot-stuffing';
import type { Mask } from './mail-mask';
import { endsGreeting, ReplyLines, type WholeReply } from './reply-lines';
import { endingOf, StageEnd } from './stage-end';
import type { Transcript } from './transcript';

/** A reply of several hundred lines; real ones have some ten (RFC 5321 section 4.5.3.1.5: 512 bytes a line). */
const MAX_REPLY = 64 * 1024;
const SHOWN_GARBAGE = 300;
const MAX_LEFT_OVER = 1000;

/** One reply, with its lines as they may be shown, and as they came. */
export interface Answered {
  reply: SmtpReply;
  lines: string[];
  raw: string[];
}

/** An answer that does not begin with a number: to JavaMail a refusal like any other. */
export interface OddAnswer {
  said: string;
  end: StageEnd;
}

/** Gives an odd answer instead of rejecting with it. */
export const orOdd = (answer: Promise<Answered>): Promise<Answered | OddAnswer> =>
  answer.catch((error: unknown) => {
    const { ending } = error instanceof StageEnd ? error : { ending: undefined };
    if (ending?.kind === 'broken' && ending.how === 'notSmtp') return { said: ending.said, end: error as StageEnd };
    throw error;
  });

/**
 * Speaks SMTP over a socket, one command and one reply at a time, and writes both into the transcript. Replies are told apart as
 * JavaMail does it: what is left over answers the next command. A reply is read whole or not at all: what never ends, is no
 * SMTP or comes too late ends the stage with a StageEnd.
 */
export class SmtpChannel {
  readonly #came = new ReplyLines();
  #gone: unknown;
  #heard: () => void = () => {};
  readonly #onData = (chunk: Buffer) => {
    this.#came.add(chunk);
    if (this.#came.unread.length > MAX_REPLY) this.socket.pause(); // nobody reads further; the reader below gives up
    this.#heard();
  };
  readonly #onError = (error: unknown) => {
    this.#gone ??= error;
    this.#heard();
  };
  readonly #onEnd = () => {
    this.#gone ??= Object.assign(new Error('connection ended'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
    this.#heard();
  };

  constructor(
    readonly socket: Connection,
    private readonly transcript: Transcript,
    private readonly mask: Mask,
  ) {
    socket.on('data', this.#onData);
    socket.on('error', this.#onError);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onEnd);
  }

  /** Gives the socket up for a TLS handshake. Throws a StageEnd if bytes came that were not asked for (RFC 3207 section 6). */
  release(stage: string): Connection {
    const { unread } = this.#came;
    if (unread !== '') {
      const said = this.#shown(unread);
      this.transcript.note(message('mail.note.bytesAfterStartTls', { n: unread.length }));
      throw new StageEnd({ kind: 'broken', how: 'injected', said }, stage);
    }
    this.socket.off('data', this.#onData);
    this.socket.off('error', this.#onError);
    this.socket.off('end', this.#onEnd);
    this.socket.off('close', this.#onEnd);
    this.socket.pause();
    return this.socket;
  }

  /** Hides one more secret in what is shown. */
  hide(secret: string): void {
    this.mask.add(secret);
  }

  /** Sends one line. `shown` stands in the transcript if the line itself must not. */
  send(line: string, shown = line): void {
    if (/[\r\n\0]/.test(line)) throw new Error('a command is one line');
    this.transcript.add('client', shown);
    this.socket.write(`${line}\r\n`);
  }

  /** Sends the text of a mail and the line that ends it. It may hold a secret, so that only its size stands in the transcript. */
  sendText(text: Buffer): void {
    this.transcript.add('client', `[the mail, ${text.length} bytes]`);
    this.socket.write(dotStuffed(text));
  }

  /** Something came that answers no command. */
  get hasUnread(): boolean {
    return this.#came.unread !== '';
  }

  /** Reads one reply, and gives its lines as they came as well. Throws StageEnd, or `work.cancelled`. */
  async reply(stage: string, signal: AbortSignal, limitMs: number): Promise<Answered> {
    try {
      return await withDeadline(
        limitMs,
        signal,
        (inTime) => this.#nextReply(stage, inTime),
        () => new AppError('net.timeout'),
      );
    } catch (error) {
      if (error instanceof StageEnd) throw error;
      const ending = endingOf(error, limitMs);
      const { unread } = this.#came;
      if (ending.kind === 'late' && /^[^2-5]/.test(unread)) this.#giveUp('notSmtp', unread, stage);
      throw new StageEnd(ending, stage, { cause: error });
    }
  }

  /** Waits for replies nobody asked for until the server ends the connection, and tells of them; undefined if none came. */
  async leftOver(signal: AbortSignal, limitMs: number): Promise<{ replies: number; said: string } | undefined> {
    const came: string[] = [];
    const until = performance.now() + limitMs;
    while (came.length < MAX_LEFT_OVER && performance.now() < until) {
      const next = await orOdd(this.reply('Goodbye', signal, Math.max(1, until - performance.now()))).catch(ofServer);
      if (!next) break;
      came.push('said' in next ? next.said : next.lines.join(' '));
    }
    return came.length === 0 ? undefined : { replies: came.length, said: came.join(' ').slice(0, SHOWN_GARBAGE) };
  }

  /** Sends a command and reads its reply. */
  ask(line: string, stage: string, signal: AbortSignal, limitMs: number, shown = line) {
    this.send(line, shown);
    return this.reply(stage, signal, limitMs);
  }

  #nextReply(stage: string, signal: AbortSignal): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        signal.removeEventListener('abort', onAbort);
        this.#heard = () => {};
      };
      const onAbort = () => {
        settle();
        reject(new AppError('work.cancelled'));
      };
      this.#heard = () => {
        try {
          const found = this.#takeReply(stage);
          if (!found && this.#gone === undefined) return;
          settle();
          if (found) resolve(found);
          else reject(this.#gone);
        } catch (error) {
          settle();
          reject(error);
        }
      };
      signal.addEventListener('abort', onAbort, { once: true });
      if (signal.aborted) onAbort();
      else this.#heard();
    });
  }

  /** The next whole reply out of the buffer, if it is there. */
  #takeReply(stage: string): Answered | undefined {
    const found = this.#came.take(this.#gone !== undefined, stage === 'Greeting' ? endsGreeting : undefined);
    if (found) return this.#finish(found, stage);
    const { unread } = this.#came;
    if (unread.length > MAX_REPLY) this.#giveUp('tooLong', unread, stage);
    // A server that says anything but a number first needs no line break to be known as none.
    if (/^[^2-5]/.test(unread) && this.#gone !== undefined) this.#giveUp('notSmtp', unread, stage);
    return undefined;
  }

  #finish({ lines: raw, came }: WholeReply, stage: string): Answered {
    const words = raw.map(serverWords);
    const lines = this.mask.together(words).map(safeText);
    const reply = readReply(lines);
    if (!reply) this.#giveUp('notSmtp', came, stage);
    this.transcript.add('server', words.join('\r\n'));
    return { reply: { ...reply, text: safeText(reply.text) }, lines, raw };
  }

  #giveUp(how: 'notSmtp' | 'tooLong', raw: string, stage: string): never {
    this.#came.rewind();
    const said = this.#shown(raw);
    this.transcript.add('server', said);
    throw new StageEnd({ kind: 'broken', how, said }, stage);
  }

  #shown(raw: string): string {
    return safeText(this.mask(serverWords(raw))).slice(0, SHOWN_GARBAGE);
  }
}

function ofServer(error: unknown): undefined {
  if (!(error instanceof StageEnd)) throw error;
}
