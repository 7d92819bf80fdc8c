import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atomicWrite, ensurePrivateFolder, inTurn, removeLeftovers } from '../../../../src-main/files/atomic-write';
import { saying } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('atomic-write');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const modeOf = (name: string) => statSync(name).mode & 0o777;
const refusal = (reason: string) => ({
  name: 'AppError',
  code: 'file.unwritable',
  about: { reason: saying(reason), facts: { file: 'servers.json' } },
});

describe('atomicWrite', () => {
  test('writes the whole text, in UTF-8, for this user only', async () => {
    const text = `Zürich 🔑 ${'x'.repeat(100_000)}\n`;
    await atomicWrite(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(modeOf(file)).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });

  test('makes missing folders for this user only, and leaves the mode of one that is there', async () => {
    const deep = path.join(folder, 'a', 'b', 'servers.json');
    await atomicWrite(deep, 'x');
    expect([modeOf(path.join(folder, 'a')), modeOf(path.join(folder, 'a', 'b'))]).toEqual([0o700, 0o700]);
    chmodSync(folder, 0o755);
    await atomicWrite(file, 'x');
    expect(modeOf(folder)).toBe(0o755);
  });

  test('keeps the three former texts, the newest as .1, with the same mode', async () => {
    for (const text of ['one', 'two', 'three', 'four', 'five']) await atomicWrite(file, text);
    expect(readdirSync(folder).sort()).toEqual(['servers.json', 'servers.json.1', 'servers.json.2', 'servers.json.3']);
    expect(['servers.json', 'servers.json.1', 'servers.json.2', 'servers.json.3'].map(textOf)).toEqual([
      'five',
      'four',
      'three',
      'two',
    ]);
    expect(modeOf(`${file}.1`)).toBe(0o600);
  });

  test('makes a backup private whose file was not', async () => {
    writeFileSync(file, 'one');
    chmodSync(file, 0o644);
    await atomicWrite(file, 'two');
    expect([modeOf(file), modeOf(`${file}.1`)]).toEqual([0o600, 0o600]);
  });

  test('keeps as many backups as it is told', async () => {
    for (const text of ['one', 'two', 'three']) await atomicWrite(file, text, { backups: 0 });
    expect(readdirSync(folder)).toEqual(['servers.json']);
    for (const text of ['four', 'five']) await atomicWrite(file, text, { backups: 1 });
    expect(readdirSync(folder).sort()).toEqual(['servers.json', 'servers.json.1']);
    expect(textOf('servers.json.1')).toBe('four');
  });

  test('does not push a backup out when the newest holds the present text already', async () => {
    for (const text of ['one', 'two', 'three', 'four']) await atomicWrite(file, text);
    // What a kill between the backup and the rename leaves: the present text in .1, and a gap at the old end.
    writeFileSync(`${file}.1`, 'four');
    await atomicWrite(file, 'five');
    expect(['servers.json.1', 'servers.json.2', 'servers.json.3'].map(textOf)).toEqual(['four', 'two', 'one']);
  });

  test('fills a gap among the backups instead of dropping the oldest', async () => {
    for (const text of ['one', 'two', 'three', 'four']) await atomicWrite(file, text);
    renameSync(`${file}.1`, path.join(folder, 'moved'));
    await atomicWrite(file, 'five');
    expect(['servers.json.1', 'servers.json.2', 'servers.json.3'].map(textOf)).toEqual(['four', 'two', 'one']);
  });

  test('runs calls for one file one by one, in the order of the calls', async () => {
    const texts = Array.from({ length: 40 }, (_, number) => String(number).repeat(20_000));
    await Promise.all(texts.map((text) => atomicWrite(file, text)));
    const found = ['servers.json', 'servers.json.1', 'servers.json.2', 'servers.json.3'].map(textOf);
    expect(found).toEqual(texts.slice(-4).reverse());
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('goes on after a call that failed', async () => {
    mkdirSync(file);
    const first = atomicWrite(file, 'one');
    const second = atomicWrite(path.join(folder, 'other.json'), 'two');
    await expect(first).rejects.toMatchObject(refusal('servers.json is a folder.'));
    await second;
    renameSync(file, path.join(folder, 'away'));
    await atomicWrite(file, 'three');
    expect(textOf('servers.json')).toBe('three');
  });
});

describe('what stands in the place of the file', () => {
  test('a symbolic link is refused, and its target is not written', async () => {
    const victim = path.join(folder, 'victim');
    writeFileSync(victim, 'mine');
    symlinkSync(victim, file);
    await expect(atomicWrite(file, 'x')).rejects.toMatchObject(refusal('servers.json is a symbolic link.'));
    expect(textOf('victim')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['servers.json', 'victim']);
  });

  test('a dangling link is refused', async () => {
    symlinkSync(path.join(folder, 'nowhere'), file);
    await expect(atomicWrite(file, 'x')).rejects.toMatchObject(refusal('servers.json is a symbolic link.'));
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });

  test('a FIFO is refused without waiting for its reader', async () => {
    execFileSync('mkfifo', [file]);
    await expect(atomicWrite(file, 'x')).rejects.toMatchObject(refusal('servers.json is not a regular file.'));
  });

  test('a link in the place of the newest backup is refused, and the file stays', async () => {
    await atomicWrite(file, 'one');
    symlinkSync('/etc/passwd', `${file}.1`);
    await expect(atomicWrite(file, 'two')).rejects.toMatchObject({
      code: 'file.unwritable',
      about: { reason: saying('servers.json.1 is a symbolic link.') },
    });
    expect(textOf('servers.json')).toBe('one');
    expect(readdirSync(folder).sort()).toEqual(['servers.json', 'servers.json.1']);
  });

  test('a file in the place of the folder is refused with the words of the system', async () => {
    writeFileSync(path.join(folder, 'flat'), '');
    const below = atomicWrite(path.join(folder, 'flat', 'servers.json'), 'x');
    await expect(below).rejects.toMatchObject({ code: 'file.unwritable', about: { facts: { file: 'servers.json' } } });
  });
});

describe('removeLeftovers', () => {
  test('removes the temporary files of this file alone', () => {
    const others = [
      'servers.json',
      'servers.json.1',
      'servers.json.corrupt-2026-11-23T09-08-00-123Z',
      'other.json.77-0123456789ab.tmp',
      'servers.json.tmp',
      'xservers.json.77-0123456789ab.tmp',
    ];
    for (const name of [...others, 'servers.json.77-0123456789ab.tmp', 'servers.json.1-ffffffffffff.tmp']) {
      writeFileSync(path.join(folder, name), 'x');
    }
    removeLeftovers(file);
    expect(readdirSync(folder).sort()).toEqual(others.sort());
  });

  test('is done by the next write, too', async () => {
    writeFileSync(`${file}.77-0123456789ab.tmp`, 'half');
    await atomicWrite(file, 'whole');
    expect(readdirSync(folder)).toEqual(['servers.json']);
  });

  test('leaves a write of this process alone', async () => {
    const writing = atomicWrite(file, 'x'.repeat(5_000_000));
    let done = false;
    const whenDone = writing.then(() => {
      done = true;
    });
    let seen = 0;
    while (!done) {
      seen += readdirSync(folder).filter((name) => name.endsWith('.tmp')).length;
      removeLeftovers(file);
      await new Promise(setImmediate);
    }
    await whenDone;
    expect(seen).toBeGreaterThan(0);
    expect(statSync(file).size).toBe(5_000_000);
  });

  test('is content with a folder that is not there', () => {
    expect(() => removeLeftovers(path.join(folder, 'none', 'servers.json'))).not.toThrow();
  });
});

describe('ensurePrivateFolder', () => {
  test('makes a folder, and narrows one that is too open', () => {
    const inner = path.join(folder, 'a', 'b');
    ensurePrivateFolder(inner);
    expect(modeOf(inner)).toBe(0o700);
    chmodSync(inner, 0o775);
    ensurePrivateFolder(inner);
    expect(modeOf(inner)).toBe(0o700);
    chmodSync(inner, 0o555); // made read-only on purpose
    ensurePrivateFolder(inner);
    expect(modeOf(inner)).toBe(0o500);
  });

  test('leaves a shared folder such as /tmp as it is', () => {
    chmodSync(folder, 0o1777);
    ensurePrivateFolder(folder);
    expect(statSync(folder).mode & 0o7777).toBe(0o1777);
  });
});

test('inTurn keeps the order per key, and does not hold other keys up', async () => {
  const seen: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = inTurn('a', async () => {
    await gate;
    seen.push('a1');
    throw new Error('a1 fails');
  });
  const second = inTurn('a', async () => seen.push('a2'));
  await inTurn('b', async () => seen.push('b1'));
  release();
  await expect(first).rejects.toThrow('a1 fails');
  await second;
  expect(seen).toEqual(['b1', 'a1', 'a2']);
});
