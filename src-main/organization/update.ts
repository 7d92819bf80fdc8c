import { randomUUID } from 'node:crypto';
import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { ConflictRow, FieldId, FieldValue } from '../../src-shared/model/organization';
import { type Message, message, type Words } from '../../src-shared/texts/message';
import { AppError, unlessBug } from '../base/app-error';
import { later } from '../base/later';
import type { EntryChange } from '../gluu-ldap/change-plan';
import { changedFields } from '../gluu-ldap/changed-fields';
import { decodeField, decodeMember, showValue } from '../gluu-ldap/field-codec';
import { type Check, type Collision, checkBy, holds, mergeWith, writeGuarded } from '../gluu-ldap/guarded-write';
import { askEntries, type EntryImage, type EntryImages, imageOf, readPage, type Snapshot } from '../gluu-ldap/snapshot';
import type { BeforeImages } from '../history/before-images';
import type { History } from '../history/history-log';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { notAsWritten, recordedWrite, type WriteEnd } from '../write/recorded-write';
import { begunEntries, type MergedWith, secretsBefore } from './history-of-change';
import { refreshReverts } from './hold-watch';

/** What Update has to know beside the server: the plan, and the values the user had in mind. */
export interface Update {
  entries: readonly EntryChange[];
  reason: string | undefined;
  /** What the user saw when changing it. */
  loaded: Snapshot;
  /** The write of the history that is put back. */
  rollbackOf: string | undefined;
  /** The entries as they are now. */
  now: Promise<EntryImages>;
}

/** `snapshot`: what all of the page held after the write, where that could be read along with the proof of it. */
export interface Updated {
  end: UpdateEnd;
  snapshot?: Promise<Snapshot | undefined>;
}

/** Where a write is kept before it begins: the history, and what the history must not hold. */
interface Keeping {
  history: History;
  beforeImages: Pick<BeforeImages, 'seal'>;
}

/** How the writing itself ended, before anything is shown of it. `saved`: the fields the server holds as they were written. */
export type UpdateEnd =
  | { kind: 'conflict'; rows: ConflictRow[] }
  | (Exclude<WriteEnd<void>, { kind: 'unknown' }> & { check: Check; saved: FieldId[] })
  | Extract<WriteEnd<void>, { kind: 'unknown' }>;

/**
 * Compares all entries with what was loaded, and only if nothing collides writes them one after the other and reads them
 * back. Before the first write the history gets its before-image. Never throws for what a server did.
 */
export async function writeAll(
  reached: Reached,
  update: Update,
  { history, beforeImages }: Keeping,
  work: Work,
): Promise<Updated> {
  const { session, tree, profile, lastSeen } = reached;
  const compared = await work.step('Compare', async (note) => {
    const entries = await update.now;
    const found = update.entries.map((change) => {
      const now = imageOf({ entries }, change.entry);
      return { change, now, merged: mergeWith(now, change) };
    });
    const others = found.flatMap(({ change, now, merged }) => (merged.ok ? othersIn(update.loaded, change, now) : []));
    note(
      others.length === 0
        ? message('organization.note.asLoaded')
        : message('organization.note.kept', { fields: { list: others.map(({ label }) => label), as: 'plain' } }),
    );
    return found;
  });
  const rows = compared.flatMap(({ change, merged }) => (merged.ok ? [] : conflictRows(change, merged.collisions)));
  if (rows.length > 0) return { end: { kind: 'conflict', rows } };

  const historyId = randomUUID();
  const writes = compared.flatMap(({ change, now, merged }) => {
    const mergedWith = mergedIn(othersIn(update.loaded, change, now), now);
    return merged.ok ? [{ change, now, images: merged.images, ...(mergedWith ? { mergedWith } : {}) }] : [];
  });
  await beforeImages.seal(profile.id, historyId, secretsBefore(writes));

  let saved: FieldId[] = [];
  let check = checkBy(tree.guard);
  let snapshot: Updated['snapshot'];
  const end = await recordedWrite(reached, history, work, {
    what: 'organization',
    id: historyId,
    entries: begunEntries(writes),
    reason: update.reason,
    rollbackOf: update.rollbackOf,
    async write(ldap, wrote, note) {
      for (const { change, now } of writes) {
        const done = await writeGuarded(ldap, reached, change, now);
        if (!done.ok) throw new AppError('ldap.conflict', { at: session.at });
        if (done.check === 'weaker') check = 'weaker';
        saved.push(...fieldsIn(change));
        wrote();
      }
      note(message(`organization.note.written.${check}`, { n: writes.length }));
      return { check, ...(refreshReverts(tree.version) ? { holding: true as const } : {}) };
    },
    async readBack(note) {
      // What is shown afterwards is read along, and proves nothing.
      const asked = askEntries(session, tree);
      const page = readPage(session, tree, lastSeen, asked);
      snapshot = later(page.then((read) => ({ tree, ...read })).catch(unlessBug));
      const held: FieldId[] = [];
      let isWhole = true;
      for (const { change } of writes) {
        const now = await asked(change.entry);
        const attributes = change.attributes.filter((attribute) => holds(now, attribute));
        isWhole &&= attributes.length === change.attributes.length;
        held.push(...fieldsIn({ ...change, attributes }));
      }
      saved = held;
      if (!isWhole) throw notAsWritten(session);
      note(message('organization.note.equal'));
    },
  });
  return end.kind === 'unknown' ? { end } : { end: { ...end, check, saved }, ...(snapshot ? { snapshot } : {}) };
}

