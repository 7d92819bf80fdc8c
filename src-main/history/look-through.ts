import { AppError, unlessBug } from '../base/app-error';
import { inTurn } from '../files/atomic-write';
import { followChain, type HistoryCheck, type Tail } from './history-chain';
import { keepCheckpoint, readCheckpoint } from './history-checkpoint';
import type { HistoryEnd } from './history-end';
import { CHUNK_BYTES } from './history-lines';
import type { LineFile } from './line-file';
import type { NewestWrites } from './newest-writes';
import type { OpenWrites } from './open-writes';

/** A longer one is worth a file that says what was found of it. */
const LONG_BYTES = 4 * CHUNK_BYTES;

interface Needs {
  file: string;
  /** How the file was when it was opened. */
  end: HistoryEnd;
  target: LineFile;
  newest: NewestWrites;
  open: OpenWrites;
  isOwn(id: string): boolean;
  tail(): Tail;
  /** Whether a line is being added right now. */
  appending(): boolean;
}

/** The look through the whole of a history: once in a run of the app, unless the one before has left word of it. */
export function lookAtHistory({ file, end, target, newest, open, isOwn, tail, appending }: Needs) {
  let looking: Promise<HistoryCheck> | undefined;
  let closed = false;
  /** The whole chain was followed, by this run of the app or one before, and held. */
  let held = false;

  /** Undefined in it: there is no such write where it is said to be. */
  const olderOpen = () => open.read((id) => isOwn(id) || newest.get(id) !== undefined);

  /** What the run before has found; undefined where the file is no longer as it left it. */
  function found(): HistoryCheck | undefined {
    const checkpoint = target.untouched() && end.mark && readCheckpoint(file, end.mark, end.tail);
    if (!checkpoint) return undefined;
    open.known(checkpoint.open);
    return olderOpen().every((entry) => entry !== undefined) ? { ok: true, lines: checkpoint.lines } : undefined;
  }

  const follow = (): Promise<HistoryCheck> =>
    followChain(file, tail(), appending, (line, json) => {
      if (closed) throw new AppError('work.cancelled');
      open.found(line, json);
    });

  async function look(): Promise<HistoryCheck> {
    await newest.read();
    const before = found();
    const check = before ?? (await follow());
    newest.addOlder(olderOpen().filter((entry) => entry !== undefined));
    held = check.ok;
    if (!before) await inTurn(file, keep);
    return check;
  }

  /** Where it cannot be kept, the next start looks through the whole history again, and that is all. */
  async function keep(): Promise<void> {
    const mark = held ? target.untouched() : undefined;
    const { line, hash } = tail();
    if (!mark || line === undefined || Number(mark.size) < LONG_BYTES) return;
    await keepCheckpoint(file, { mark, lines: line, hash, open: open.places() }).catch(unlessBug);
  }

  return {
    through(): Promise<HistoryCheck> {
      looking ??= look().catch((error: unknown) => {
        looking = undefined;
        throw error;
      });
      return looking;
    },
    /** Ends a look that is under way, and leaves word for the next run. To be called in the file's turn, after its last line. */
    close(): Promise<void> {
      closed = true;
      return keep();
    },
  };
}
