import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type History, openHistory } from '../../../../src-main/history/history-log';
import type { HistoryRecord } from '../../../../src-shared/model/history';
import { inEnglish, saying } from '../../../support/english';
import { begun, ended } from '../../../support/files/records';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const pendingIn = (history: Pick<History, 'list'>) => history.list().filter(({ outcome }) => outcome === 'pending');

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('history');
  file = path.join(folder, 'history.jsonl');
});
afterEach(() => {
  vi.useRealTimers();
  removeTemporaryFolder(folder);
});

const linesOf = (): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);
const rewrite = (lines: string[]) => writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
const filled = async (records: number) => {
  const history = await openHistory(file);
  for (let count = 0; count < records; count++) await history.append(begun());
  return history;
};

describe('append', () => {
  test('adds a line that names its number, its time and the hash of the line before', async () => {
    const history = await openHistory(file);
    expect(existsSync(file)).toBe(false);
    const start = begun({ reason: 'New mail relay' });
    await history.append(start);
    await history.append(ended(start.id, { check: 'assertion', verifiedAt: '2026-11-23T09:08:00.000Z' }));

    const [first = '', second = ''] = linesOf();
    expect(JSON.parse(first)).toEqual({ seq: 1, time: expect.stringMatching(/^\d{4}-.*Z$/), prev: '', ...start });
    const prev = createHash('sha256').update(first).digest('hex');
    expect(JSON.parse(second)).toMatchObject({ seq: 2, prev, kind: 'ended', outcome: 'saved', check: 'assertion' });
    expect(await history.verify()).toEqual({ ok: true, lines: 2 });
  });

  test('keeps file and folder for this user only', async () => {
    chmodSync(folder, 0o755);
    await filled(1);
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
    chmodSync(file, 0o644);
    await (await openHistory(file)).append(begun());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('of many at once keeps them all, in order and in one chain', async () => {
    const history = await openHistory(file);
    const records = Array.from({ length: 100 }, (_, number) => begun({ serverName: String(number) }));
    await Promise.all(records.map((record) => history.append(record)));
    expect(linesOf().map((line) => JSON.parse(line).serverName)).toEqual(records.map((record) => record.serverName));
    expect(await history.verify()).toEqual({ ok: true, lines: 100 });
  });

  test('goes on with the chain at the next start', async () => {
    await filled(3);
    const history = await filled(2);
    expect(linesOf().map((line) => JSON.parse(line).seq)).toEqual([1, 2, 3, 4, 5]);
    expect(await history.verify()).toEqual({ ok: true, lines: 5 });
    expect(history.list()).toHaveLength(5);
  });

  test('follows the number of the line, not the clock', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime('2026-11-23T09:00:00Z');
    await filled(1);
    vi.setSystemTime('2019-01-01T00:00:00Z');
    const history = await filled(1);
    expect(history.list().map(({ seq, time }) => [seq, time])).toEqual([
      [2, '2019-01-01T00:00:00.000Z'],
      [1, '2026-11-23T09:00:00.000Z'],
    ]);
    expect(await history.verify()).toEqual({ ok: true, lines: 2 });
  });

  test('keeps line breaks and any other character inside a line', async () => {
    const history = await openHistory(file);
    const reason = 'a\nb\r\n\u2028\0"\\🔑\uD800';
    await history.append(begun({ reason }));
    await history.append(begun());
    expect(linesOf()).toHaveLength(2);
    expect((await openHistory(file)).list().at(-1)?.reason).toBe(reason);
    expect(await (await openHistory(file)).verify()).toEqual({ ok: true, lines: 2 });
  });
});

describe('secrets', () => {
  const secret = 'hunter2-Zürich';
  const withChange = (change: object) =>
    ({
      ...begun(),
      entries: [{ dn: 'o=gluu', changes: [{ field: 'SMTP Password', attribute: 'a', ...change }] }],
    }) as HistoryRecord;

  test.each([
    ['before', { before: [secret], after: null, secret: true }],
    ['after', { before: null, after: [secret], secret: true }],
    ['both', { before: [secret], after: [secret], secret: true }],
    ['an empty list', { before: [], after: null, secret: true }],
    ['a secret that is false', { before: [secret], after: null, secret: false }],
  ])('a record with a secret value (%s) is refused, and nothing is written', async (_, change) => {
    const history = await openHistory(file);
    const refusal = await history.append(withChange(change)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'ZodError' });
    expect(String(refusal)).not.toContain(secret);
    expect(existsSync(file)).toBe(false);
    expect(history.list()).toEqual([]);
  });

  test('a field that the record does not have is not kept', async () => {
    const history = await openHistory(file);
    const record = withChange({ before: null, after: null, secret: true, value: secret });
    await history.append(Object.assign(record, { password: secret }));
    expect(readFileSync(file, 'utf8')).not.toContain(secret);
    expect(JSON.stringify(history.list())).not.toContain(secret);
  });

  test('a record may not choose its number or its place in the chain', async () => {
    const history = await openHistory(file);
    await history.append({ ...begun(), seq: 99, prev: 'f'.repeat(64), time: 'never' } as HistoryRecord);
    expect(await history.verify()).toEqual({ ok: true, lines: 1 });
    expect(history.list()[0]?.seq).toBe(1);
  });
});

