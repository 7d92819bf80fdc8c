import { setTimeout as pause } from 'node:timers/promises';
import { treesFor } from '../../src-shared/gluu/tree-versions';
import type { Range } from '../../src-shared/gluu/versions';
import { codeOf, nameOfCode } from '../../src-shared/history/changed-field';
import type { Notice } from '../../src-shared/model/app';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import type { PageRead } from '../gluu-ldap/snapshot';
import type { History } from '../history/history-log';
import type { Reach, Reached, ReadTogether } from '../reach/reach';
import { readAll } from '../reach/read-settings';
import { unwatchedWork } from '../work/work';
import { recordEnd } from '../write/record-end';
import { isAt } from '../write/settle';
import { judgeBy } from './organization-settler';

/** The status timer runs every 60 s and holds its copy for some seconds (oxTrust version_3.1.2 StatusCheckerTimer.java). */
const REFRESH_MS = 75_000;
const AGAIN_MS = 15_000;
const TRIES = 4;
/** Later than that others have changed things rightly. */
const RESUMED_WITHIN_MS = 24 * 3_600_000;

/** Whether that version's status timer may put an old copy of the entry back (oxTrust StatusCheckerTimer.java). */
export const refreshReverts = (version: Range): boolean => treesFor(version).some(({ timerReverts }) => timerReverts);

/** What became of a saved change once the server's own refresh had run: still there, put back, or not to be told. */
export type Held = 'held' | 'lost' | 'unknown';

/** How long after a write the server's own refresh has run, and how long after a failed look the next one is. */
export interface HoldWaits {
  refreshMs: number;
  againMs: number;
}

interface Needs {
  reach: Reach;
  history: History;
  tell(serverId: ServerId, historyId: string, held: Held): void;
  /** Told of what is lost as well, wherever the user is by then. */
  alarm(notice: Notice): void;
  /** Shorter ones for tests. */
  waits?: HoldWaits | undefined;
}

/** Watches saved changes over the moment at which Gluu up to 3.1.2 may put an old copy of the whole entry back. */
export interface HoldWatch {
  /** Starts to watch one write of the history, and gives when it will be told (ISO 8601). Never throws. */
  begin(serverId: ServerId, historyId: string): string;
  /**
   * Goes on watching the writes of the last day that nobody looked at because the app was closed; of servers that can be
   * read without anybody being asked. Those of this run have a watch. Never throws.
   */
  resume(mayRead: (serverId: ServerId) => boolean): void;
  /** Watches nothing from here on. */
  dispose(): void;
}

/** Watches saved changes until the server's own refresh has run. `waits` is for tests. */
export function createHoldWatch({ reach, history, tell, alarm, waits }: Needs): HoldWatch {
  const { refreshMs, againMs } = waits ?? { refreshMs: REFRESH_MS, againMs: AGAIN_MS };
  const disposal = new AbortController();
  const { signal } = disposal;

  /** undefined: this console itself wrote there again meanwhile, and that write has a watch of its own. */
  async function look(serverId: ServerId, historyId: string): Promise<Held | undefined> {
    const entry = history.get(historyId);
    if (!entry) return 'unknown';
    const readHere: ReadTogether<PageRead | undefined> = async (session, where, known) =>
      isAt(known.profile, entry) ? readAll(session, where, known) : undefined;
    const take = async ({ tree }: Reached, page: Promise<PageRead | undefined>) => {
      const now = await page;
      return now && { tree, ...now };
    };
    const read = await reach(serverId, unwatchedWork(signal), take, { read: readHere });
    const found = read && judgeBy(read)(entry);
    if (!found) return 'unknown';
    const held = found.outcome === 'saved';
    if (!held && history.list({ serverId }).some((other) => isOver(other, entry))) return undefined;
    recordEnd(history, {
      id: historyId,
      outcome: 'saved',
      ...(entry.check ? { check: entry.check } : {}),
      verifiedAt: new Date().toISOString(),
      held,
    });
    if (!held) alarm(lostNotice(entry));
    return held ? 'held' : 'lost';
  }

  async function watch(serverId: ServerId, historyId: string): Promise<void> {
    await pause(refreshMs, undefined, { ref: false, signal });
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      try {
        const held = await look(serverId, historyId);
        if (held) tell(serverId, historyId, held);
        return;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        await pause(againMs, undefined, { ref: false, signal });
      }
    }
    tell(serverId, historyId, 'unknown');
  }

  /** Never throws. */
  function watchAlone(serverId: ServerId, historyId: string): void {
    watch(serverId, historyId).catch(log.bugUntil(signal));
  }

  return {
    begin(serverId, historyId) {
      watchAlone(serverId, historyId);
      return new Date(Date.now() + refreshMs).toISOString();
    },
    resume(mayRead) {
      const since = Date.now() - RESUMED_WITHIN_MS;
      for (const { id, serverId, time, holding } of history.list()) {
        const isDue = holding && !history.isOwn(id) && Date.parse(time) > since;
        if (isDue && mayRead(serverId)) watchAlone(serverId, id);
      }
    },
    dispose: () => disposal.abort(),
  };
}

/** Whether a write came after another and may have changed a value of it. */
const isOver = (later: HistoryEntry, earlier: HistoryEntry): boolean =>
  later.seq > earlier.seq &&
  later.outcome !== 'notSaved' &&
  placesOf(later).some((place) => placesOf(earlier).includes(place));

const placesOf = ({ entries }: HistoryEntry): string[] =>
  entries.flatMap(({ dn, changes }) => changes.map(({ attribute, key }) => JSON.stringify([dn, attribute, key])));

function lostNotice({ id, serverName, entries }: HistoryEntry): Notice {
  const codes = entries.flatMap(({ changes }) => changes.map((change) => codeOf(change, 'organization')));
  return {
    id: `lost-${id}`,
    tone: 'bad',
    title: message('writes.lost.title', { server: serverName }),
    text: [message('writes.lost.text', { fields: { list: [...new Set(codes)].map(nameOfCode), as: 'plain' } })],
  };
}
