import { once } from 'node:events';
import { lstatSync, mkdirSync, readdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import type { AppError } from '../../../src-main/base/app-error';
import { showWriter, takeFolder, writerOf } from '../../../src-main/files/folder-lock';
import { saying } from '../../support/english';
import type { FolderRequest } from '../../support/folder-writer-process';
import { type ForkedProcess, forkProcess } from '../../support/forked-process';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const file = inject('helpers').folderWriter;
let folder: string;
const children: ForkedProcess<FolderRequest>[] = [];
beforeEach(() => {
  folder = makeTemporaryFolder('folder-lock');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const { child } of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  removeTemporaryFolder(folder);
});

/** Another process, and what it says to one request. */
function another() {
  const process = forkProcess<FolderRequest>(file);
  children.push(process);
  const heard: unknown[] = [];
  process.onMessage((message) => heard.push(message));
  return {
    child: process.child,
    heard,
    async ask(request: FolderRequest): Promise<unknown> {
      const from = heard.length;
      process.post(request);
      for (;;) {
        const answer = heard.slice(from).find((message) => typeof message === 'object') as { said: unknown };
        if (answer) return answer.said;
        await once(process.child, 'message');
      }
    },
  };
}
const take = (where = folder, limitMs = 5000) => takeFolder({ folder: where, kind: 'app', onShow() {}, limitMs });
/** Why it cannot be had. */
const refusal = (where = folder, limitMs = 5000) => take(where, limitMs).catch((error: AppError) => error.toFailure());
const taken = () => readdirSync(folder).filter((name) => name.startsWith('writer-'));
const inUse = (holder: string) => ({
  code: 'folder.inUse',
  facts: { folder, holder: saying(new RegExp(holder.replace(/[()]/g, '\\$&'))) },
});

async function killed(child: ForkedProcess<FolderRequest>['child'], signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

describe('a folder has one writer', () => {
  test('and another process that wants it learns which process that is, what kind, and since when', async () => {
    const before = Date.now();
    const lock = await take();
    const second = another();
    expect(await second.ask({ ask: 'take', folder })).toEqual(inUse(`Gluu Console (process ${process.pid}) since `));
    const writer = (await second.ask({ ask: 'writer', folder })) as { since: string };
    expect(writer).toMatchObject({ kind: 'app', pid: process.pid, holds: true });
    expect(Date.parse(writer.since)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(writer.since)).toBeLessThanOrEqual(Date.now());
    await lock.release();
    expect(await second.ask({ ask: 'writer', folder })).toBeUndefined();
    expect(await second.ask({ ask: 'take', folder })).toBe('taken');
    expect(await refusal()).toEqual(inUse(`gluu-console on a command line (process ${second.child.pid}) since `));
    expect(await second.ask({ ask: 'release' })).toBe('released');
    await (await take()).release();
    expect(taken()).toEqual([]);
  });

  test.each(['SIGKILL', 'SIGTERM'] as const)('which by %s gives it back at once', async (signal) => {
    const first = another();
    expect(await first.ask({ ask: 'take', folder })).toBe('taken');
    await killed(first.child, signal);
    expect(taken()).toHaveLength(1);
    const began = performance.now();
    expect(await writerOf(folder)).toBeUndefined();
    const lock = await take();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(taken()).toHaveLength(1);
    await lock.release();
  });

  test('also where many want it at the same moment, time and again', { timeout: 120_000 }, async () => {
    const all = Array.from({ length: 5 }, another);
    for (let round = 0; round < 12; round += 1) {
      const at = Date.now() + 60;
      const said = await Promise.all(all.map(({ ask }) => ask({ ask: 'take', folder, at })));
      expect(said.filter((one) => one === 'taken')).toHaveLength(1);
      const winner = said.indexOf('taken');
      const { child, ask } = all[winner] as (typeof all)[number];
      for (const other of said.filter((one) => one !== 'taken'))
        expect(other).toMatchObject(inUse(`(process ${child.pid})`));
      expect(taken()).toHaveLength(1);
      if (round % 2 === 0) await ask({ ask: 'release' });
      else {
        await killed(child);
        all[winner] = another();
      }
    }
  });

  test('which is believed though it stands still and says nothing', async () => {
    const first = another();
    expect(await first.ask({ ask: 'take', folder })).toBe('taken');
    first.child.kill('SIGSTOP');
    expect(await refusal(folder, 1500)).toEqual(inUse(`unknown program (process ${first.child.pid})`));
    await killed(first.child);
    await (await take()).release();
  });

  test.each([
    { kind: 'app', holds: true, since: 'yesterday \u202e' },
    { kind: 'app', holds: true, pid: -3.5 },
  ])('and one that answers what no console says is named by its number alone (%j)', async (answer) => {
    const server = createServer((socket) => socket.end(JSON.stringify(answer)));
    server.listen(path.join(folder, 'writer-123-0123456789ab.sock'));
    await once(server, 'listening');
    expect(await refusal(folder, 100)).toEqual(inUse('unknown program (process 123)'));
    server.close();
  });

  test('and that is asked to come to the front, once for each who asks', async () => {
    const first = another();
    expect(await first.ask({ ask: 'take', folder })).toBe('taken');
    expect(await writerOf(folder)).toMatchObject({ kind: 'commandLine' });
    expect(first.heard).not.toContain('show');
    expect(await showWriter(folder)).toMatchObject({ kind: 'commandLine', pid: first.child.pid });
    await expect.poll(() => first.heard.filter((message) => message === 'show')).toHaveLength(1);
  });

  test('whatever was left there by a process of the same number', async () => {
    const stale = createServer();
    const name = path.join(folder, `writer-${process.pid}-0123456789ab.sock`);
    stale.listen(name);
    await once(stale, 'listening');
    const other = another();
    expect(await other.ask({ ask: 'take', folder, limitMs: 500 })).toMatchObject({ code: 'folder.inUse' });
    // Linux leaves the file of a socket that is renamed away before it is closed.
    renameSync(name, `${name}-moved`);
    stale.close();
    renameSync(`${name}-moved`, name);
    expect(await other.ask({ ask: 'take', folder })).toBe('taken');
    expect(taken()).toEqual([expect.stringContaining(`writer-${other.child.pid}-`)]);
  });

  test('and what is no socket there is left alone', async () => {
    writeFileSync(path.join(folder, 'writer-1-0123456789ab.sock'), 'a file');
    mkdirSync(path.join(folder, 'writer-2-0123456789ab.sock'));
    symlinkSync('/nowhere', path.join(folder, 'writer-3-0123456789ab.sock'));
    const lock = await take();
    expect(taken()).toHaveLength(4);
    const modes = taken().map((name) => lstatSync(path.join(folder, name)));
    expect(modes.filter((found) => found.isSocket()).map(({ mode }) => mode & 0o777)).toEqual([0o600]);
    await lock.release();
    expect(taken()).toHaveLength(3);
  });

  test('and a socket that was left unfinished goes once it is old', async () => {
    const left = createServer();
    const name = path.join(folder, 'new-writer-1-0123456789ab.sock');
    left.listen(name);
    await once(left, 'listening');
    const lock = await take();
    expect(readdirSync(folder)).toContain(path.basename(name));
    utimesSync(name, 1, 1);
    expect(await writerOf(folder)).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder)).not.toContain(path.basename(name));
    left.close();
    await lock.release();
  });

  test('on a path that is too long for the address of a socket', async () => {
    const deep = path.join(folder, 'a'.repeat(90), 'b'.repeat(90));
    const lock = await take(deep);
    const second = another();
    expect(await second.ask({ ask: 'take', folder: deep })).toMatchObject({ code: 'folder.inUse' });
    await lock.release();
    expect(await second.ask({ ask: 'take', folder: deep })).toBe('taken');
    await killed(second.child);
    await (await take(deep)).release();
    expect(readdirSync(deep)).toEqual([]);
  });

  test.each([50, 70, 120])('also with a folder for temporary files whose path has %i bytes', async (bytes) => {
    const temporary = path.join(folder, 't'.repeat(bytes - Buffer.byteLength(folder) - 1));
    const deep = path.join(folder, 'a'.repeat(90), 'b'.repeat(90));
    mkdirSync(temporary);
    const holder = another();
    expect(await holder.ask({ ask: 'take', folder: deep })).toBe('taken');
    const [socket] = readdirSync(deep);
    vi.stubEnv('TMPDIR', temporary);
    expect(await refusal(deep)).toMatchObject({ code: 'folder.inUse' });
    expect(readdirSync(deep)).toEqual([socket]);
    await killed(holder.child);
    await (await take(deep)).release();
    expect([readdirSync(deep), readdirSync(temporary)]).toEqual([[], []]);
  });

  test('and who fails while looking for others wants the folder no longer', async () => {
    const { readdir } = fs;
    const looks: string[] = [];
    fs.readdir = (async (where: string, options: { withFileTypes: true }) => {
      looks.push(where);
      // The second look is the one after it listened.
      if (looks.length === 2) renameSync(folder, `${folder}-away`);
      return readdir(where, options);
    }) as typeof fs.readdir;
    syncBuiltinESMExports();
    try {
      expect(await refusal()).toMatchObject({ code: 'folder.unusable', detail: expect.stringContaining('ENOENT') });
    } finally {
      fs.readdir = readdir;
      syncBuiltinESMExports();
      renameSync(`${folder}-away`, folder);
    }
    expect(looks).toHaveLength(2);
    await (await take(folder, 100)).release();
    expect(taken()).toEqual([]);
  });

  test('by whatever name it is reached', async () => {
    const link = path.join(folder, 'link');
    const real = path.join(folder, 'real');
    mkdirSync(real);
    symlinkSync(real, link);
    const lock = await take(real);
    expect(await another().ask({ ask: 'take', folder: link })).toMatchObject({ code: 'folder.inUse' });
    await lock.release();
  });

  test('and one that cannot be written to, or is not a folder, is reported in the system’s words', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const inside = path.join(folder, 'file', 'inside');
    expect(await refusal(inside)).toEqual({
      code: 'folder.unusable',
      facts: { folder: inside },
      detail: expect.stringContaining('ENOTDIR'),
    });
    await expect(writerOf(inside)).rejects.toMatchObject({ code: 'folder.unusable' });
    await expect(take('/proc')).rejects.toMatchObject({
      code: 'folder.unusable',
      about: { facts: { folder: '/proc' } },
    });
  });
});
