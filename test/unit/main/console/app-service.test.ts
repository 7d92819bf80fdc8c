import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appService } from '../../../../src-main/console/app-service';
import { openSettings } from '../../../../src-main/files/settings';
import type { Keychain } from '../../../../src-main/secrets/keychain';
import { unwatchedWork } from '../../../../src-main/work/work';
import type { Notice } from '../../../../src-shared/model/app';
import type { KeychainStatus } from '../../../../src-shared/model/keychain';
import { verbatim } from '../../../../src-shared/texts/message';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
beforeEach(() => {
  folder = makeTemporaryFolder('app-service');
});
afterEach(() => removeTemporaryFolder(folder));

const work = unwatchedWork();
const unlocked = { kind: 'ready' } as unknown as KeychainStatus;

function service(notices: Notice[] = [], asked = '') {
  const order: string[] = [];
  const needs = {
    appVersion: '1.2.3',
    runtime: 'Electron 1',
    coreDumps: 'empty' as const,
    licencesFile: path.join(folder, 'licences.json'),
    language: { preferred: ['ja', 'en-GB'], locale: 'en-GB', ...(asked ? { asked } : {}) },
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
    applySpeech: vi.fn(),
    saveText: vi.fn(async () => true),
    lookAtSecrets: async () => {
      order.push('look');
    },
    applyAutoLock: vi.fn(),
    tell: vi.fn(),
  };
  return { calls: appService(needs), needs, order };
}

test('app.state tells what the window begins with', async () => {
  const { calls } = service();
  expect(await calls['app.state'](undefined, work)).toEqual({
    appVersion: '1.2.3',
    runtime: 'Electron 1',
    platform: process.platform,
    coreDumps: 'empty',
    notices: [],
    keychain: unlocked,
    theme: 'system',
    texts: {
      chosen: { language: 'system', clock: 'language', days: 'language' },
      system: 'en',
      speech: { language: 'en', locale: 'en-GB', clock: 'language', days: 'language' },
    },
    autoLock: { afterMinutes: 0, withScreen: false },
    demoRunning: true,
  });
});

test('app.licences gives what the build wrote', async () => {
  const { calls, needs } = service();
  const licences = { own: 'MIT', packages: [{ name: 'x', version: '1.0.0', licence: 'ISC', text: 'Do as you like' }] };
  writeFileSync(needs.licencesFile, JSON.stringify(licences));
  expect(await calls['app.licences'](undefined, work)).toEqual(licences);
});

test('a theme is applied, kept, and there again after a restart; what else is kept stays', async () => {
  const { calls, needs } = service();
  await needs.settings.write({ ...needs.settings.read(), canaryWritten: true });
  await calls['app.setTheme']({ theme: 'dark' }, work);
  expect(needs.applyTheme.mock.calls).toEqual([['dark']]);
  expect(openSettings(path.join(folder, 'settings.json')).read()).toMatchObject({ theme: 'dark', canaryWritten: true });
});

test('a choice of language and times is spoken and told at once, and there again after a restart', async () => {
  const { calls, needs } = service();
  const chosen = { language: 'en', clock: '24', days: 'iso' } as const;
  const speech = { language: 'en', locale: 'en-GB', clock: '24', days: 'iso' };
  await calls['app.setTexts'](chosen, work);
  expect(needs.tell.mock.calls).toEqual([[{ kind: 'texts', texts: { chosen, system: 'en', speech } }]]);
  expect(needs.applySpeech.mock.calls).toEqual([[speech]]);
  expect((await calls['app.state'](undefined, work)).texts).toEqual({ chosen, system: 'en', speech });
  expect(openSettings(path.join(folder, 'settings.json')).read().texts).toEqual(chosen);
});

test('a language that was asked for is spoken until another is chosen, however times are written', async () => {
  const { calls, needs } = service([], 'en-XA');
  const chosen = { language: 'system', clock: '24', days: 'iso' } as const;
  const spoken = () => needs.applySpeech.mock.lastCall?.[0].language;
  await calls['app.setTexts'](chosen, work);
  expect(spoken()).toBe('en-XA');
  await calls['app.setTexts']({ ...chosen, language: 'en' }, work);
  expect(spoken()).toBe('en');
  await calls['app.setTexts'](chosen, work);
  expect(spoken()).toBe('en-XA');
});

test('settings of an earlier version are read, with the language left to the system', () => {
  const autoLock = { afterMinutes: 15, withScreen: true };
  const earlier = { schemaVersion: 2, theme: 'dark', canaryWritten: true, autoLock };
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(earlier));
  const { needs } = service();
  const texts = { language: 'system', clock: 'language', days: 'language' };
  expect(needs.settings.read()).toEqual({ theme: 'dark', canaryWritten: true, autoLock, texts });
});

test('a dismissed notice does not come back, and others stay', async () => {
  const notice = (id: string): Notice => ({ id, tone: 'info', title: verbatim(id), text: [] });
  const { calls } = service([notice('settings'), notice('servers')]);
  await calls['app.dismiss']({ noticeId: 'settings' }, work);
  await calls['app.dismiss']({ noticeId: 'settings' }, work);
  await calls['app.dismiss']({ noticeId: '__proto__' }, work);
  expect((await calls['app.state'](undefined, work)).notices.map(({ id }) => id)).toEqual(['servers']);
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
