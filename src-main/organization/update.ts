import { randomUUID } from 'node:crypto';
import type { ConflictRow } from '../../src-shared/model/organization';
import { type FieldId, fieldOf } from '../../src-shared/model/organization-fields';
import { AppError } from '../app-error';
import type { EntryChange } from '../gluu/change-plan';
import { decodeField, decodeMember, showValue } from '../gluu/field-codec';
import { type AttributeImages, type Collision, compareImages, mergeWith, writeGuarded } from '../gluu/guarded-write';
import { readEntry } from '../gluu/snapshot';
import type { History } from '../history/history-log';
import type { Work } from '../ipc/work';
import type { Reached } from '../servers/reach';
import { begunRecord } from './history-of-change';

/** What Update has to know beside the server: the plan, and the values the user had in mind. */
export interface Update {
  entries: readonly EntryChange[];
  reason: string | undefined;
}

/** How the writing itself ended, before anything is shown of it. */
export type WriteEnd =
  | { kind: 'saved'; historyId: string; check: 'assertion' | 'weaker' }
  | { kind: 'conflict'; rows: ConflictRow[] }
  | { kind: 'notSaved'; why: AppError; saved: FieldId[]; historyId: string }
  | { kind: 'unknown'; why: AppError; historyId: string };

/** These leave open whether the server carried a modify out. */
const OPEN_END = ['net.dropped', 'ldap.noReply', 'work.cancelled', 'ldap.notLdap', 'ldap.tooMuch'];

/**
 * Compares all entries with what was loaded, and only if nothing collides writes them one after the other and reads each
 * back. Before the first write the history gets its before-image. Never throws for what a server did.
 */
export async function writeAll(reached: Reached, update: Update, history: History, work: Work): Promise<WriteEnd> {
  const { session, tree, profile, boundAs } = reached;
  const compared = await work.step('Compare', async (note) => {
    const found = [];
    for (const change of update.entries) {
      const now = await readEntry(session, tree, change.entry);
      found.push({ change, now, merged: mergeWith(now, change) });
    }
    note('as it was loaded');
    return found;
  });
  const rows = compared.flatMap(({ change, merged }) => (merged.ok ? [] : conflictRows(change, merged.collisions)));
  if (rows.length > 0) return { kind: 'conflict', rows };

  const historyId = randomUUID();
  const writes = compared.flatMap(({ change, now, merged }) =>
    merged.ok ? [{ change, now, images: merged.images }] : [],
  );
  await history.append(begunRecord(historyId, profile, boundAs, update.reason, writes));

  const saved: FieldId[] = [];
  work.commit();
  try {
    const written = await work.step('Write', async (note) => {
      const done: { change: EntryChange; images: AttributeImages }[] = [];
      for (const { change, now } of writes) {
        const end = await writeGuarded(session, tree, change, now);
        if (!end.ok) throw new AppError('ldap.conflict', { at: session.at });
        saved.push(...fieldsIn(change));
        done.push({ change, images: end.images });
      }
      note(
        `${done.length === 1 ? 'one modify' : `${done.length} modifies`}, ${tree.guard.assertion ? 'guarded by the server' : 'weaker guard'}`,
      );
      return done;
    });
    await work.step('Read back', async (note) => {
      for (const { change, images } of written) {
        const now = await readEntry(session, tree, change.entry);
        if (compareImages(now, images) !== 'after')
          throw new AppError('ldap.conflict', { at: session.at, detail: 'read back, and not what was written' });
      }
      note('equal');
    });
    const check = tree.guard.assertion ? 'assertion' : 'weaker';
    await history.append({
      kind: 'ended',
      id: historyId,
      outcome: 'saved',
      check,
      verifiedAt: new Date().toISOString(),
    });
    return { kind: 'saved', historyId, check };
  } catch (error) {
    if (!(error instanceof AppError)) {
      await history.append({ kind: 'ended', id: historyId, outcome: 'unknown', failure: { code: 'internal' } });
      throw error;
    }
    const { certificate: _, ...about } = error.about;
    const outcome = OPEN_END.includes(error.code) || saved.length > 0 ? 'unknown' : 'notSaved';
    await history.append({ kind: 'ended', id: historyId, outcome, failure: { code: error.code, ...about } });
    if (OPEN_END.includes(error.code)) return { kind: 'unknown', why: error, historyId };
    return { kind: 'notSaved', why: error, saved, historyId };
  }
}

const fieldsIn = (change: EntryChange): FieldId[] =>
  change.attributes.flatMap((attribute) =>
    attribute.kind === 'values'
      ? [attribute.field]
      : [...attribute.members.values()].flatMap(({ field }) => field ?? []),
  );

function conflictRows(change: EntryChange, collisions: readonly Collision[]): ConflictRow[] {
  return collisions.flatMap((collision) =>
    change.attributes.flatMap((attribute): ConflictRow[] => {
      if (attribute.attribute !== collision.attribute) return [];
      if (attribute.kind === 'values') {
        const field = fieldOf(attribute.field);
        const show = (values: readonly string[]) => showValue(field, decodeField(field, values).value);
        return [
          {
            field: attribute.field,
            label: field.label,
            mine: show(attribute.after),
            theirs: show(collision.theirs as readonly string[]),
            loaded: show(attribute.before),
          },
        ];
      }
      return [...attribute.members].flatMap(([key, member]): ConflictRow[] => {
        if (!member.field || (collision.key !== undefined && collision.key !== key)) return [];
        const field = fieldOf(member.field);
        const secret = field.control === 'secret';
        const show = (value: unknown) =>
          secret ? (value ? 'Secret' : '(empty)') : showValue(field, decodeMember(field, value));
        return [
          {
            field: member.field,
            label: field.label,
            mine: secret ? 'Secret, mine' : show(member.after),
            theirs:
              collision.key === undefined
                ? 'the whole attribute was changed or is broken'
                : secret
                  ? 'Secret, theirs'
                  : show(collision.theirs),
            loaded: show(member.before),
          },
        ];
      });
    }),
  );
}
