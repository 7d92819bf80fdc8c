import { codeOf, isLastLine } from '../../src-shared/verdict/java-mail-replies';

/** As JavaMail ends a line (LineInputStream.java). */
const LINE_END = /\r\r?\n|\n|\r/g;

/** One reply: its lines, and the text they came in. */
export interface WholeReply {
  lines: string[];
  came: string;
}

/** Whether a greeting ends with this line: what greets without a number is another service, and need not end as a reply does. */
export const endsGreeting = (line: string, number: number): boolean =>
  isLastLine(line) || (number === 1 && codeOf(line) === -1);

/** Cuts what a mail server sends into replies as JavaMail tells them apart. Takes a time linear in what comes. */
export class ReplyLines {
  /** From the first byte of the reply under way on. */
  #unread = '';
  /** Its whole lines so far, which end at `#read`; up to `#looked` there is no further end of one. */
  #lines: string[] = [];
  #read = 0;
  #looked = 0;

  /** What came and was not given away, a character for each byte. */
  get unread(): string {
    return this.#unread;
  }

  add(chunk: Buffer): void {
    this.#unread += chunk.toString('latin1');
  }

  /**
   * The next whole reply, if it is there. `isEnded`: nothing follows, which ends the last line as well. `endsWith`: whether a reply ends with this line, the
   * first of which is number 1.
   */
  take(isEnded: boolean, endsWith: (line: string, number: number) => boolean = isLastLine): WholeReply | undefined {
    for (let line = this.#nextLine(isEnded); line !== undefined; line = this.#nextLine(isEnded)) {
      const number = this.#lines.push(line);
      if (!endsWith(line, number)) continue;
      const reply = { lines: this.#lines, came: this.#unread.slice(0, this.#read) };
      this.#unread = this.#unread.slice(this.#read);
      this.rewind();
      return reply;
    }
    return undefined;
  }

  /** Reads the reply under way from its beginning again. */
  rewind(): void {
    this.#lines = [];
    this.#read = this.#looked = 0;
  }

  /** Forgets what came. */
  clear(): void {
    this.#unread = '';
    this.rewind();
  }

  #nextLine(isEnded: boolean): string | undefined {
    LINE_END.lastIndex = Math.max(this.#read, this.#looked);
    const end = LINE_END.exec(this.#unread);
    // A CR ends a line by itself only if no LF can follow it.
    const isOpen = end && !end[0].endsWith('\n') && /^\r?$/.test(this.#unread.slice(end.index + 1, end.index + 3));
    if ((!end || isOpen) && (!isEnded || this.#read === this.#unread.length)) {
      this.#looked = end ? end.index : this.#unread.length;
      return undefined;
    }
    const line = this.#unread.slice(this.#read, end?.index);
    this.#read = this.#looked = end ? end.index + end[0].length : this.#unread.length;
    return line;
  }
}
