import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appService } from '../../../../src-main/app/app-service';
import { openSettings } from '../../../../src-main/app/settings';
import { createAppLock } from '../../../../src-main/guard/app-lock';
import { unwatchedWork } from '../../../../src-main/ipc/work';
import type { Keychain } from '../../../../src-main/secrets/keychain';
import { externalLinks, type Notice } from '../../../../src-shared/model/app';
import type { KeychainStatus } from '../../../../src-shared/model/keychain';
import type { ServerId } from '../../../../src-shared/model/server';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('app-service');
});
afterEach(() => removeTemporaryFolder(folder));

const work = unwatchedWork();
const unlocked = { kind: 'ready' } as unknown as KeychainStatus;

function service(notices: Notice[] = []) {
  const order: string[] = [];
  const needs = {
    appVersion: '1.2.3',
    runtime: 'Electron 1',
    settings: openSettings(path.join(folder, 'settings.json')),
    notices,
    keychain: {
      status: () => unlocked,
      retry: async () => {
        order.push('retry');
        return unlocked;
      },
    } as unknown as Keychain,
    demoRunning: () => true,
    applyTheme: vi.fn(),
    openLink: vi.fn(async () => {}),
    copy: vi.fn(),
    saveText: vi.fn(async () => true),
    lookAtSecrets: async () => {
      order.push('look');
    },
    lock: createAppLock({
      keychain: { lock: () => order.push('lock'), unlock: async () => void order.push('unlock') },
      tell: () => order.push('tell'),
      pageProcess: () => 1,
      recycle: async () => void order.push('recycle'),
    }),
    applyAutoLock: vi.fn(),
  };
  return { calls: appService(needs), needs, order };
}

test('app.state tells what the window begins with', async () => {
  const { calls } = service();
  expect(await calls['app.state'](undefined, work)).toEqual({
    appVersion: '1.2.3',
    runtime: 'Electron 1',
    platform: process.platform,
    notices: [],
    keychain: unlocked,
    theme: 'system',
    autoLock: { afterMinutes: 0, withScreen: false },
    demoRunning: true,
  });
});

test('a theme is applied, kept, and there again after a restart; what else is kept stays', async () => {
  const { calls, needs } = service();
  await needs.settings.write({ ...needs.settings.read(), canaryWritten: true });
  await calls['app.setTheme']({ theme: 'dark' }, work);
  expect(needs.applyTheme.mock.calls).toEqual([['dark']]);
  expect(openSettings(path.join(folder, 'settings.json')).read()).toMatchObject({ theme: 'dark', canaryWritten: true });
});

test('a dismissed notice does not come back, and others stay', async () => {
  const notice = (id: string): Notice => ({ id, tone: 'info', title: id, text: id });
  const { calls } = service([notice('settings'), notice('servers')]);
  await calls['app.dismiss']({ noticeId: 'settings' }, work);
  await calls['app.dismiss']({ noticeId: 'settings' }, work);
  await calls['app.dismiss']({ noticeId: '__proto__' }, work);
  expect((await calls['app.state'](undefined, work)).notices.map(({ id }) => id)).toEqual(['servers']);
});

test('a link is opened by its name, with the address main knows', async () => {
  const { calls, needs } = service();
  await calls['app.openLink']({ link: 'gluuDocs' }, work);
  expect(needs.openLink.mock.calls).toEqual([[externalLinks.gluuDocs]]);
});

test('a text is copied as it is', async () => {
  const { calls, needs } = service();
  await calls['app.copy']({ text: ' a\nb ' }, work);
  expect(needs.copy.mock.calls).toEqual([[' a\nb ']]);
});

test('after the keychain was asked again, the secrets are looked at again', async () => {
  const { calls, order } = service();
  expect(await calls['keychain.retry'](undefined, work)).toBe(unlocked);
  expect(order).toEqual(['retry', 'look']);
});

test('settings that are damaged are set aside, and the app starts with what a new one has', () => {
  writeFileSync(path.join(folder, 'settings.json'), '{"schemaVersion":1,"theme":"pink","canaryWritten":"yes"}');
  const { needs } = service();
  expect(needs.settings.read()).toMatchObject({ theme: 'system', canaryWritten: false });
  expect(needs.settings.state.kind).toBe('unreadable');
  const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  expect(kept.some((content) => content.includes('pink'))).toBe(true);
});

test('what a window was at is given to the one after it; when that one is gone soon as well, without what was shown', async () => {
  vi.useFakeTimers();
  try {
    const { calls } = service();
    const serverId = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d' as ServerId;
    const drafts = { [serverId]: { contactEmail: 'typed@example.org' } };
    const kept = { drafts, shown: { serverId, tab: 'organization', organizationTab: 'system' } } as const;
    expect(await calls['app.takeWork'](undefined, work)).toEqual({ drafts: {} });
    vi.advanceTimersByTime(60_000);
    await calls['app.keepWork'](kept, work);
    expect(await calls['app.takeWork'](undefined, work)).toEqual(kept);
    vi.advanceTimersByTime(59_999);
    expect(await calls['app.takeWork'](undefined, work)).toEqual({ drafts });
    vi.advanceTimersByTime(60_000);
    expect(await calls['app.takeWork'](undefined, work)).toEqual(kept);
  } finally {
    vi.useRealTimers();
  }
});

test('locking drops what the window was at: the lock keeps what the window gives it', async () => {
  const { calls, needs } = service();
  await calls['app.keepWork']({ drafts: { '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d': { contactEmail: 'x' } } }, work);
  needs.lock.lock();
  expect(await calls['app.takeWork'](undefined, work)).toEqual({ drafts: {} });
});
