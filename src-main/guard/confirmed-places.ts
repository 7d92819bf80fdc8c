import * as z from '../../src-shared/base/zod';
import { type FileState, openVersionedFile } from '../files/versioned-file';

const MAX_PLACES = 10_000;
const PlacesFile = z.object({
  places: z.array(z.object({ place: z.string().max(3000), confirmedAt: z.iso.datetime() })).max(MAX_PLACES),
});

/** Which places the user said yes to, in a file of its own: a damaged one means being asked again, and nothing else. */
export interface ConfirmedPlaces {
  readonly state: FileState;
  has(key: string): boolean;
  /** Throws AppError `file.unwritable` or `file.newer`; the places count as confirmed all the same until the app ends. */
  add(keys: readonly string[]): Promise<void>;
}

/** Opens the file at `path`. */
export function openConfirmedPlaces(path: string): ConfirmedPlaces {
  const file = openVersionedFile({ path, version: 1, schema: PlacesFile, initial: { places: [] }, upgrades: {} });
  const known = new Set(file.read().places.map(({ place }) => place));
  let writing: Promise<unknown> = Promise.resolve();
  return {
    state: file.state,
    has: (key) => known.has(key),
    add(keys) {
      for (const key of keys) known.add(key);
      const confirmedAt = new Date().toISOString();
      const write = () => {
        const others = file.read().places.filter(({ place }) => !keys.includes(place));
        const added = keys.map((place) => ({ place, confirmedAt }));
        return file.write({ places: [...others, ...added].slice(-MAX_PLACES) });
      };
      const written = writing.then(write);
      writing = written.catch(() => {}); // the caller sees the error; the next write tries again
      return written;
    },
  };
}
