import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { SavedServer } from '../../src-shared/contract/server-calls';
import type { ServerId } from '../../src-shared/model/server';
import { answerBoxes, askedBoxes, expect, passMinute } from '../e2e/support/app';
import { compromised, test } from '../e2e/support/compromised';
import { saying } from '../support/english';
import { someServer } from '../support/server-draft';
import { securityCase, titled } from './case';

const inside = compromised();
const boxes = () => askedBoxes(inside.app.electron);
/** More than a connection on loopback takes to arrive. */
const arrival = () => new Promise((resolve) => setTimeout(resolve, 300));

const scan = (serverId: ServerId, host: string) => inside.ask('smtp.scan', { serverId, host, vantage: 'here' });
const check = (serverId: ServerId) => inside.ask('server.check', { serverId });
const move = (serverId: ServerId, draft: object) =>
  inside.ask('server.save', { serverId, draft, bindPassword: { kind: 'keep' }, salt: { kind: 'keep' } });

async function remove(serverId: ServerId): Promise<void> {
  await passMinute(inside.app.electron); // who refused five boxes about places meets none about servers either
  await answerBoxes(inside.app.electron, 'yes');
  expect(await inside.ask('server.remove', { serverId })).toMatchObject({ ok: true });
}

test.describe(titled('T84'), () => {
  test('the question names host and port, with its punycode, and nothing is sent before the answer', async () => {
    await securityCase('T84', 'question', async () => {
      await answerBoxes(inside.app.electron, 'never');
      const before = (await boxes()).length;
      const serverId = await inside.addServer({ name: 'shown', port: inside.post.port });
      const callId = crypto.randomUUID();
      const checked = inside.call('server.check', { serverId }, callId);
      await expect.poll(async () => (await boxes()).length).toBe(before + 1);
      await arrival();
      expect(inside.post.heard).toEqual([]);
      expect((await boxes()).at(-1)).toMatchObject({
        message: 'Connect to 127.0.0.1?',
        detail: expect.stringContaining(`To: 127.0.0.1\nPort: ${inside.post.port}\n`),
        buttons: ['Cancel', 'Connect'],
        defaultId: 0,
        cancelId: 0,
      });
      await inside.app.page.evaluate(
        (id) => (window as unknown as { gluu: { cancel(id: string): void } }).gluu.cancel(id),
        callId,
      );
      expect(await checked).toMatchObject({ result: { failure: { code: 'work.cancelled' } } });

      await answerBoxes(inside.app.electron, 'no');
      expect(await scan(serverId, 'mail.еxample.org')).toMatchObject({ failure: { code: 'place.notAllowed' } });
      expect((await boxes()).at(-1)).toMatchObject({
        message: 'Connect to mail.\\u{435}xample.org (mail.xn--xample-2of.org)?',
        detail: expect.stringContaining('Ports: 587, 465, 25'),
      });
      await remove(serverId);
    });
  });

  test('a hundred ports of the same host are asked about five times a minute, and none is knocked at', async () => {
    await securityCase('T84', 'hundred ports', async () => {
      await answerBoxes(inside.app.electron, 'no');
      const before = (await boxes()).length;
      const codes: string[] = [];
      const serverId = await inside.addServer({ name: 'ports', port: 1 });
      const draftOf = (port: number) => ({
        ...{ name: 'ports', group: '', environment: 'test', notes: '', host: '127.0.0.1', port, mode: 'plain' },
        ...{ bindDn: 'cn=directory manager', route: { kind: 'direct' }, readOnly: false },
      });
      for (let index = 1; index <= 100; index += 1) {
        await move(serverId, draftOf(index === 50 ? inside.post.port : index));
        const checked = await check(serverId);
        codes.push(checked.ok ? 'reached' : checked.failure.code);
      }
      await arrival();
      expect(inside.post.heard).toEqual([]);
      // One refusal of the test before counts in the same minute.
      expect((await boxes()).length - before).toBeLessThanOrEqual(5);
      expect(codes.filter((code) => code !== 'place.notAllowed' && code !== 'place.tooMany')).toEqual([]);
      expect(codes.filter((code) => code === 'place.tooMany').length).toBeGreaterThanOrEqual(95);
      await remove(serverId);
    });
  });

  test('every call that connects asks, and another spelling of an address is another place', async () => {
    await securityCase('T84', 'every call', async () => {
      await answerBoxes(inside.app.electron, 'no');
      const serverId = await inside.addServer({ name: 'other', port: inside.post.port });
      for (const host of ['localhost', '127.0.0.1', '::1', '127.0.0.2']) {
        const found = await scan(serverId, host);
        expect(found.ok ? 'reached' : found.failure.code).toMatch(/^place\./);
      }
      const mailbox = { host: '127.0.0.1', port: inside.post.port, mode: 'none', user: 'x' };
      const looked = await inside.ask('mailbox.check', { draft: mailbox, password: { kind: 'typed', value: 'typed' } });
      expect(looked.ok ? 'reached' : looked.failure.code).toMatch(/^place\./);
      // A salt is proved on the server before it is saved; who says no to that has it saved without.
      const entered = {
        draft: { ...someServer, port: inside.post.port },
        bindPassword: typed('typed'),
        salt: typed('S'.repeat(24)),
      };
      const saved = await inside.ask<SavedServer>('server.save', entered);
      expect(saved).toMatchObject({ ok: true, value: { unreached: { code: expect.stringMatching(/^place\./) } } });
      await arrival();
      expect(inside.post.heard).toEqual([]);
      if (saved.ok) await remove(saved.value.server.id);
      await remove(serverId);
    });
  });
});

