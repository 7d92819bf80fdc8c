import type { BrowserWindow, Rectangle } from 'electron';
import { glanceAt } from '../files/glance';
import { log } from '../files/log';
import type { WindowPlace } from './place-file';

const QUIET_MS = 300;

export interface PlaceKeeper {
  /** Where the window was when the app ended last. */
  read(): Promise<WindowPlace>;
  /** Keeps the window's place whenever it changes, and once more when it closes. */
  follow(window: BrowserWindow): void;
  /** Resolves once what was kept is on disk. */
  settled(): Promise<void>;
}

/**
 * Keeps the window's place in the file at `path`. A file that is well is read at a glance; whatever else is there, and each
 * change, is left to place-file.ts, which is loaded then. One that cannot be used, or not written, is not worth telling the user.
 */
export function placeKeeper(path: string): PlaceKeeper {
  const file = async () => {
    const { openPlaceFile } = await import('./place-file');
    return openPlaceFile(path);
  };
  let opened: ReturnType<typeof file> | undefined;
  const open = () => {
    opened ??= file();
    return opened;
  };
  let last: WindowPlace | undefined;
  let keeping: Promise<void> = Promise.resolve();

  async function write(next: WindowPlace): Promise<void> {
    const there = await open();
    if (isSame(next, there.read())) return;
    await there.write(next).catch((error: unknown) => log.warn(String(error)));
  }

  return {
    async read() {
      last = placeAtAGlance(path) ?? (await open()).read();
      return last;
    },
    follow(window) {
      let timer: NodeJS.Timeout | undefined;
      const keep = () => {
        clearTimeout(timer);
        if (window.isDestroyed() || window.isFullScreen()) return;
        const next = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
        if (last && isSame(next, last)) return;
        last = next;
        keeping = keeping.then(() => write(next)).catch(log.bug);
      };
      const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(keep, QUIET_MS);
      };
      window.on('resize', soon).on('move', soon).on('maximize', soon).on('unmaximize', soon).on('close', keep);
    },
    async settled() {
      await keeping;
      await (await opened)?.settled();
    },
  };
}

const isSame = (one: WindowPlace, other: WindowPlace): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The place that a good file holds, or the usual one where there never was a file; undefined where it takes more to know. */
function placeAtAGlance(path: string): WindowPlace | undefined {
  const found = glanceAt(path, 1);
  if (found === 'fresh') return { maximized: false };
  if (typeof found?.maximized !== 'boolean') return undefined;
  const { maximized } = found;
  if (found.bounds === undefined) return { maximized };
  const { x, y, width, height } = Object(found.bounds) as Record<string, unknown>;
  if (!isWithin(x, -100_000) || !isWithin(y, -100_000) || !isWithin(width, 1) || !isWithin(height, 1)) return undefined;
  return { bounds: { x, y, width, height }, maximized };
}

const isWithin = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= 100_000;

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
