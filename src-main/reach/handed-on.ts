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

/** A piece of work as it is counted: its number, and whether it began while nothing else was under way. */
export interface Counted {
  number: number;
  beganAlone: boolean;
}

/** Counts a piece of work as long as `run` runs. */
export async function counted<T>(pieces: PiecesOfWork, run: (piece: Counted) => Promise<T>): Promise<T> {
  const piece = { number: (pieces.begun ?? 0) + 1, beganAlone: !pieces.underWay };
  pieces.begun = piece.number;
  pieces.underWay = (pieces.underWay ?? 0) + 1;
  try {
    return await run(piece);
  } finally {
    pieces.underWay -= 1;
  }
}

/** Whether nothing else was under way at that place from the beginning of this piece of work until now. */
export const isAlone = ({ begun }: PiecesOfWork, { number, beganAlone }: Counted): boolean =>
  beganAlone && begun === number;

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
