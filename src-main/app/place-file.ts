import type { Rectangle } from 'electron';
import * as z from '../../src-shared/base/zod';
import { filesSettled } from '../files/atomic-write';
import { openVersionedFile } from '../files/versioned-file';

/** Where the window was: its bounds when it is not maximized, and whether it was. */
export interface WindowPlace {
  bounds?: Rectangle;
  maximized: boolean;
}

const Coordinate = z.int().min(-100_000).max(100_000);
const Length = z.int().min(1).max(100_000);
const Bounds = z.object({ x: Coordinate, y: Coordinate, width: Length, height: Length });
const Place: z.ZodType<WindowPlace> = z.object({ bounds: Bounds.exactOptional(), maximized: z.boolean() });

/** The file in which the window's place is kept. */
export interface PlaceFile {
  /** Where the window was when the app ended last. */
  read(): WindowPlace;
  /** Throws as `VersionedFile.write`. */
  write(place: WindowPlace): Promise<void>;
  /** Resolves once what was kept is on disk. */
  settled(): Promise<void>;
}

/** Opens the file at `path`. One that cannot be used is not worth telling the user: the window has its default place then. */
export function openPlaceFile(path: string): PlaceFile {
  const initial: WindowPlace = { maximized: false };
  const file = openVersionedFile({ path, version: 1, schema: Place, initial, upgrades: {} });
  return { read: file.read, write: file.write, settled: filesSettled };
}
