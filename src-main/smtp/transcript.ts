import type { TranscriptLine } from '../../src-shared/model/smtp-test';
import { safeText } from '../safe-text';
import type { Mask } from './mail-mask';

const MAX_LINES = 400;

/** The conversation of one mail test as it may be shown: masked, escaped, bounded. */
export class Transcript {
  readonly lines: TranscriptLine[] = [];
  readonly #began = performance.now();
  encrypted = false;

  constructor(private readonly mask: Mask) {}

  add(side: TranscriptLine['side'], text: string): void {
    if (this.lines.length >= MAX_LINES) return;
    for (const line of text.split(/\r?\n/)) {
      const shown = safeText(this.mask(line));
      if (shown) this.lines.push({ at: this.elapsed(), side, encrypted: this.encrypted, text: shown });
    }
  }

  elapsed(): number {
    return Math.round(performance.now() - this.#began);
  }
}
