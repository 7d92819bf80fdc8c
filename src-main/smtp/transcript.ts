import type { TranscriptLine } from '../../src-shared/model/smtp-test';
import { safeText } from '../safe-text';
import type { Mask } from './mail-mask';

const MAX_LINES = 400;
const MAX_TEXT = 64 * 1024;

/** The conversation of one mail test as it may be shown: masked, escaped, bounded. */
export class Transcript {
  readonly lines: TranscriptLine[] = [];
  readonly #began = performance.now();
  encrypted = false;

  constructor(private readonly mask: Mask) {}

  /** Adds what one side said, a line each. Masked as a whole, since a password may hold a line break. */
  add(side: TranscriptLine['side'], text: string): void {
    for (const line of this.mask(text.slice(0, MAX_TEXT)).split(/\r?\n/)) {
      const shown = safeText(line);
      if (shown && this.lines.length < MAX_LINES) {
        this.lines.push({ at: this.elapsed(), side, encrypted: this.encrypted, text: shown });
      }
    }
  }

  elapsed(): number {
    return Math.round(performance.now() - this.#began);
  }
}