const typed = (value: string) => ({ kind: 'replace', value });

const SAVE_AS = ['../../.bashrc', '..', '\\\\server\\share\\x', '/dev/sda', 'C:\\Windows\\x'];

test(titled('T86'), async () => {
  const shown = await inside.app.electron.evaluateHandle(({ dialog }) => {
    const defaults: string[] = [];
    dialog.showSaveDialog = (async (...given: unknown[]) => {
      defaults.push((given.at(-1) as { defaultPath: string }).defaultPath);
      return { canceled: true, filePath: '' };
    }) as typeof dialog.showSaveDialog;
    return defaults;
  });
  for (const name of SAVE_AS) {
    await securityCase('T86', name, async () => {
      expect(await inside.ask('app.saveText', { name, text: 'taken' })).toMatchObject({
        failure: { code: 'input.invalid' },
      });
      expect(await shown.jsonValue()).toEqual([]);
    });
  }
  // A path beside the name is no way either: only the dialog of the system says where.
  const beside = { name: 'report.md', text: 'x', path: '/tmp/x', filePath: '/tmp/x' };
  expect(await inside.ask('app.saveText', beside)).toMatchObject({ value: { saved: false } });
  expect(await shown.jsonValue()).toEqual([expect.stringMatching(/[/\\]report\.md$/)]);
});

test('a file is saved for this user alone, through no link, and over nothing but a file', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-save-'));
  const at = (name: string) => path.join(folder, name);
  await writeFile(at('elsewhere'), 'theirs');
  await symlink(at('elsewhere'), at('link'));
  await mkdir(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  await writeFile(at('old'), 'old', { mode: 0o644 });
  const saveTo = async (name: string) => {
    await inside.app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    }, at(name));
    return inside.ask('app.saveText', { name: 'report.md', text: 'new' });
  };
  for (const name of ['new', 'old']) {
    expect(await saveTo(name)).toMatchObject({ ok: true, value: { saved: true } });
    expect([await readFile(at(name), 'utf8'), (await stat(at(name))).mode & 0o777]).toEqual(['new', 0o600]);
  }
  const refused = {
    link: 'link is a symbolic link.',
    folder: 'folder is a folder.',
    pipe: 'pipe is not a regular file.',
  };
  for (const [name, reason] of Object.entries(refused)) {
    expect(await saveTo(name)).toMatchObject({
      ok: false,
      failure: { code: 'file.unwritable', reason: saying(reason) },
    });
  }
  expect(await readFile(at('elsewhere'), 'utf8')).toBe('theirs');
  expect((await readdir(folder)).sort()).toEqual(['elsewhere', 'folder', 'link', 'new', 'old', 'pipe']);
  await rm(folder, { recursive: true });
});
