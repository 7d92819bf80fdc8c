import { randomUUID } from 'node:crypto';
import { counted } from '../../src-shared/base/counted';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { HistoryEnded } from '../../src-shared/model/history';
import type { ConflictRow, FieldId } from '../../src-shared/model/organization';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import type { EntryChange } from '../gluu-ldap/change-plan';
import { changedFields } from '../gluu-ldap/changed-fields';
import { decodeField, decodeMember, showValue } from '../gluu-ldap/field-codec';
import { type Check, type Collision, holds, mergeWith, writeGuarded } from '../gluu-ldap/guarded-write';
import { type EntryImage, readEntry, type Snapshot } from '../gluu-ldap/snapshot';
import type { BeforeImages } from '../history/before-images';
import type { History } from '../history/history-log';
import { recordable } from '../history/recordable';
import { leavesOpen } from '../ldap/ldap-error';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { begunRecord, type MergedWith, secretsBefore } from './history-of-change';
import { refreshReverts } from './hold-watch';

/** What Update has to know beside the server: the plan, and the values the user had in mind. */
export interface Update {
  entries: readonly EntryChange[];
  reason: string | undefined;
  /** What the user saw when changing it. */
  loaded: Snapshot;
  /** The write of the history that is put back. */
  rollbackOf: string | undefined;
}

/** Where a write is kept before it begins: the history, and what the history must not hold. */
interface Keeping {
  history: History;
  beforeImages: Pick<BeforeImages, 'seal'>;
}

/** How the writing itself ended, before anything is shown of it. `unrecorded`: why the history does not say that it did. */
export type WriteEnd =
  | { kind: 'saved'; historyId: string; check: 'assertion' | 'weaker'; unrecorded?: AppError }
  | { kind: 'conflict'; rows: ConflictRow[] }
  | { kind: 'notSaved'; why: AppError; saved: FieldId[]; historyId: string }
  | { kind: 'unknown'; why: AppError; historyId: string };

/**
 * Compares all entries with what was loaded, and only if nothing collides writes them one after the other and reads each
 * back. Before the first write the history gets its before-image. Never throws for what a server did.
 */
export async function writeAll(
  reached: Reached,
  update: Update,
  { history, beforeImages }: Keeping,
  work: Work,
): Promise<WriteEnd> {
  const { session, tree, profile, boundAs } = reached;
  const compared = await work.step('Compare', async (note) => {
    const found = [];
    for (const change of update.entries) {
      const now = await readEntry(session, tree, change.entry);
      found.push({ change, now, merged: mergeWith(now, change) });
    }
    const others = found.flatMap(({ change, now, merged }) =>
      merged.ok ? (othersIn(update.loaded, change, now)?.fields ?? []) : [],
    );
    note(others.length === 0 ? 'as it was loaded' : `changed by someone else and kept: ${others.join(', ')}`);
    return found;
  });
  const rows = compared.flatMap(({ change, merged }) => (merged.ok ? [] : conflictRows(change, merged.collisions)));
  if (rows.length > 0) return { kind: 'conflict', rows };

  const historyId = randomUUID();
  const writes = compared.flatMap(({ change, now, merged }) => {
    const mergedWith = othersIn(update.loaded, change, now);
    return merged.ok ? [{ change, now, images: merged.images, ...(mergedWith ? { mergedWith } : {}) }] : [];
  });
  await beforeImages.seal(profile.id, historyId, secretsBefore(writes));
  await history.append(begunRecord(historyId, profile, boundAs, update, writes));

  let saved: FieldId[] = [];
  let written = 0;
  let check: Check = tree.guard.assertion ? 'assertion' : 'weaker';
  const ended = (how: Omit<HistoryEnded, 'kind' | 'id'>) => record(history, { kind: 'ended', id: historyId, ...how });
  work.commit();
  try {
    await work.step('Write', async (note) => {
      for (const { change, now } of writes) {
        const end = await writeGuarded(session, tree, change, now);
        if (!end.ok) throw new AppError('ldap.conflict', { at: session.at });
        if (end.check === 'weaker') check = 'weaker';
        saved.push(...fieldsIn(change));
        written += 1;
      }
      note(
        `${counted(written, 'modify', 'modifies')}, ${check === 'assertion' ? 'guarded by the server' : 'weaker guard'}`,
      );
    });
    await work.step('Read back', async (note) => {
      const held: FieldId[] = [];
      for (const { change } of writes) {
        const now = await readEntry(session, tree, change.entry);
        const attributes = change.attributes.filter((attribute) => holds(now, attribute));
        held.push(...fieldsIn({ ...change, attributes }));
      }
      const lost = held.length < saved.length;
      saved = held;
      if (lost) throw new AppError('ldap.conflict', { at: session.at, detail: 'read back, and not what was written' });
      note('equal');
    });
  } catch (error) {
    if (!(error instanceof AppError)) {
      await ended({ outcome: 'unknown', failure: { code: 'internal' } });
      throw error;
    }
    const open = leavesOpen(error);
    await ended({ outcome: open || written > 0 ? 'unknown' : 'notSaved', failure: recordable(error) });
    return open ? { kind: 'unknown', why: error, historyId } : { kind: 'notSaved', why: error, saved, historyId };
  }
  const holding = refreshReverts(tree.version) ? { holding: true as const } : {};
  const unrecorded = await ended({ outcome: 'saved', check, verifiedAt: new Date().toISOString(), ...holding });
  return { kind: 'saved', historyId, check, ...(unrecorded ? { unrecorded } : {}) };
}

