import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { type Meeting, openMeeting, pidIn } from './folder-meeting';
import { answerOthers, askWriter, type Word, type Writer, type WriterKind } from './folder-writer';
import { log } from './log';

/** That this process alone writes in a folder. */
export interface FolderLock {
  /** Gives the folder back; the next one may have it at once. */
  release(): Promise<void>;
}

interface Needs {
  folder: string;
  /** What this process is, for whoever else wants the folder. */
  kind: WriterKind;
  /** Another process that wanted the folder asks to see this one. */
  onShow(): void;
  /** How long to wait for others that want it at the same moment. */
  limitMs?: number;
}

/** Processes that want the folder at the same moment part within milliseconds; one that is stopped meanwhile is reported. */
const LIMIT_MS = 5000;
const PAUSE_MS = { least: 5, more: 40 };

/**
 * Takes the folder for this process, which gives it back by `release` or by its end, however that comes. Whoever wants it
 * listens on a local socket of its own, looks whether anybody else does, and has it if nobody is found; of two that find each
 * other both step back and try again. Throws AppError `folder.inUse`, which says who has it, and `folder.unusable`.
 */
export const takeFolder = ({ folder, kind, onShow, limitMs = LIMIT_MS }: Needs): Promise<FolderLock> =>
  meetingAt(folder, async (meeting) => {
    for (const until = performance.now() + limitMs; ; ) {
      const [first] = await othersAt(meeting);
      const lock = first ? undefined : await claim(meeting, kind, onShow);
      if (lock) return lock;
      if (first && (first.holds || performance.now() > until)) throw inUse(folder, first);
      await pause(PAUSE_MS.least + Math.random() * PAUSE_MS.more);
    }
  });

/** Who has the folder; undefined where nobody has. Throws AppError `folder.unusable`. */
export const writerOf = (folder: string): Promise<Writer | undefined> =>
  meetingAt(folder, async (meeting) => holderOf(await othersAt(meeting)));

/** As `writerOf`, and asks that process to bring itself to the front. */
export const showWriter = (folder: string): Promise<Writer | undefined> =>
  meetingAt(folder, async (meeting) => holderOf(await othersAt(meeting, 'show')));

/** Has the folder if nobody else is found now that others find this process; undefined if somebody is. */
async function claim(meeting: Meeting, kind: WriterKind, onShow: () => void): Promise<FolderLock | undefined> {
  const own = { kind, pid: process.pid, since: new Date().toISOString(), holds: false };
  const server = createServer({ allowHalfOpen: true }, (socket) => answerOthers(socket, own, onShow));
  const place = await meeting.listen(server);
  if (!place) return undefined;
  server.on('error', (error) => log.warn(String(error)));
  // Once closed, it still answers those who are asking just now.
  const release = () => place.leave().finally(() => void server.close());
  try {
    own.holds = (await othersAt(meeting, 'ask', place.name)).length === 0;
  } finally {
    if (!own.holds) await release();
  }
  if (!own.holds) return undefined;
  server.unref(); // it alone keeps no process running
  return { release };
}

/** The living ones but for `own`, the one that has the folder first. What the others left is removed. */
async function othersAt(meeting: Meeting, word: Word = 'ask', own?: string): Promise<Writer[]> {
  const names = (await meeting.names()).filter((name) => name !== own);
  const found = await Promise.all(
    names.map(async (name) => {
      const writer = await askWriter(meeting.pathOf(name), word);
      if (writer === 'gone') await meeting.forget(name);
      const pid = pidIn(name);
      return writer === 'gone' ? [] : [{ ...(pid === undefined ? {} : { pid }), ...writer }];
    }),
  );
  return found.flat().sort((one, other) => Number(other.holds ?? false) - Number(one.holds ?? false));
}

/** One that does not say may have it. */
const holderOf = (writers: readonly Writer[]): Writer | undefined => writers.find(({ holds }) => holds !== false);

function inUse(
  folder: string,
  { kind = 'unknown', pid, since }: Partial<Omit<Writer, 'kind'>> & { kind?: string },
): AppError {
  const holder = message('failure.folder.holder', {
    kind,
    known: pid === undefined ? 'no' : 'yes',
    pid: String(pid),
    dated: since === undefined ? 'no' : 'yes',
    since: { at: since ?? '', as: 'moment' },
  });
  return new AppError('folder.inUse', { facts: { folder, holder } });
}

async function meetingAt<T>(folder: string, use: (meeting: Meeting) => Promise<T>): Promise<T> {
  try {
    const meeting = await openMeeting(folder);
    return await use(meeting).finally(meeting.close);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw new AppError('folder.unusable', { facts: { folder }, detail: error.message }, { cause: error });
  }
}
