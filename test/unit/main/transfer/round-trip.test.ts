import { describe, expect, test } from 'vitest';
import { pairUp, rowsOf } from '../../../../src-main/transfer/compare-profiles';
import { parseTransferFile, writeTransferFile } from '../../../../src-main/transfer/transfer-file';
import * as z from '../../../../src-shared/base/zod';
import { ServerProfile } from '../../../../src-shared/model/server';
import { fullProfile, header, plainProfile } from './samples';

type Path = (string | number)[];
interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
}

/** Every leaf that the schema of a profile has, with its schema; lists by their first element. */
function leavesOf(schema: JsonSchema, path: Path = []): { path: Path; leaf: JsonSchema }[] {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches.flatMap((branch) => leavesOf(branch, path));
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
  if (schema.items) return leavesOf(schema.items, [...path, 0]);
  return [{ path, leaf: schema }];
}
const leaves = leavesOf(z.toJSONSchema(ServerProfile, { io: 'input' }) as JsonSchema).filter(
  ({ path }) => path.join('.') !== 'route.kind',
);
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], value);

function withChanged(profile: ServerProfile, path: Path, leaf: JsonSchema): ServerProfile {
  const copy: unknown = structuredClone(profile);
  const holder = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  holder[key] = another(holder[key], leaf);
  return ServerProfile.parse(copy);
}

function another(value: unknown, leaf: JsonSchema): unknown {
  if (leaf.enum) return leaf.enum.find((other) => other !== value);
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') throw new Error('a kind of leaf that this test does not know');
  if (/^([0-9A-F]{2}:)+/.test(value)) return value.replace(/^AB/, 'CD');
  if (/^\d{4}-/.test(value)) return value.replace(/^\d{4}/, '2025');
  if (/^[0-9a-f]{8}-/.test(value)) return value.replace(/.$/, '9');
  return `${value}x`;
}

/** What is assumed of a server where the file does not say it. */
const careful: Record<string, unknown> = { environment: 'production', readOnly: true };

const roundTrip = (profiles: ServerProfile[]) =>
  parseTransferFile(Buffer.from(writeTransferFile({ header, profiles })), 'x.json').profiles;

test('the sample has a value for every field of the schema, so that none can be forgotten below', () => {
  expect(leaves.length).toBeGreaterThanOrEqual(25);
  expect(leaves.filter(({ path }) => at(fullProfile, path) === undefined).map(({ path }) => path.join('.'))).toEqual(
    [],
  );
});

test('whole profiles come back as they were, with and without the optional fields', () => {
  expect(roundTrip([fullProfile, plainProfile])).toEqual([fullProfile, plainProfile]);
});

describe.each(leaves.map(({ path, leaf }) => [path.join('.'), path, leaf] as const))('%s', (name, path, leaf) => {
  const changed = withChanged(fullProfile, path, leaf);

  test('comes back as it was', () => {
    expect(at(roundTrip([changed])[0], path)).toEqual(at(changed, path));
    expect(at(changed, path)).not.toEqual(at(fullProfile, path));
  });

  test('is reported as a difference, or makes another server of it', () => {
    const [row] = rowsOf(pairUp([changed], [fullProfile]), [fullProfile], []);
    // Without the id it is still matched: host, port, bind DN and route are the same.
    if (name === 'id') expect(row).toMatchObject({ standing: 'same', matches: { by: 'place' } });
    else expect(row).toMatchObject({ standing: 'differs', matches: { by: 'id' }, differences: [{}] });
  });

  test('left out where it is optional comes back left out, and is refused where it is not', () => {
    const without: unknown = structuredClone(fullProfile);
    delete (at(without, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1) ?? ''];
    const parsed = ServerProfile.safeParse(without);
    const text = JSON.stringify({ ...header, profiles: [without] });
    const given = careful[path.join('.')];
    if (given !== undefined) expect(at(parseTransferFile(Buffer.from(text), 'x').profiles[0], path)).toBe(given);
    else if (parsed.success) expect(parseTransferFile(Buffer.from(text), 'x').profiles).toEqual([without]);
    else expect(() => parseTransferFile(Buffer.from(text), 'x')).toThrow('profiles.notOurs');
  });
});
