import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import type { HistoryChange, HistoryEntry, HistoryRecord } from '../../src-shared/model/history';
import { fieldOf } from '../../src-shared/model/organization-fields';
import type { ServerProfile } from '../../src-shared/model/server';
import type { EntryChange } from '../gluu/change-plan';
import type { AttributeImages } from '../gluu/guarded-write';
import { readJson } from '../gluu/json-text';

/** The history's record of a write that is about to begin. Secrets leave a salted mark, never a value. */
export function begunRecord(
  id: string,
  profile: ServerProfile,
  boundAs: string,
  reason: string | undefined,
  writes: readonly { change: EntryChange; images: AttributeImages }[],
): Extract<HistoryRecord, { kind: 'begun' }> {
  return {
    kind: 'begun',
    id,
    serverId: profile.id,
    serverName: profile.name,
    environment: profile.environment,
    host: `${profile.host}:${profile.port}`,
    actor: { osUser: os.userInfo().username, bindDn: boundAs },
    ...(reason ? { reason } : {}),
    entries: writes.map(({ change, images }) => ({ dn: change.dn, changes: changesOf(change, images) })),
  };
}

function changesOf(change: EntryChange, images: AttributeImages): HistoryChange[] {
  return change.attributes.flatMap((attribute): HistoryChange[] => {
    const image = images.get(attribute.attribute);
    if (!image) return [];
    if (attribute.kind === 'values') {
      const { label } = fieldOf(attribute.field);
      return [
        {
          field: label,
          attribute: attribute.attribute,
          before: listOrNull(image.before),
          after: listOrNull(image.after),
        },
      ];
    }
    return [...attribute.members].flatMap(([key, { field }]): HistoryChange[] => {
      const place = { field: field ? fieldOf(field).label : key, attribute: attribute.attribute, key };
      const before = memberText(image.before, key);
      const after = memberText(image.after, key);
      if (field && fieldOf(field).control === 'secret') {
        const nonce = randomBytes(16).toString('hex');
        return [
          {
            ...place,
            before: null,
            after: null,
            secret: true,
            mark: { nonce, before: mark(nonce, before), after: mark(nonce, after) },
          },
        ];
      }
      return [{ ...place, before: listOrNull(before), after: listOrNull(after) }];
    });
  });
}

const listOrNull = (values: readonly string[]): string[] | null => (values.length === 0 ? null : [...values]);

const mark = (nonce: string, values: readonly string[]): string =>
  createHash('sha256')
    .update(`${nonce}\n${values[0] ?? ''}`)
    .digest('hex');

/** A JSON member as the history keeps it: its JSON text, or nothing if it is absent. */
function memberText(values: readonly string[], key: string): string[] {
  const json = readJson(values[0] ?? '{}');
  const member = json.ok ? json.members.get(key) : undefined;
  return member === undefined ? [] : [JSON.stringify(member)];
}

export type HowItEnded =
  | { kind: 'saved' | 'notSaved' | 'unknown' }
  /** Some entries hold all their changes, and the others none of theirs. */
  | { kind: 'partly'; savedDns: string[] };

/**
 * Tells from what a write's entries hold now how it ended when nobody saw it end: `saved` if every change of it is there,
 * `notSaved` if none is, `unknown` if an entry is in neither state (someone wrote since). `valuesOf` gives the present
 * values of an attribute of the entry `dn`.
 */
export function howItEnded(
  { entries }: HistoryEntry,
  valuesOf: (dn: string, attribute: string) => readonly string[],
): HowItEnded {
  const found = entries.map(({ dn, changes }) => {
    const is = (side: 'before' | 'after') =>
      changes.every((change) => {
        const stored = valuesOf(dn, change.attribute);
        return isSide(change, change.key === undefined ? stored : memberText(stored, change.key), side);
      });
    return { dn, after: is('after'), before: is('before') };
  });
  if (found.every(({ after }) => after)) return { kind: 'saved' };
  if (found.every(({ before }) => before)) return { kind: 'notSaved' };
  if (!found.every(({ after, before }) => after || before)) return { kind: 'unknown' };
  return { kind: 'partly', savedDns: found.flatMap(({ dn, after }) => (after ? dn : [])) };
}

function isSide(change: HistoryChange, now: readonly string[], side: 'before' | 'after'): boolean {
  if (change.mark) return mark(change.mark.nonce, now) === change.mark[side];
  const then = change[side] ?? [];
  return then.length === now.length && [...then].sort().every((value, index) => value === [...now].sort()[index]);
}
