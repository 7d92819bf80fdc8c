import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wishes } from '../../../scripts/bench/arguments.mjs';
import { alternate, inTurn, median } from '../../../scripts/bench/rounds.mjs';
import { lineOf, resultOf, rows } from '../../../scripts/bench/rows.mjs';
import { openBackgroundFile } from '../../../src-main/health/background-file';
import { openHistory } from '../../../src-main/history/history-log';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { writeLongHistory } from '../../support/long-history';
import { writeManyServers } from '../../support/many-servers';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const parts = { start: { quick: true }, calls: { quick: true }, people: { quick: false } };

describe('the arguments of the benchmark', () => {
  test('without any, all is measured, in the order of the table', () => {
    expect(wishes([], parts)).toEqual({ file: undefined, quick: false, wanted: ['start', 'calls', 'people'] });
  });

  test('parts may be chosen, by name or because they are quick', () => {
    expect(wishes(['--quick', '--json', 'out.json'], parts)).toEqual({
      ...{ file: 'out.json', quick: true },
      wanted: ['start', 'calls'],
    });
    expect(wishes(['--only', 'people', '--only', 'start'], parts)).toMatchObject({ wanted: ['start', 'people'] });
  });

  test.each([
    [['--fast'], /--fast/],
    [['people'], /people/],
    [['--only', 'peple'], /peple/],
    [['--only', 'constructor'], /constructor/],
    [['--json'], /--json/],
    [['--json', ''], /no file/],
    [['--quick', '--only', 'people'], /quick/],
  ])('%j is refused, with what there is', (args, why) => {
    const { complaint } = wishes(args, parts);
    expect(complaint).toMatch(why);
    expect(complaint).toContain('there is --json FILE, --quick, and --only with one of: start, calls, people');
  });

  test('the program ends with 2 before anything is measured', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/bench.mjs', '--only', 'nothing'], {
      encoding: 'utf8',
    });
    expect(stdout).toContain('there is no part nothing');
    expect(status).toBe(2);
  });
});

describe('the arithmetic of the benchmark', () => {
  test('the median is the one in the middle, whatever the order, or between the two', () => {
    expect(median([900, 1, 2])).toBe(2);
    expect(median([10, 9, 100, 8])).toBe(9.5);
  });

  test('ways are run in turn, and the first round does not count', async () => {
    const order: string[] = [];
    const way = (name: string, figures: number[]) => async () => {
      order.push(name);
      return { ms: figures.shift() ?? Number.NaN };
    };
    const found = await alternate(3, way('a', [999, 1, 5, 3]), way('b', [999, 20, 10, 30]));
    expect(found).toEqual({ ms: { ours: 3, theirs: 20 } });
    expect(order.join('')).toBe('abababab');
    const least = (all: number[]) => Math.min(...all);
    expect(await inTurn(2, { only: way('c', [0, 7, 4]) }, least)).toEqual({ only: { ms: 4 } });
  });
});

describe('a row of the benchmark', () => {
  test('its goal bounds the ratio, and of an absolute figure the figure', () => {
    const ratio = { what: 'read', unit: 'ms', other: 'ldapsearch', goal: 0.2 };
    expect(resultOf(ratio, { ours: 1, theirs: 8 })).toEqual({
      ...{ what: 'read, against ldapsearch', ratio: 0.125, goal: 0.2, ours: 1, theirs: 8, unit: 'ms' },
    });
    const absolute = { what: 'size', unit: 'MB', other: 'bare Electron', goal: 15, absolute: true as const };
    expect(resultOf(absolute, { ours: 6.85, theirs: 274 })).toMatchObject({ ratio: 6.85, goal: 15 });
  });

  test('is printed with the goal beside it, in the unit of what it bounds', () => {
    const line = lineOf({ what: 'read', unit: 'ms', other: 'ldapsearch', goal: 0.2 }, { ours: 1, theirs: 8 });
    expect(line.split(/\s{2,}/)).toEqual(['read', '0.13', '≤ 0.20', '1.0 ms against 8.0 ms: ldapsearch']);
    const turns = { what: 'turns', unit: 'rt', other: 'ldapsearch', goal: 4.5, absolute: true as const };
    expect(lineOf(turns, { ours: 24, theirs: 4 }).split(/\s{2,}/)).toEqual([
      'turns',
      '24 rt',
      '≤ 4.5 rt',
      '4 rt: ldapsearch',
    ]);
    expect(lineOf({ what: 'mail', unit: 'ms', other: 'swaks' }, { ours: 40, theirs: 20 })).not.toContain('≤');
  });

  test('no two are called the same', () => {
    const names = Object.values(rows).map((row) => resultOf(row, { ours: 1, theirs: 1 }).what);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what the app has in it when it is measured', () => {
  let folder: string;
  beforeEach(() => {
    folder = makeTemporaryFolder('bench');
  });
  afterEach(() => removeTemporaryFolder(folder));

  test('a long history is one that the app itself takes for whole', async () => {
    const file = join(folder, 'history.jsonl');
    writeLongHistory(file, 5);
    const history = await openHistory(file);
    expect(await history.verify()).toEqual({ ok: true, lines: 10 });
    expect(history.list().map(({ outcome }) => outcome)).toEqual(Array(5).fill('saved'));
    const text = readFileSync(file, 'utf8').replace('Head office', 'Head Office');
    rmSync(file);
    writeFileSync(file, text);
    expect(await (await openHistory(file)).verify()).toMatchObject({ ok: false });
  });

  test('many servers are in the app’s own files, a part of them seen before', async () => {
    await writeManyServers(folder, 120, { port: 1636, bindDn: 'cn=directory manager,o=gluu' });
    const registry = openServerRegistry(join(folder, 'servers.json'));
    expect(registry.state.kind).toBe('loaded');
    expect(registry.list()).toHaveLength(120);
    const health = openBackgroundFile(join(folder, 'health.json'), () => false);
    expect(health.state.kind).toBe('loaded');
    expect(health.all()).toHaveLength(90);
  });
});
