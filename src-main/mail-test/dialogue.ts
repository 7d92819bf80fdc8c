import { EventEmitter } from 'node:events';
import { readOffer } from '../../src-shared/diagnosis/smtp-reply';
import type { OfferSeen } from '../../src-shared/model/probe';
import type { Transcript } from '../probe/transcript';

/** What a server says it can do, from its answer to EHLO. */
export type Offer = OfferSeen;

interface DialogueOptions {
  requireStartTls: boolean;
  /** A connection, or TLS over it, stands and is about to be read from. */
  connected(): void;
  /** Ends the conversation for this reason. */
  giveUp(error: Error): void;
}

/** What nodemailer logs in place of what may be a secret. */
const PLACEHOLDER = /\/\* secret \*\/$/;

/**
 * Follows a conversation through nodemailer's transaction log: fills the transcript, pairs replies with commands and reads
 * what the server offers. Emits `reply` with the command it answers, or an empty text for the greeting and for the reply
 * to the message itself.
 */
export class Dialogue extends EventEmitter<{ reply: [asked: string, reply: string] }> {
  readonly #waiting: string[] = [];
  #offer = readOffer([], true);
  /** The replies as they came, which nodemailer has not logged yet. */
  readonly #words: string[] = [];
  /** What stands in the transcript for the line that is sent next. */
  #shown: string | undefined;
  messageBegun = false;

  constructor(
    private readonly transcript: Transcript,
    private readonly options: DialogueOptions,
  ) {
    super();
  }

  get offer(): Offer {
    return this.#offer;
  }

  /** How the next line, which holds a secret, is to be shown. */
  showNext(shown: string): void {
    this.#shown = shown;
  }

  /** Takes a reply as the server worded it; nodemailer logs them in the same order, later. */
  heard(words: string): void {
    this.#words.push(words);
  }

  /** Hides one more secret in what is shown. */
  hide(secret: string): void {
    this.transcript.hide(secret);
  }

  /** Ends the conversation because the server breaks the protocol. */
  giveUp(why: string): void {
    this.transcript.add('note', why);
    this.options.giveUp(Object.assign(new Error(why), { code: 'EPROTOCOL' }));
  }

  /** The logger for SMTPConnection; `transactionLog` must be on. */
  logger() {
    const note = (entry: unknown, text?: unknown) => this.#hear((entry as { tnx?: string }).tnx, String(text ?? ''));
    const quiet = () => {};
    return {
      level: quiet,
      trace: quiet,
      debug: note,
      info: note,
      // RFC 3207 section 6: what came in clear behind the yes to STARTTLS is dropped by nodemailer. It also means that
      // somebody is in between, or that the server is broken: no reason to go on.
      warn: (entry: unknown) => {
        const { discarded } = entry as { discarded?: number };
        if (discarded) this.giveUp(`${discarded} unencrypted bytes came behind the answer to STARTTLS`);
      },
      error: quiet,
      fatal: quiet,
    };
  }

  #hear(source: string | undefined, text: string): void {
    if (source === 'network' && text.includes('established to')) this.options.connected();
    if (source === 'smtp' && text.startsWith('Connection upgraded')) {
      this.transcript.encrypted = true;
      this.options.connected();
    }
    if (source === 'client') {
      this.#waiting.push(text);
      this.transcript.add('client', PLACEHOLDER.test(text) ? (this.#shown ?? '[hidden]') : text);
      this.#shown = undefined;
    }
    if (source === 'server') this.#reply(this.#waiting.shift() ?? '', text);
  }

  #reply(asked: string, reply: string): void {
    this.transcript.add('server', this.#words.shift() ?? reply);
    const isEhlo = /^EHLO /i.test(asked);
    if (isEhlo) this.#offer = readOffer(reply.split(/\r?\n/), !reply.startsWith('250'));
    if (asked === 'DATA') this.#checkData(reply);
    this.emit('reply', asked, reply);
    if (isEhlo && /^2/.test(reply)) this.#checkStartTls();
  }

  /**
   * nodemailer asks for STARTTLS even where it is not offered. The Gluu Server does not (JavaMail 1.4.7 SMTPTransport.java)
   * and goes on in clear, so a server that would say yes all the same must not pass.
   */
  #checkStartTls(): void {
    if (!this.options.requireStartTls || this.transcript.encrypted || this.offer.startTls) return;
    const offered = this.offer.extensions.join(', ') || 'nothing';
    this.options.giveUp(Object.assign(new Error(`The server offers: ${offered}`), { code: 'ETLS' }));
  }

  /** nodemailer goes on with 250 as well (RFC 5321 section 4.1.1.4 wants 354), but JavaMail does not. */
  #checkData(reply: string): void {
    if (/^3/.test(reply)) this.messageBegun = true;
    else if (/^2/.test(reply)) this.giveUp(`DATA was answered with ${reply}`);
  }
}
