import type { TranscriptLine } from '../../src-shared/model/mail-server';
import { type Message, mapFacts } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';
import type { Mask } from './mail-mask';

type Said = Extract<TranscriptLine, { text: string }>;

const MAX_LINES = 400;
const MAX_TEXT = 64 * 1024;

/** The conversation of one mail test as it may be shown: masked, escaped, bounded. */
export class Transcript {
  readonly #lines: TranscriptLine[] = [];
  readonly #began = performance.now();
  #count = 0;
  encrypted = false;

  constructor(private readonly mask: Mask) {}

  /** Adds what one side said. */
  add(side: Said['side'], text: string): void {
    if (this.#count >= MAX_LINES) return;
    this.#count += text.split('\n').length;
    this.#lines.push({ at: this.elapsed(), side, encrypted: this.encrypted, text: text.slice(0, MAX_TEXT) });
  }

  /** Adds a line of this console's own. */
  note(text: Message): void {
    if (this.#count >= MAX_LINES) return;
    this.#count += 1;
    this.#lines.push({ at: this.elapsed(), side: 'note', encrypted: this.encrypted, text });
  }

  /** Adds a note and the lines of another conversation, already masked, which began at `began`. */
  append(note: Message, began: number, lines: readonly TranscriptLine[]): void {
    this.#lines.push({ at: began, side: 'note', encrypted: false, text: note });
    this.#lines.push(...lines.map((line) => ({ ...line, at: began + line.at })));
    this.#count += lines.length + 1;
  }

  /** Hides one more secret in it. */
  hide(secret: string): void {
    this.mask.add(secret);
  }

  /** A line each. All that a side said is masked as a whole: a secret may be spread over lines and over replies. */
  get lines(): TranscriptLine[] {
    const masked = new Map<TranscriptLine, string>();
    for (const side of ['client', 'server'] as const) {
      const own = this.#lines.filter((line): line is Said => line.side === side);
      this.mask.together(own.map(({ text }) => text)).forEach((text, index) => {
        const said = own[index];
        if (said) masked.set(said, text);
      });
    }
    const shown = (line: TranscriptLine): TranscriptLine[] =>
      line.side === 'note'
        ? [{ ...line, text: mapFacts(line.text, (fact) => safeText(this.mask(fact))) }]
        : (masked.get(line) ?? '').split(/\r?\n/).map((text) => ({ ...line, text: safeText(text) }));
    return this.#lines
      .flatMap(shown)
      .filter(({ text }) => text !== '')
      .slice(0, MAX_LINES);
  }

  elapsed(): number {
    return Math.round(performance.now() - this.#began);
  }
}
