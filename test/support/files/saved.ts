import { openVersionedFile, type VersionedFile } from '../../../src-main/files/versioned-file';
import * as z from '../../../src-shared/base/zod';

const Saved = z.object({ number: z.int(), filler: z.string() });
export type Saved = z.output<typeof Saved>;

/** A file of the second form, whose first form called `filler` by the name of `text`. */
export const openSaved = (path: string): VersionedFile<Saved> =>
  openVersionedFile({
    path,
    version: 2,
    schema: Saved,
    initial: { number: 0, filler: '' },
    upgrades: { 1: (old) => renamed(z.object({ number: z.int(), text: z.string() }).parse(old)) },
  });

const renamed = ({ number, text }: { number: number; text: string }): Saved => ({ number, filler: text });

/** `bytes` times the same digit, so that a mix of two saves shows. */
export const saved = (number: number, bytes: number): Saved => ({ number, filler: String(number % 10).repeat(bytes) });