describe('list and pending', () => {
  const other = randomUUID();

  test('join each write with its last end, the newest first', async () => {
    const history = await openHistory(file);
    const [first, second, third] = [begun(), begun({ serverId: other }), begun()];
    for (const record of [first, second, third]) await history.append(record);
    const failure = { code: 'ldap.unavailable', detail: 'gone', facts: { tries: 3 } };
    await history.append(ended(first.id, { outcome: 'unknown', failure }));
    await history.append(ended(second.id, { outcome: 'notSaved', failure }));
    const verifiedAt = '2026-11-23T09:08:00.000Z';
    await history.append(ended(first.id, { check: 'weaker', verifiedAt }));

    for (const view of [history, await openHistory(file)]) {
      const all = view.list();
      expect(all.map(({ seq, outcome }) => [seq, outcome])).toEqual([
        [3, 'pending'],
        [2, 'notSaved'],
        [1, 'saved'],
      ]);
      expect(all[2]).toMatchObject({ id: first.id, check: 'weaker', verifiedAt, entries: first.entries });
      expect(all[2]).not.toHaveProperty('failure');
      expect(all[2]).not.toHaveProperty('kind');
      expect(all[1]).toMatchObject({ failure, serverId: other });
      expect(pendingIn(view).map(({ id }) => id)).toEqual([third.id]);
      expect(view.list({ serverId: other }).map(({ id }) => id)).toEqual([second.id]);
      expect(view.list({ limit: 2 }).map(({ id }) => id)).toEqual([third.id, second.id]);
      expect(view.list({ serverId: randomUUID() })).toEqual([]);
    }
  });

  test('a failure with a code of a later version is reported as a bug, with its detail', async () => {
    const history = await openHistory(file);
    const start = begun();
    await history.append(start);
    await history.append(
      ended(start.id, { outcome: 'notSaved', failure: { code: 'ldap.novelty', detail: 'new words' } }),
    );
    expect(history.list()[0]?.failure).toEqual({ code: 'internal', detail: 'new words' });
  });

  test('of a long history the newest 5000 are in memory, and every pending one; all lines are checked', async () => {
    let prev = '';
    const lines: string[] = [];
    const add = (record: HistoryRecord) => {
      const line = JSON.stringify({ seq: lines.length + 1, time: '2026-11-23T09:08:00.000Z', prev, ...record });
      prev = createHash('sha256').update(line).digest('hex');
      lines.push(line);
    };
    for (let count = 0; count < 5100; count++) {
      const start = begun();
      add(start);
      if (count !== 7) add(ended(start.id));
    }
    rewrite(lines);
    const history = await openHistory(file);
    expect(pendingIn(history)).toEqual([]);
    expect(await history.lookThrough()).toEqual({ ok: true, lines: lines.length });
    const known = history.list();
    expect(known).toHaveLength(5000);
    expect(known.at(-1)).toMatchObject({ seq: 15, outcome: 'pending' });
    expect(pendingIn(history)).toHaveLength(1);
    await history.append(ended(known.at(-1)?.id ?? ''));
    expect(pendingIn(history)).toEqual([]);
    expect(await history.verify()).toEqual({ ok: true, lines: lines.length + 1 });
  });
});

