/** What a piece of work has read, left for the next one so that whoever opens a server waits for it once. */
export interface HandedOn {
  /** What it was read by, and the profile that it was read for. */
  by: unknown;
  profile: string;
  /** What the piece of work was given. */
  reached: unknown;
  read: Promise<unknown>;
  /** As of `performance.now()`. */
  at: number;
  /** The number of the piece of work that read it. */
  piece: number;
}

/** The pieces of work at one place: how many began, and how many are under way. */
export interface PiecesOfWork {
  begun?: number;
  underWay?: number;
}

/** Later than that the user has done something in between. */
const LASTS_MS = 3000;

/** Counts a piece of work as long as `run` runs; it is given a number by which `isAlone` knows it. */
export async function counted<T>(pieces: PiecesOfWork, run: (piece: number) => Promise<T>): Promise<T> {
  const piece = (pieces.begun ?? 0) + 1;
  pieces.begun = piece;
  pieces.underWay = (pieces.underWay ?? 0) + 1;
  try {
    return await run(piece);
  } finally {
    pieces.underWay -= 1;
  }
}

/** Whether nothing was begun at that place since this piece of work, and nothing else is under way there. */
export const isAlone = ({ begun, underWay }: PiecesOfWork, piece: number): boolean => begun === piece && underWay === 1;

/**
 * Takes what the last piece of work has left, once. Gives nothing where that is something else than is `wanted`, more than
 * three seconds old, or anything was begun at that place since: whatever may have been written by now is read again.
 */
export function takeHandedOn(
  memory: { handedOn?: HandedOn | undefined },
  { begun, underWay }: PiecesOfWork,
  wanted: Pick<HandedOn, 'by' | 'profile'>,
): HandedOn | undefined {
  const { handedOn: found } = memory;
  memory.handedOn = undefined;
  if (!found || found.by !== wanted.by || found.profile !== wanted.profile) return undefined;
  const isFresh = performance.now() - found.at < LASTS_MS;
  return isFresh && begun === found.piece && underWay === 0 ? found : undefined;
}
