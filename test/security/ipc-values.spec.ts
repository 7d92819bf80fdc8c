import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { contract } from '../../src-shared/contract/contract';
import { askedBoxes, expect } from '../e2e/support/app';
import { compromised, type OurWindow, test } from '../e2e/support/compromised';
import { saying } from '../support/english';
import { securityCase, titled } from './case';

const inside = compromised();
const VALUES = 500;
const BATCH = 50;
const SEED = 20_240_517;

/** What a call with a value came to: refused in main by its schema, or not taken by the bridge at all. */
interface Outcome {
  call: string;
  kind: string;
  end: 'input.invalid' | 'not cloned' | 'accepted' | string;
  fields: number;
}

/** Files of the app with their sizes: no call that was refused may have changed one. */
const files = () =>
  readdirSync(inside.app.folder)
    .filter((name) => /\.json(l)?(\.\d)?$/.test(name))
    .map((name) => `${name} ${statSync(path.join(inside.app.folder, name)).size}`);

/** Sends random values of every kind that can be cloned to calls chosen at random. Runs in the page. */
async function sendRandom([calls, seed, count]: readonly [string[], number, number]): Promise<Outcome[]> {
  const { gluu } = window as unknown as OurWindow;
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // the constants of Numerical Recipes
    return Math.floor((state / 2 ** 32) * limit);
  };
  const text = () => Array.from({ length: 1 + below(40) }, () => String.fromCodePoint(1 + below(0xd7fe))).join('');
  const cyclic = () => {
    const circle: Record<string, unknown> = { note: text() };
    circle.self = circle;
    return circle;
  };
  const deep = () => {
    let value: unknown = text();
    for (let level = 0; level < 90; level += 1) value = below(2) ? [value] : { [text()]: value };
    return value;
  };
  const makers: Record<string, () => unknown> = {
    text,
    number: () => (below(2) ? below(1e9) - 5e8 : [Number.NaN, Infinity, -0, 1e308][below(4)]),
    boolean: () => below(2) === 1,
    null: () => null,
    bigint: () => BigInt(below(1e9)) ** 9n,
    date: () => new Date(below(2) ? below(1e9) * 1000 : Number.NaN),
    expression: () => /(a+)+$/,
    map: () => new Map([[text(), below(9)]]),
    set: () => new Set([text(), cyclic()]),
    error: () => new RangeError(text()),
    bytes: () => new Uint8Array(below(5000)),
    buffer: () => new ArrayBuffer(below(5000)),
    floats: () => new Float64Array([Number.NaN, below(9)]),
    list: () => Array.from({ length: below(200) }, () => [text(), below(9), null][below(3)]),
    holes: () => Object.assign([], { length: 1000, 7: text() }),
    cyclic,
    deep,
    keys: () => Object.fromEntries(Array.from({ length: 1 + below(50) }, () => [text(), below(9)])),
    prototype: () => JSON.parse(`{"__proto__":{"serverId":"x"},"constructor":{"prototype":1},"x":${below(9)}}`),
    almost: () => ({ serverId: text(), theme: text(), planId: below(9), text: [text()], path: '/etc/passwd' }),
    wrongId: () => ({ serverId: '00000000-0000-0000-0000-00000000000g', readOnly: 'no', sha256: below(9), host: {} }),
    huge: () => 'x'.repeat(10 * 1024 * 1024),
    hugeInside: () => ({ serverId: 'x'.repeat(10 * 1024 * 1024) }),
  };
  const kinds = Object.keys(makers).filter((kind) => !kind.startsWith('huge'));
  const outcomes: Outcome[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = index < 2 ? ['huge', 'hugeInside'][index] : kinds[below(kinds.length)];
    const call = calls[below(calls.length)] ?? '';
    const value = makers[kind ?? '']?.();
    const outcome = await Promise.resolve()
      .then(() => gluu.call(call, value, crypto.randomUUID()))
      .then(
        (answered) => {
          type Answered = { result: { ok: boolean; failure?: { code: string; fields?: object } } };
          const { ok, failure } = (answered as Answered).result;
          return { end: ok ? 'accepted' : (failure?.code ?? ''), fields: Object.keys(failure?.fields ?? {}).length };
        },
        () => ({ end: 'not cloned', fields: 0 }),
      );
    outcomes.push({ call, kind: kind ?? '', ...outcome });
  }
  return outcomes;
}

test(titled('T80'), async () => {
  const calls = Object.keys(contract);
  const before = { files: files(), boxes: (await askedBoxes(inside.app.electron)).length };
  const outcomes: Outcome[] = [];
  for (let batch = 0; batch < VALUES / BATCH; batch += 1) {
    outcomes.push(...(await inside.app.page.evaluate(sendRandom, [calls, SEED + batch, BATCH] as const)));
  }
  expect(outcomes).toHaveLength(VALUES);
  for (const [index, { call, kind, end, fields }] of outcomes.entries()) {
    await securityCase('T80', `${index}: ${kind} to ${call}`, () => {
      expect(['input.invalid', 'not cloned'], `${kind} to ${call}`).toContain(end);
      // A handler that refuses names fields of its own; the schema names at least the whole.
      if (end === 'input.invalid') expect(fields).toBeGreaterThan(0);
    });
  }
  // Or the bridge did main's work, and nothing was tested.
  expect(outcomes.filter(({ end }) => end === 'input.invalid').length).toBeGreaterThan(VALUES / 2);
  expect({ files: files(), boxes: (await askedBoxes(inside.app.electron)).length }).toEqual(before);
  expect(await inside.call('server.list')).toMatchObject({ result: { ok: true, value: [] } });
});

test('odd names and odd call ids are refused as well', async () => {
  const names = ['app.nothing', '__proto__', 'constructor', '', 'x'.repeat(100_000), null, 1, ['app.state'], {}];
  for (const name of names) {
    expect(await inside.call(name)).toEqual({
      result: { ok: false, failure: { code: 'input.invalid', reason: saying('There is no such call.') } },
      steps: [],
    });
  }
  for (const callId of [null, '', 'x', {}, 'x'.repeat(1_000_000)]) {
    expect(await inside.call('app.state', undefined, callId)).toMatchObject({ result: { ok: false } });
  }
});
