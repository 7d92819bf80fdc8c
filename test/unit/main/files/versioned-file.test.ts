import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type FileState,
  openVersionedFile,
  type VersionedFileOptions,
  versionedFileWhenAsked,
} from '../../../../src-main/files/versioned-file';
import * as z from '../../../../src-shared/base/zod';
import { saying } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const Servers = z.object({
  servers: z.array(z.object({ name: z.string(), port: z.int() })),
  theme: z.string().optional(),
});
type Servers = z.output<typeof Servers>;
const initial: Servers = { servers: [] };
const one: Servers = { servers: [{ name: 'Head office', port: 1636 }] };
const two: Servers = { servers: [...one.servers, { name: 'Zürich 🔑', port: 636 }] };

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('versioned-file');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

const open = (about: Partial<VersionedFileOptions<Servers>> = {}) =>
  openVersionedFile<Servers>({ path: file, version: 1, schema: Servers, initial, upgrades: {}, ...about });
const namesLeft = () => readdirSync(folder).filter((name) => !/^servers\.json(\.\d)?$/.test(name));
const textFor = (content: unknown, schemaVersion = 1) => JSON.stringify({ schemaVersion, ...Object(content) });

describe('a file in order', () => {
  test('none there: the initial value, and nothing is written', () => {
    const opened = open();
    expect(opened.state).toEqual({ kind: 'fresh' });
    expect(opened.read()).toEqual(initial);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what is written is read now and at the next start', async () => {
    const opened = open();
    await opened.write(two);
    expect(opened.read()).toEqual(two);
    expect(open().state).toEqual({ kind: 'loaded' });
    expect(open().read()).toEqual(two);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify({ schemaVersion: 1, ...two }, null, 2)}\n`);
  });

  test('changes made at once are made to what those before have left; one that throws leaves it', async () => {
    const opened = open();
    const adding = (port: number) =>
      opened.write((now) => ({ ...now, servers: [...now.servers, { name: 'x', port }] }));
    const refused = opened.write(() => {
      throw new Error('no such server');
    });
    const theme = opened.write((now) => ({ ...now, theme: 'dark' }));
    await Promise.all([adding(1), adding(2), theme, expect(refused).rejects.toThrow('no such server')]);
    const both = [
      { name: 'x', port: 1 },
      { name: 'x', port: 2 },
    ];
    expect(opened.read()).toEqual({ theme: 'dark', servers: both });
    expect(open().read()).toEqual({ theme: 'dark', servers: both });
  });

  test('its folder is for this user only', async () => {
    chmodSync(folder, 0o755);
    await open().write(one);
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  test('a value that does not fit the schema is not written', async () => {
    const opened = open();
    await opened.write(one);
    await expect(opened.write({ servers: [{ name: 'x', port: Number.NaN }] })).rejects.toThrow();
    expect(opened.read()).toEqual(one);
    expect(open().read()).toEqual(one);
  });

  test('a value that would be too large to be read again is not written', async () => {
    const opened = open();
    await opened.write(one);
    const large = { servers: [{ name: 'x'.repeat(9_000_000), port: 1 }] };
    await expect(opened.write(large)).rejects.toMatchObject({
      code: 'file.unwritable',
      about: { reason: saying('It would be larger than 8 MB.'), facts: { file: 'servers.json' } },
    });
    expect([opened.read(), open().read()]).toEqual([one, one]);
  });

  test('a later change of the object that was written changes nothing', async () => {
    const opened = open();
    const mine = structuredClone(one);
    await opened.write(mine);
    mine.servers.length = 0;
    expect(opened.read()).toEqual(one);
  });

  test('writes that are asked for at once all happen, the last one last', async () => {
    const opened = open();
    await Promise.all([opened.write(one), opened.write(two), opened.write(initial), opened.write(two)]);
    expect([opened.read(), open().read()]).toEqual([two, two]);
  });

  test('a leftover of a killed write is removed at start', async () => {
    await open().write(one);
    writeFileSync(`${file}.77-0123456789ab.tmp`, 'half');
    expect(open().state).toEqual({ kind: 'loaded' });
    expect(namesLeft()).toEqual([]);
  });

  test.each([
    ['a byte order mark', `\uFEFF${textFor(one)}`],
    ['a key that is there twice', textFor(one).replace('"servers"', '"servers":[],"servers"')],
    ['a key that nobody knows', textFor({ ...one, later: true })],
    ['a __proto__ key', textFor(one).replace('{', '{"__proto__":{"theme":"bad","polluted":true},')],
    ['an inner __proto__ key', textFor(one).replace('{"name"', '{"__proto__":{"polluted":true},"name"')],
    ['a constructor key', textFor(one).replace('{', '{"constructor":{"prototype":{"polluted":true}},')],
  ])('%s does no harm', (_, text) => {
    writeFileSync(file, text);
    const opened = open();
    expect(opened.state).toEqual({ kind: 'loaded' });
    expect(opened.read()).toEqual(one);
    expect(opened.read().theme).toBeUndefined();
    expect('polluted' in {} || 'polluted' in opened.read() || 'polluted' in Object(opened.read().servers[0])).toBe(
      false,
    );
  });
});

const deep = (open: string, close: string) => `${open.repeat(100_000)}${close.repeat(100_000)}`;
const damaged: [string, string | Buffer, string][] = [
  ['empty', '', 'empty'],
  ['blanks', '  \n', 'not JSON'],
  ['NULs', Buffer.alloc(5000), 'not JSON'],
  ['NULs at the end', Buffer.concat([Buffer.from(textFor(one)), Buffer.alloc(100)]), 'not JSON'],
  ['a byte order mark alone', '\uFEFF', 'not JSON'],
  ['UTF-16', Buffer.from(textFor(one), 'utf16le'), 'not JSON'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'not UTF-8'],
  ['two texts in one', textFor(one) + textFor(one), 'not JSON'],
  ['an array', '[1,2]', 'not a JSON object'],
  ['null', 'null', 'not a JSON object'],
  ['a number', '7', 'not a JSON object'],
  ['a text', '"servers"', 'not a JSON object'],
  ['nothing in it', '{}', 'no valid schemaVersion'],
  ['no version', JSON.stringify(one), 'no valid schemaVersion'],
  ['version 0', textFor(one, 0), 'no valid schemaVersion'],
  ['version 1.5', textFor(one, 1.5), 'no valid schemaVersion'],
  ['version "1"', textFor(one).replace(':1,', ':"1",'), 'no valid schemaVersion'],
  ['an infinite version', textFor(one).replace(':1,', ':1e999,'), 'no valid schemaVersion'],
  ['a wrong type', textFor({ servers: 'none' }), 'servers: Invalid input: expected array, received string'],
  [
    'a wrong type inside',
    textFor({ servers: [{ name: 'x', port: '1636' }] }),
    'servers.0.port: Invalid input: expected number',
  ],
  ['a version and no content', '{"schemaVersion":1}', 'servers: Invalid input: expected array, received undefined'],
  ['content in __proto__ alone', '{"schemaVersion":1,"__proto__":{"servers":[]}}', 'servers: Invalid input'],
  ['100 000 arrays in each other', deep('[', ']'), 'nested too deeply'],
  ['100 000 objects in each other', `${deep('{"a":', '}').replace(':}', ':1}')}`, 'nested too deeply'],
  ['100 000 arrays that never end', '['.repeat(100_000), 'not JSON'],
];

describe('a damaged file', () => {
  test.each(damaged)(
    'with %s is put aside; without a backup the initial value is in use, and reported',
    (_, bytes, detail) => {
      writeFileSync(file, bytes);
      const opened = open();
      const keptAs = opened.state.keptAs ?? '';
      expect(opened.state).toEqual({ kind: 'unreadable', keptAs, detail: expect.stringContaining(detail) });
      expect(keptAs).toMatch(/^servers\.json\.corrupt-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/);
      expect(readFileSync(path.join(folder, keptAs)).equals(Buffer.from(bytes))).toBe(true);
      expect(opened.read()).toEqual(initial);
      expect(existsSync(file)).toBe(false);
    },
  );

  test.each(damaged)('with %s is put aside, and the newest backup put in its place', async (_, bytes, detail) => {
    await open().write(one);
    await open().write(two);
    writeFileSync(file, bytes);
    const opened = open();
    expect(opened.state).toMatchObject({ kind: 'restored', restoredFrom: 'servers.json.1' });
    expect(opened.state.detail).toContain(detail);
    expect(opened.read()).toEqual(one);
    expect(readFileSync(path.join(folder, opened.state.keptAs ?? '')).equals(Buffer.from(bytes))).toBe(true);

    expect(open().state).toEqual({ kind: 'loaded' });
    expect(open().read()).toEqual(one);
    await opened.write(two);
    expect(open().read()).toEqual(two);
    expect(namesLeft()).toEqual([opened.state.keptAs]);
  });

  test('of 100 MB is not even read', () => {
    writeFileSync(file, textFor(one));
    truncateSync(file, 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const opened = open();
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    expect(opened.state).toMatchObject({ kind: 'unreadable', detail: 'more than 8 MB' });
    expect(namesLeft()).toEqual([opened.state.keptAs]);
  });

  test('is never put on top of another that was put aside', () => {
    const kept = new Set<string | undefined>();
    for (let round = 0; round < 20; round++) {
      writeFileSync(file, `damaged ${round}`);
      kept.add(open().state.keptAs);
    }
    expect(kept.size).toBe(20);
    expect(namesLeft()).toHaveLength(20);
  });
});

describe('backups', () => {
  const three: Servers = { servers: [...two.servers, { name: 'c', port: 3 }] };
  beforeEach(async () => {
    for (const value of [one, two, three, initial]) await open().write(value);
  });

  test('a file that is gone is restored', () => {
    unlinkSync(file);
    const opened = open();
    expect(opened.state).toEqual({ kind: 'restored', restoredFrom: 'servers.json.1' });
    expect(opened.read()).toEqual(three);
    expect(open().state).toEqual({ kind: 'loaded' });
  });

  test('the newest good one is taken', () => {
    writeFileSync(file, '{');
    writeFileSync(`${file}.1`, '');
    truncateSync(`${file}.2`, 30);
    const opened = open();
    expect(opened.state).toMatchObject({ kind: 'restored', restoredFrom: 'servers.json.3', detail: 'not JSON' });
    expect(opened.read()).toEqual(one);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('if none is good that is reported, though there is no file', () => {
    unlinkSync(file);
    for (const number of [1, 2, 3]) writeFileSync(`${file}.${number}`, '{}');
    const opened = open();
    expect(opened.state.kind).toBe('unreadable');
    expect(opened.state.detail).toContain('servers.json.2: no valid schemaVersion');
    expect(opened.read()).toEqual(initial);
  });

  test('one of a newer version is restored, not skipped for an older one', () => {
    writeFileSync(file, '');
    writeFileSync(`${file}.1`, textFor(two, 9));
    const opened = open();
    expect(opened.state).toMatchObject({ kind: 'newer', restoredFrom: 'servers.json.1', detail: 'empty' });
    expect(opened.read()).toEqual(two);
    expect(readFileSync(file, 'utf8')).toBe(textFor(two, 9));
  });
});

describe('versions', () => {
  const upgrades = {
    1: (old: unknown) => ({ hosts: z.object({ hosts: z.string() }).parse(old).hosts.split(',') }),
    2: (old: unknown) => ({
      servers: z
        .object({ hosts: z.array(z.string()) })
        .parse(old)
        .hosts.map((name) => ({ name, port: 1636 })),
    }),
  };
  const first = textFor({ hosts: 'a,b' });
  const third: Servers = { servers: ['a', 'b'].map((name) => ({ name, port: 1636 })) };
  const openThird = (about: Partial<VersionedFileOptions<Servers>> = {}) => open({ version: 3, upgrades, ...about });

  test('an old form is upgraded step by step, the same each time, and stored by the next write', async () => {
    writeFileSync(file, first);
    for (let start = 0; start < 2; start++) {
      expect(openThird().state).toEqual({ kind: 'loaded' });
      expect(openThird().read()).toEqual(third);
      expect(readFileSync(file, 'utf8')).toBe(first);
    }
    await openThird().write(openThird().read());
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ schemaVersion: 3, ...third });
    expect(readFileSync(`${file}.1`, 'utf8')).toBe(first);
    const never = { 1: () => expect.fail('upgraded twice'), 2: () => expect.fail('upgraded twice') };
    expect(openThird({ upgrades: never }).read()).toEqual(third);
  });

  test('a step never sees a __proto__ key, at any depth', () => {
    writeFileSync(file, '{"schemaVersion":1,"__proto__":{"bad":1},"hosts":{"__proto__":{"bad":1},"name":"a"}}');
    const seen: unknown[] = [];
    const look = (old: unknown) => {
      seen.push(old);
      return initial;
    };
    open({ version: 2, upgrades: { 1: look } });
    expect(JSON.stringify(seen)).toBe('[{"hosts":{"name":"a"}}]');
  });

  test('a step that fails, is missing or gives nonsense: the old file is put aside, nothing is lost', () => {
    const fails = () => {
      throw new Error('no hosts');
    };
    for (const [steps, detail] of [
      [{ ...upgrades, 2: fails }, 'the upgrade from version 2 failed: no hosts'],
      [{ 2: upgrades[2] }, 'no upgrade from version 1'],
      [{ ...upgrades, 2: () => 'nonsense' }, 'content: Invalid input: expected object, received string'],
    ] as const) {
      writeFileSync(file, first);
      const opened = openThird({ upgrades: steps });
      expect(opened.state).toMatchObject({ kind: 'unreadable', detail });
      expect(readFileSync(path.join(folder, opened.state.keptAs ?? ''), 'utf8')).toBe(first);
    }
  });

  test.each([
    ['that can be read in part', textFor({ ...two, novelty: { deep: [1] } }, 2), two],
    ['that cannot be read', textFor({ hosts: 7 }, 2), initial],
    ['of a far future', textFor(one, Number.MAX_SAFE_INTEGER), one],
  ])('a newer file %s is never touched', async (_, text, value) => {
    writeFileSync(file, text);
    const before = statSync(file);
    const opened = open();
    expect(opened.state).toEqual({ kind: 'newer' });
    expect(opened.read()).toEqual(value);
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(opened.write(one)).rejects.toMatchObject({
        code: 'file.newer',
        about: { facts: { file: 'servers.json' } },
      });
    }
    expect(opened.read()).toEqual(value);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });
});

describe('what stands in the place of the file', () => {
  test.each([
    ['a link to another file', () => symlinkSync('/etc/passwd', file), 'servers.json is a symbolic link'],
    ['a FIFO', () => void execFileSync('mkfifo', [file]), 'servers.json is not a regular file'],
    ['a folder', () => void mkdirSync(file), 'servers.json is a folder'],
    ['a link to a device', () => symlinkSync('/dev/zero', file), 'servers.json is a symbolic link'],
  ])('%s is neither read nor written nor waited for', async (_, put, detail) => {
    put();
    const opened = open();
    expect(opened.state).toEqual({ kind: 'unreadable', detail });
    expect(opened.read()).toEqual(initial);
    await expect(opened.write(one)).rejects.toMatchObject({
      code: 'file.unwritable',
      about: { detail, facts: { file: 'servers.json' } },
    });
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });
});

describe('a file that the start can do without', () => {
  let found: FileState[];
  const later = () => {
    found = [];
    const form = { path: file, version: 1, schema: Servers, initial, upgrades: {} };
    return versionedFileWhenAsked<Servers>(form, (state) => found.push(state));
  };

  test.each<[string, (opened: ReturnType<typeof later>) => unknown]>([
    ['read', (opened) => opened.read()],
    ['written', (opened) => opened.write(two)],
    ['asked how it was found', (opened) => opened.state],
  ])('is not touched until it is %s, and then opened once', async (_, ask) => {
    writeFileSync(file, 'no JSON');
    const opened = later();
    expect([namesLeft(), found]).toEqual([[], []]);
    await ask(opened);
    await ask(opened);
    expect(namesLeft()).toEqual([expect.stringMatching(/^servers\.json\.corrupt-/)]);
    expect(found).toMatchObject([{ kind: 'unreadable', keptAs: namesLeft()[0] }]);
    expect(opened.state).toEqual(found[0]);
  });

  test('holds what the file holds', async () => {
    await open().write(one);
    const opened = later();
    await opened.write((now) => ({ ...now, theme: 'dark' }));
    expect(opened.read()).toEqual({ ...one, theme: 'dark' });
    expect(open().read()).toEqual({ ...one, theme: 'dark' });
    expect(found).toEqual([{ kind: 'loaded' }]);
  });
});
