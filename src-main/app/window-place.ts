import type { BrowserWindow, Rectangle } from 'electron';
import * as z from '../../src-shared/base/zod';
import { filesSettled } from '../files/atomic-write';
import { log } from '../files/log';
import { openVersionedFile } from '../files/versioned-file';

const Coordinate = z.int().min(-100_000).max(100_000);
const Length = z.int().min(1).max(100_000);
const Bounds = z.object({ x: Coordinate, y: Coordinate, width: Length, height: Length });

/** Where the window was: its bounds when it is not maximized, and whether it was. */
const WindowPlace = z.object({ bounds: Bounds.exactOptional(), maximized: z.boolean() });
type WindowPlace = z.output<typeof WindowPlace>;

const QUIET_MS = 300;

export interface PlaceFile {
  /** Where the window was when the app ended last. */
  read(): WindowPlace;
  /** Keeps the window's place whenever it changes, and once more when it closes. */
  follow(window: BrowserWindow): void;
  /** Resolves once what was kept is on disk. */
  settled(): Promise<void>;
}

/** Opens the file at `path`. One that cannot be used, or not written, is not worth telling the user: the window has its default place then. */
export function openPlaceFile(path: string): PlaceFile {
  const file = openVersionedFile({
    path,
    version: 1,
    schema: WindowPlace,
    initial: { maximized: false },
    upgrades: {},
  });
  return {
    read: file.read,
    settled: filesSettled,
    follow(window) {
      let timer: NodeJS.Timeout | undefined;
      const keep = () => {
        clearTimeout(timer);
        if (window.isDestroyed() || window.isFullScreen()) return;
        const next = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
        if (JSON.stringify(next) === JSON.stringify(file.read())) return;
        file.write(next).catch((error: unknown) => log.warn(String(error)));
      };
      const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(keep, QUIET_MS);
      };
      window.on('resize', soon).on('move', soon).on('maximize', soon).on('unmaximize', soon).on('close', keep);
    },
  };
}

/**
 * The bounds to open the window with: as they were, but wholly inside the display that showed most of them, and no larger than
 * it. Without a place only a size is given, and the system chooses the place: so it is where no display of today shows any of
 * the former bounds. `areas` are the displays' work areas, the main one first; `usual` is the size of a window never moved.
 */
export function boundsToOpen(
  bounds: Rectangle | undefined,
  areas: readonly Rectangle[],
  usual: Pick<Rectangle, 'width' | 'height'>,
): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  const [main] = areas;
  const { width, height } = bounds ?? usual;
  const seen = areas.map((area) => ({ area, pixels: bounds ? shared(bounds, area) : 0 }));
  const home = seen.filter(({ pixels }) => pixels > 0).sort((a, b) => b.pixels - a.pixels)[0]?.area;
  const area = home ?? main;
  const size = { width: Math.min(width, area?.width ?? width), height: Math.min(height, area?.height ?? height) };
  if (!bounds || !home) return size;
  return {
    x: inside(bounds.x, size.width, home.x, home.width),
    y: inside(bounds.y, size.height, home.y, home.height),
    ...size,
  };
}

const inside = (at: number, length: number, from: number, room: number): number =>
  Math.min(Math.max(at, from), from + room - length);

function shared(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