/**
 * Tells the history how a write ended. What happened on the server counts more: a history that cannot be written is given
 * back, not thrown. The write then stays open there, and the next reading of the server settles it.
 */
async function record(history: History, ended: HistoryEnded): Promise<AppError | undefined> {
  try {
    await history.append(ended);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn(`The history did not take how a write ended: ${error.about.detail ?? error.code}`);
    return error;
  }
}

/** What someone else changed in the entry since it was loaded, beside what is changed here; undefined if nothing. */
function othersIn(loaded: Snapshot, change: EntryChange, now: EntryImage): MergedWith | undefined {
  const ours = fieldsIn(change);
  const fields = changedFields(loaded, change.entry, now).filter(({ id }) => !ours.includes(id));
  if (fields.length === 0) return undefined;
  return {
    ...(now.modifiersName === undefined ? {} : { modifiersName: now.modifiersName }),
    fields: fields.map(({ label }) => label),
  };
}

/** The fields of a change of one entry. */
export const fieldsIn = (change: EntryChange): FieldId[] =>
  change.attributes.flatMap((attribute) =>
    attribute.kind === 'values'
      ? [attribute.field.id]
      : [...attribute.members.values()].flatMap(({ field }) => field?.id ?? []),
  );

function conflictRows(change: EntryChange, collisions: readonly Collision[]): ConflictRow[] {
  return collisions.flatMap((collision) =>
    change.attributes.flatMap((attribute): ConflictRow[] => {
      if (attribute.attribute !== collision.attribute) return [];
      if (attribute.kind === 'values') {
        const { field } = attribute;
        const show = (values: readonly string[]) => showValue(field, decodeField(field, values).value);
        return [
          {
            field: field.id,
            label: field.label,
            mine: show(attribute.after),
            theirs: show(collision.theirs as readonly string[]),
            loaded: show(attribute.before),
          },
        ];
      }
      return [...attribute.members].flatMap(([key, member]): ConflictRow[] => {
        const { field } = member;
        if (!field || (collision.key !== undefined && collision.key !== key)) return [];
        const secret = field.control === 'secret';
        const show = (value: unknown, words: string) =>
          secret ? (value ? words : secretWords.none) : showValue(field, decodeMember(field, value));
        return [
          {
            field: field.id,
            label: field.label,
            mine: show(member.after, secretWords.typed),
            theirs:
              collision.key === undefined
                ? 'the whole attribute was changed or is broken'
                : show(collision.theirs, secretWords.another),
            loaded: show(member.before, secretWords.stored),
          },
        ];
      });
    }),
  );
}