describe('a line that a crash tore', () => {
  test('cut at any place: it is kept aside, the lines before it and the chain go on', async () => {
    const whole = await filled(3).then(() => readFileSync(file));
    const lastLine = whole.lastIndexOf('\n', whole.length - 2) + 1;
    for (let place = lastLine + 1; place < whole.length; place += 7) {
      writeFileSync(file, whole.subarray(0, place));
      const history = await openHistory(file);
      expect(history.list()).toHaveLength(2);
      expect(await history.verify()).toEqual({ ok: true, lines: 2 });
      const aside = readdirSync(folder).filter((name) => name.startsWith('history.jsonl.torn-'));
      expect(aside).toHaveLength(1);
      const kept = path.join(folder, aside[0] ?? '');
      expect(readFileSync(kept).equals(whole.subarray(lastLine, place))).toBe(true);
      expect(statSync(kept).mode & 0o777).toBe(0o600);
      unlinkSync(kept);
      await history.append(begun());
      expect(await history.verify()).toEqual({ ok: true, lines: 3 });
    }
  });

  test('when it is the only one, the history is empty', async () => {
    writeFileSync(file, '{"seq":1,');
    const history = await openHistory(file);
    expect(history.list()).toEqual([]);
    await history.append(begun());
    expect(await history.verify()).toEqual({ ok: true, lines: 1 });
  });

  test('zeros that a power cut left at the end are put aside too', async () => {
    await filled(2);
    appendFileSync(file, Buffer.alloc(4096));
    expect(await (await openHistory(file)).verify()).toEqual({ ok: true, lines: 2 });
  });

  test('another program that writes to the end while the app runs is not written over', async () => {
    const history = await filled(2);
    appendFileSync(file, 'foreign');
    await expect(history.append(begun())).rejects.toMatchObject({
      code: 'file.unwritable',
      about: { reason: saying('Another program changed the end of the file.'), facts: { file: 'history.jsonl' } },
    });
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine: 3 });
    expect(readFileSync(file, 'utf8')).toMatch(/foreign$/);
  });
});

describe('verify', () => {
  const LINES = 9;
  let lines: string[];
  beforeEach(async () => {
    await filled(LINES);
    lines = linesOf();
  });
  const check = async () => inEnglish(await (await openHistory(file)).verify());
  const places = Array.from({ length: LINES }, (_, place) => place);
  const altered = (line: string) => line.replace('Head office', 'Head Office');

  test.each(places.slice(0, -1))('names the place of a deleted line (index %i)', async (place) => {
    rewrite(lines.toSpliced(place, 1));
    expect(await check()).toEqual({
      ok: false,
      firstBadLine: place + 1,
      why: `Line ${place + 1} has number ${place + 2}: lines are missing or were moved.`,
    });
  });

  test.each(places.slice(0, -1))('names an altered line (index %i)', async (place) => {
    rewrite(lines.with(place, altered(lines[place] ?? '')));
    const why = `Line ${place + 1} was changed after it was written.`;
    expect(await check()).toEqual({ ok: false, firstBadLine: place + 1, why });
  });

  test('names the line of each single byte that is altered', async () => {
    const history = await openHistory(file);
    const whole = readFileSync(file);
    const opened = openSync(file, 'r+');
    const put = (at: number, byte: number) => writeSync(opened, Buffer.of(byte), 0, 1, at);
    let line = 1;
    for (const [at, byte] of whole.entries()) {
      if (byte === 0x0a) {
        line++;
        continue;
      }
      put(at, byte ^ 1);
      expect({ at, ...(await history.verify()) }).toMatchObject({ at, ok: false, firstBadLine: line });
      put(at, byte);
    }
    closeSync(opened);
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  test.each(places.slice(0, -1))(
    'names a line whose own hash of the line before was altered (index %i)',
    async (place) => {
      const line = (lines[place] ?? '').replace(/"prev":"[^"]*"/, `"prev":"${'0'.repeat(64)}"`);
      rewrite(lines.with(place, line));
      expect(await check()).toMatchObject({ ok: false, firstBadLine: place + 1 });
    },
  );

  test.each(places.slice(0, -1))('names the first of two swapped lines (index %i)', async (place) => {
    rewrite(lines.with(place, lines[place + 1] ?? '').with(place + 1, lines[place] ?? ''));
    expect(await check()).toMatchObject({ ok: false, firstBadLine: place + 1 });
  });

  test.each([
    ['an inserted line', (all: string[]) => all.toSpliced(4, 0, all[3] ?? ''), 5],
    ['an empty line', (all: string[]) => all.toSpliced(4, 0, ''), 5],
    ['a line that is no JSON', (all: string[]) => all.with(4, 'x'), 5],
    ['a line without its number', (all: string[]) => all.with(4, (all[4] ?? '').replace('"seq"', '"was"')), 5],
    ['a line nested too deeply', (all: string[]) => all.with(4, '['.repeat(100_000) + ']'.repeat(100_000)), 5],
    ['zeros in a line', (all: string[]) => all.with(4, '\0'.repeat(300)), 5],
    ['other line ends', (all: string[]) => all.map((line) => `${line}\r`), 2],
  ])('names %s, and the rest of the history can be read and gone on with', async (_, change, firstBadLine) => {
    rewrite(change(lines));
    const history = await openHistory(file);
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine });
    expect(history.list().length).toBeGreaterThanOrEqual(LINES - 1);
    await history.append(begun());
    expect(history.list()[0]?.seq).toBe(LINES + 1);
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine });
  });

  test('within a run, also names last lines that were altered, removed or torn, and a file that is gone', async () => {
    const history = await openHistory(file);
    rewrite(lines.with(LINES - 1, altered(lines[LINES - 1] ?? '')));
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine: LINES });
    rewrite(lines.slice(0, -2));
    expect(inEnglish(await history.verify())).toEqual({
      ok: false,
      firstBadLine: LINES - 1,
      why: 'The lines from 8 on are missing.',
    });
    rewrite(lines);
    truncateSync(file, statSync(file).size - 5);
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine: LINES });
    unlinkSync(file);
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine: 1 });
    await history.append(begun());
    expect(await history.verify()).toMatchObject({ ok: false, firstBadLine: 1 });
  });

  test('while a line is being added is not confused by it', async () => {
    const history = await openHistory(file);
    let adding = true;
    const added = history.append(begun({ reason: 'x'.repeat(4_000_000) })).finally(() => {
      adding = false;
    });
    while (adding) {
      expect(await history.verify()).toMatchObject({ ok: true });
      await new Promise(setImmediate);
    }
    await added;
    expect(await history.verify()).toEqual({ ok: true, lines: LINES + 1 });
  });
});

