import { AppError } from '../base/app-error';
import { type Filter, filter, type LdapSession, type Modification } from '../ldap/ldap-session';
import type { LdapWriter } from '../ldap/ldap-writer';
import { type AttributeChange, type EntryChange, valuesAfter } from './change-plan';
import type { GluuTree } from './discover';
import type { WriteGuard } from './server-schema';
import { memberReader } from './smtp-configuration';
import { type EntryImage, readEntry } from './snapshot';

/** The attributes of an entry before and after a write, exactly as they lie in LDAP. */
export type AttributeImages = ReadonlyMap<string, { before: readonly string[]; after: readonly string[] }>;

/** Fields someone else changed since they were loaded, by attribute and, for JSON, key. */
export interface Collision {
  attribute: string;
  key?: string;
  theirs: readonly string[] | unknown;
}

const MAX_TRIES = 4;

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().every((value, index) => value === [...b].sort()[index]);

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Compares an entry as it is now with what was loaded. Gives what each attribute would become, or the collisions. A change
 * someone made to other attributes, or to other keys of the same JSON, is kept: it is no collision. Nor is the same change.
 */
export function mergeWith(
  now: EntryImage,
  change: EntryChange,
): { ok: true; images: AttributeImages } | { ok: false; collisions: Collision[] } {
  const collisions: Collision[] = [];
  const images = new Map<string, { before: readonly string[]; after: readonly string[] }>();
  for (const attribute of change.attributes) {
    const stored = now.values.get(attribute.attribute) ?? [];
    const found = equal(stored, attribute.before) ? [] : collisionsIn(attribute, stored);
    collisions.push(...found);
    if (found.length === 0) images.set(attribute.attribute, { before: stored, after: valuesAfter(attribute, stored) });
  }
  return collisions.length === 0 ? { ok: true, images } : { ok: false, collisions };
}

function collisionsIn(change: AttributeChange, stored: readonly string[]): Collision[] {
  if (change.kind === 'values') {
    return equal(stored, change.after) ? [] : [{ attribute: change.attribute, theirs: stored }];
  }
  if (change.removes && stored.length === 0) return [];
  const read = stored.length > 1 || change.removes ? undefined : memberReader(change.attribute, stored[0]);
  if (!read?.ok) return [{ attribute: change.attribute, theirs: stored }];
  return [...change.members]
    .filter(
      ([key, { before, after, field }]) =>
        field && !field.isCopy && ![before, after].some((value) => sameJson(value, read.member(key))),
    )
    .map(([key]) => ({ attribute: change.attribute, key, theirs: read.member(key) }));
}

export type Check = 'assertion' | 'weaker';

/** How a write is checked by a server that can guard it so. */
export const checkBy = ({ assertion }: WriteGuard): Check => (assertion ? 'assertion' : 'weaker');

/**
 * Writes the changes of one entry in one modify, only if the entry is still what `mergeWith` saw (RFC 4528 on a token that
 * every write changes, else on the exact old values; without that control by deleting the exact old values). If someone
 * changed something else meanwhile, it looks again, four times at most. A server that announces the control and then refuses
 * it (result 12, nothing written) is treated as one without. Gives how the write was guarded, or the collisions;
 * throws AppError: `net.dropped`, `ldap.noReply` leave open whether the write happened, all others mean it did not.
 */
export async function writeGuarded(
  ldap: LdapWriter,
  { session, tree }: { session: LdapSession; tree: GluuTree },
  change: EntryChange,
  first: EntryImage,
): Promise<{ ok: true; check: Check } | { ok: false; collisions: Collision[] }> {
  let now = first;
  let { guard } = tree;
  for (let attempt = 1; ; attempt += 1) {
    const merged = mergeWith(now, change);
    if (!merged.ok) return merged;
    try {
      await ldap.modify(change.dn, modificationsFor(merged.images, guard), assertionFor(now, merged.images, guard));
      return { ok: true, check: checkBy(guard) };
    } catch (error) {
      if (error instanceof AppError && error.code === 'ldap.control' && guard.assertion) {
        guard = { assertion: false };
        continue;
      }
      const changedMeanwhile =
        error instanceof AppError && ['ldap.conflict', 'ldap.valueGone', 'ldap.exists'].includes(error.code);
      if (!changedMeanwhile || attempt === MAX_TRIES) throw error;
    }
    now = await readEntry(session, tree, change.entry);
  }
}

function assertionFor(now: EntryImage, images: AttributeImages, guard: WriteGuard): Filter | undefined {
  if (!guard.assertion) return undefined;
  if (guard.token && now.token !== undefined) return filter.equals(guard.token, now.token);
  const exact = [...images].flatMap(([attribute, { before }]) =>
    before.length === 0
      ? [filter.not(filter.present(attribute))]
      : before.map((value) => filter.equalsExactly(attribute, value)),
  );
  return filter.and(...exact);
}

function modificationsFor(images: AttributeImages, guard: WriteGuard): Modification[] {
  return [...images].flatMap(([attribute, { before, after }]): Modification[] => {
    if (guard.assertion) return [{ operation: 'replace', attribute, values: [...after] }];
    const remove: Modification[] = before.length > 0 ? [{ operation: 'delete', attribute, values: [...before] }] : [];
    const add: Modification[] = after.length > 0 ? [{ operation: 'add', attribute, values: [...after] }] : [];
    return [...remove, ...add];
  });
}

/**
 * Whether an attribute holds what a change was to bring. Of a JSON attribute only the changed members count: Gluu's own timer
 * may have written the whole text again in between.
 */
export function holds(now: EntryImage, change: AttributeChange): boolean {
  const stored = now.values.get(change.attribute) ?? [];
  if (change.kind === 'values') return equal(stored, change.after);
  if (change.removes) return stored.length === 0;
  const read = stored.length > 1 ? undefined : memberReader(change.attribute, stored[0]);
  if (!read?.ok) return false;
  const wanted = memberReader(change.attribute, valuesAfter(change, stored)[0]);
  return wanted.ok && [...change.members.keys()].every((key) => sameJson(read.member(key), wanted.member(key)));
}