/** What someone else changed in the entry since it was loaded, beside what is changed here. */
function othersIn(loaded: Snapshot, change: EntryChange, now: EntryImage): FieldDefinition[] {
  const ours = fieldsIn(change);
  return changedFields(loaded, change.entry, now).filter(({ id }) => !ours.includes(id));
}

/** The same as the history keeps it; undefined if there is nothing. */
const mergedIn = (others: readonly FieldDefinition[], { modifiersName }: EntryImage): MergedWith | undefined =>
  others.length === 0
    ? undefined
    : { ...(modifiersName === undefined ? {} : { modifiersName }), fields: others.map(({ id }) => id) };

/** The fields of a change of one entry. */
export const fieldsIn = (change: EntryChange): FieldId[] =>
  change.attributes.flatMap((attribute) =>
    attribute.kind === 'values'
      ? [attribute.field.id]
      : [...attribute.members.values()].flatMap(({ field }) => (field && !field.isCopy ? field.id : [])),
  );

/** A value in a list of conflicts; of a secret it says only that there is one, in these words. */
function shownAs(field: FieldDefinition, stored: unknown, words: Message, read: () => FieldValue): Words {
  if (field.control === 'secret') return stored ? words : secretWords.none;
  return showValue(field, read());
}

function conflictRows(change: EntryChange, collisions: readonly Collision[]): ConflictRow[] {
  return collisions.flatMap((collision) =>
    change.attributes.flatMap((attribute): ConflictRow[] => {
      if (attribute.attribute !== collision.attribute) return [];
      if (attribute.kind === 'values') {
        const { field } = attribute;
        const show = (values: readonly string[], words: Message) =>
          shownAs(field, values[0], words, () => decodeField(field, values).value);
        return [
          {
            field: field.id,
            label: field.label,
            mine: show(attribute.after, secretWords.typed),
            theirs: show(collision.theirs as readonly string[], secretWords.another),
            loaded: show(attribute.before, secretWords.stored),
          },
        ];
      }
      return [...attribute.members].flatMap(([key, member]): ConflictRow[] => {
        const { field } = member;
        if (!field || field.isCopy || (collision.key !== undefined && collision.key !== key)) return [];
        const show = (value: unknown, words: Message) => shownAs(field, value, words, () => decodeMember(field, value));
        return [
          {
            field: field.id,
            label: field.label,
            mine: show(member.after, secretWords.typed),
            theirs:
              collision.key === undefined
                ? message('organization.conflict.whole')
                : show(collision.theirs, secretWords.another),
            loaded: show(member.before, secretWords.stored),
          },
        ];
      });
    }),
  );
}
