import { hasMore, readOffer, readReply } from '../../src-shared/diagnosis/smtp-reply';
import type { OfferSeen, SmtpReply } from '../../src-shared/model/probe';
import { AppError } from '../app-error';
import { withDeadline } from '../net/deadline';
import type { Connection } from '../net/network';
import { serverWords } from '../net/server-words';
import { safeText } from '../safe-text';
import type { Mask } from '../smtp/mail-mask';
import type { Transcript } from '../smtp/transcript';
import { endingOf, StageEnd } from './stage-end';

/** A reply of several hundred lines; real ones have some ten (RFC 5321 section 4.5.3.1.5: 512 bytes a line). */
const MAX_REPLY = 64 * 1024;
const SHOWN_GARBAGE = 300;

/**
 * Speaks SMTP over a socket, one command and one reply at a time, and writes both into the transcript. A reply is read
 * whole or not at all: what never ends, is no SMTP or comes too late ends the stage with a StageEnd.
 */
export class SmtpChannel {
  /** From the first byte of the reply under way on. */
  #buffer = '';
  /** Its whole lines so far, which end at `#read`: no line is looked at again when more comes. */
  #lines: string[] = [];
  #read = 0;
  #gone: unknown;
  #heard: () => void = () => {};
  readonly #onData = (chunk: Buffer) => {
    this.#buffer += chunk.toString('latin1');
    if (this.#buffer.length > MAX_REPLY) this.socket.pause(); // nobody reads further; the reader below gives up
    this.#heard();
  };
  readonly #onError = (error: unknown) => {
    this.#gone ??= error;
    this.#heard();
  };
  readonly #onEnd = () => {
    this.#gone ??= Object.assign(new Error('connection ended'), { code: 'ECONNRESET' });
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
    if (this.#buffer !== '') {
      const said = this.#shown(this.#buffer);
      this.transcript.add('note', `${this.#buffer.length} unencrypted bytes came behind the answer to STARTTLS`);
      throw new StageEnd({ kind: 'broken', how: 'injected', said }, stage);
    }
    this.socket.off('data', this.#onData);
    this.socket.off('error', this.#onError);
    this.socket.off('end', this.#onEnd);
    this.socket.off('close', this.#onEnd);
    this.socket.pause();
    return this.socket;
  }

  /** Whatever came so far without making a reply, safe to show. */
  get garbage(): string {
    return this.#shown(this.#buffer);
  }

  /** Sends one line. `shown` stands in the transcript if the line itself must not. */
  send(line: string, shown = line): void {
    if (/[\r\n\0]/.test(line)) throw new Error('a command is one line');
    this.transcript.add('client', shown);
    this.socket.write(`${line}\r\n`);
  }

  /** Reads one reply, and gives its lines as they came as well. Throws StageEnd, or `work.cancelled`. */
  async reply(stage: string, signal: AbortSignal, limitMs: number): Promise<{ reply: SmtpReply; lines: string[] }> {
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
      if (ending.kind === 'late' && /^[^2-5]/.test(this.#buffer)) this.#giveUp('notSmtp', this.#buffer, stage);
      throw new StageEnd(ending, stage, { cause: error });
    }
  }

  /** Sends a command and reads its reply. */
  ask(line: string, stage: string, signal: AbortSignal, limitMs: number, shown = line) {
    this.send(line, shown);
    return this.reply(stage, signal, limitMs);
  }

  #nextReply(stage: string, signal: AbortSignal): Promise<{ reply: SmtpReply; lines: string[] }> {
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
  #takeReply(stage: string): { reply: SmtpReply; lines: string[] } | undefined {
    for (;;) {
      const end = this.#buffer.indexOf('\n', this.#read);
      if (end === -1) break;
      const line = this.#buffer.slice(this.#read, end).replace(/\r$/, '');
      this.#read = end + 1;
      this.#lines.push(serverWords(line));
      if (!hasMore(line)) return this.#finish(stage);
    }
    if (this.#buffer.length > MAX_REPLY) this.#giveUp('tooLong', this.#buffer, stage);
    // A server that says anything but a number first needs no line break to be known as none.
    if (/^[^2-5]/.test(this.#buffer) && this.#gone !== undefined) this.#giveUp('notSmtp', this.#buffer, stage);
    return undefined;
  }

  #finish(stage: string) {
    const lines = this.#lines.splice(0);
    const masked = this.mask.together(lines).map(safeText);
    const reply = readReply(masked);
    if (!reply) this.#giveUp('notSmtp', this.#buffer, stage);
    this.transcript.add('server', lines.join('\r\n'));
    this.#buffer = this.#buffer.slice(this.#read);
    this.#read = 0;
    return { reply: { ...reply, text: safeText(reply.text) }, lines: masked };
  }

  #giveUp(how: 'notSmtp' | 'tooLong', raw: string, stage: string): never {
    this.#lines = [];
    this.#read = 0;
    const said = this.#shown(raw);
    this.transcript.add('server', said);
    throw new StageEnd({ kind: 'broken', how, said }, stage);
  }

  #shown(raw: string): string {
    return safeText(this.mask(serverWords(raw))).slice(0, SHOWN_GARBAGE);
  }
}

export interface Greeted {
  reply: SmtpReply;
  offer: OfferSeen;
}

/**
 * Says EHLO, and HELO to a server that knows no EHLO (RFC 5321 section 3.2). Throws StageEnd with the server's refusal of
 * both, or of EHLO if it is temporary.
 */
export async function sayHello(
  channel: SmtpChannel,
  name: string,
  signal: AbortSignal,
  limitMs: number,
): Promise<Greeted> {
  const extended = await channel.ask(`EHLO ${name}`, 'EHLO', signal, limitMs);
  if (extended.reply.code === 250) return { reply: extended.reply, offer: readOffer(extended.lines) };
  if (extended.reply.code >= 500) {
    const simple = await channel.ask(`HELO ${name}`, 'EHLO', signal, limitMs);
    if (simple.reply.code === 250) return { reply: simple.reply, offer: readOffer(simple.lines, true) };
  }
  throw new StageEnd({ kind: 'refused', reply: extended.reply }, 'EHLO');
}