describe('what stands in the place of the file', () => {
  test.each([
    ['a link to another file', () => symlinkSync('/etc/passwd', file), 'history.jsonl is a symbolic link.'],
    ['a FIFO', () => void execFileSync('mkfifo', [file]), 'history.jsonl is not a regular file.'],
    ['a folder', () => void mkdirSync(file), 'history.jsonl is a folder.'],
  ])('%s is neither read nor written nor waited for', async (_, put, reason) => {
    const refusal = { code: 'file.unwritable', about: { reason: saying(reason), facts: { file: 'history.jsonl' } } };
    const opened = await openHistory(file);
    put();
    await expect(opened.append(begun())).rejects.toMatchObject(refusal);
    await expect(openHistory(file)).rejects.toMatchObject(refusal);
  });
});

test('records of a later version do not break the chain', async () => {
  const history = await filled(1);
  const [first = ''] = linesOf();
  const prev = createHash('sha256').update(first).digest('hex');
  appendFileSync(file, `${JSON.stringify({ seq: 2, time: '2026-11-23T09:08:00.000Z', prev, kind: 'novelty' })}\n`);
  expect(await history.verify()).toEqual({ ok: true, lines: 2 });
  const later = await openHistory(file);
  await later.append(begun());
  expect(await later.verify()).toEqual({ ok: true, lines: 3 });
  expect(later.list().map(({ seq }) => seq)).toEqual([3, 1]);
});

describe('a history longer than what is kept in memory', () => {
  const LINES = 20_000;
  let prev = '';
  const lines = Array.from({ length: LINES }, (_, index) => {
    const record = begun();
    const line = JSON.stringify({ seq: index + 1, time: '2026-11-23T09:08:00.000Z', prev, ...record });
    prev = createHash('sha256').update(line).digest('hex');
    return { id: record.id, line };
  });
  beforeEach(() => rewrite(lines.map(({ line }) => line)));

  test('is read whole for an export, newest first', async () => {
    const all = await (await openHistory(file)).all();
    expect(all.map(({ id }) => id)).toEqual(lines.map(({ id }) => id).reverse());
  });

  test('lets everything else have its turn while its chain is followed, and while a line is added', async () => {
    const history = await openHistory(file);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const [checked] = await Promise.all([history.verify(), history.append(begun())]);
    clearInterval(timer);
    expect(checked.ok).toBe(true);
    expect(turns).toBeGreaterThan(3);
  });
});
