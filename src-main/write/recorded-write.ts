import { randomUUID } from 'node:crypto';
import type { WriteKind } from '../../src-shared/history/write-kind';
import type { HistoryBegun, HistoryEnded } from '../../src-shared/model/history';
import { message } from '../../src-shared/texts/message';
import { AppError, unlessBug } from '../base/app-error';
import { requireWritable } from '../guard/require-writing';
import { begunBy } from '../history/begun-by';
import type { History } from '../history/history-log';
import { recordable } from '../history/recordable';
import { leavesOpen } from '../ldap/ldap-error';
import type { LdapSession } from '../ldap/ldap-session';
import type { LdapWriter } from '../ldap/ldap-writer';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { recordEnd } from './record-end';

type Note = Parameters<Parameters<Work['step']>[1]>[0];

/** What the history keeps of how it was written. `partly`: something of it was left, because somebody had changed it. */
type Written = Pick<HistoryEnded, 'check' | 'holding'> & { partly?: boolean };

export interface RecordedWrite<Read> {
  /** By which a later reading of the server finds its settler (`Settler`). */
  what: WriteKind;
  /** Where something else has to know the write before it begins. */
  id?: string;
  entries: HistoryBegun['entries'];
  reason: string | undefined;
  rollbackOf?: string | undefined;
  /** Sends the requests, as the stage `Write`; `wrote` is called after each that was carried out. */
  write(ldap: LdapWriter, wrote: () => void, note: Note): Promise<Written>;
  /** Throws AppError where the server does not hold what was written, as the stage `Read back`. */
  readBack(note: Note): Promise<Read>;
  /** Takes back what a refused write has left, if the server lets it; the refusal is what counts, so no AppError of it is seen. */
  undo?(ldap: LdapWriter): Promise<unknown>;
}

/** How a write ended. */
export type WriteEnd<Read> =
  | ({ kind: 'saved'; historyId: string; read: Read } & Written)
  /** `partly`: some of its requests were carried out. */
  | { kind: 'notSaved'; historyId: string; why: AppError; partly: boolean }
  /** Nobody saw it end: no answer that can be read came, or the server took it and cannot be read. `Settle` finds it out. */
  | { kind: 'unknown'; historyId: string; why: AppError };

/** What a reading back throws that finds something else than was written. */
export const notAsWritten = (
  { at }: Pick<LdapSession, 'at'>,
  found: 'gone' | 'stillThere' | 'other' = 'other',
): AppError => new AppError('ldap.conflict', { at, facts: { found: message(`writes.readBack.${found}`) } });

/**
 * The one way to write to a server: the history has the before-image on disk before the first request goes, and is told how it
 * ended. From there on it cannot be cancelled, and what the server does is given, not thrown. Throws AppError
 * `server.readOnly`, `file.unwritable` before that; then nothing was written.
 */
export async function recordedWrite<Read>(
  reached: Pick<Reached, 'session' | 'profile' | 'boundAs'>,
  history: History,
  work: Work,
  { what, id = randomUUID(), entries, reason, rollbackOf, write, readBack, undo }: RecordedWrite<Read>,
): Promise<WriteEnd<Read>> {
  requireWritable(reached.profile);
  const about = { what, ...(rollbackOf ? { rollbackOf } : {}), entries };
  await history.append({ ...begunBy(reached, id, reason), ...about });
  const end = (how: Omit<HistoryEnded, 'kind' | 'id'>) => recordEnd(history, { id, ...how });
  let written = 0;
  let isTaken = false;
  work.commit();
  try {
    const { partly = false, ...how } = await work.step('Write', (note) =>
      write(reached.session, () => (written += 1), note),
    );
    isTaken = true;
    const read = await work.step('Read back', readBack);
    const verifiedAt = new Date().toISOString();
    end({ outcome: partly ? 'unknown' : 'saved', ...how, verifiedAt });
    return { kind: 'saved', historyId: id, read, partly, ...how };
  } catch (error) {
    if (!(error instanceof AppError)) {
      end({ outcome: 'unknown', failure: { code: 'internal' } });
      throw error;
    }
    // What the server has taken is there until a reading finds something else; a refusal to be read says nothing of it.
    const isOpen = leavesOpen(error) || (isTaken && error.code !== 'ldap.conflict');
    const partly = written > 0;
    if (!isOpen) await undo?.(reached.session).catch(unlessBug);
    end({ outcome: isOpen || partly ? 'unknown' : 'notSaved', failure: recordable(error) });
    return isOpen
      ? { kind: 'unknown', historyId: id, why: error }
      : { kind: 'notSaved', historyId: id, why: error, partly };
  }
}
