import { type AutoLock, externalLinks, type KeptWork, type Notice, type Theme } from '../../src-shared/model/app';
import type { AppLock } from '../guard/app-lock';
import type { Handlers } from '../ipc/work';
import { log } from '../log';
import type { Keychain } from '../secrets/keychain';
import type { SettingsFile } from './settings';

interface Needs {
  appVersion: string;
  runtime: string;
  settings: SettingsFile;
  notices: Notice[];
  keychain: Keychain;
  demoRunning(): boolean;
  applyTheme(theme: Theme): void;
  openLink(address: string): Promise<void>;
  copy(text: string): void;
  /** Asks where to, and gives whether it was saved. */
  saveText(name: string, text: string): Promise<boolean>;
  lookAtSecrets(): Promise<void>;
  lock: AppLock;
  applyAutoLock(autoLock: AutoLock): void;
}
type AppCalls = Pick<Handlers, Extract<keyof Handlers, `app.${string}` | 'keychain.retry'>>;

/** A window that crashes again so soon may do so because of what it shows: it goes on with what was typed alone. */
const SOON_MS = 60_000;

/** The calls about the app itself. */
export function appService(needs: Needs): AppCalls {
  const { settings, keychain, notices, lock } = needs;
  let work: KeptWork = { drafts: {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  lock.onLock(() => {
    work = { drafts: {} };
  });
  return {
    'app.state': async () => ({
      appVersion: needs.appVersion,
      runtime: needs.runtime,
      platform: process.platform,
      notices,
      keychain: keychain.status(),
      theme: settings.read().theme,
      autoLock: settings.read().autoLock,
      demoRunning: needs.demoRunning(),
    }),
    async 'app.dismiss'({ noticeId }) {
      const at = notices.findIndex(({ id }) => id === noticeId);
      if (at >= 0) notices.splice(at, 1);
    },
    async 'app.setTheme'({ theme }) {
      needs.applyTheme(theme);
      await settings.write((now) => ({ ...now, theme }));
    },
    async 'app.setAutoLock'(autoLock) {
      await settings.write((now) => ({ ...now, autoLock }));
      needs.applyAutoLock(autoLock);
    },
    'app.lock': async () => lock.lock(),
    'app.blanked': async (work) => lock.blanked(work),
    async 'app.unlock'() {
      const kept = await lock.unlock();
      needs.lookAtSecrets().catch(log.bug);
      return kept;
    },
    async 'app.keepWork'(now) {
      work = now;
    },
    async 'app.takeWork'() {
      const again = Date.now() - shownAt < SOON_MS;
      if (work.shown) shownAt = Date.now();
      return again ? { drafts: work.drafts } : work;
    },
    'app.openLink': ({ link }) => needs.openLink(externalLinks[link]),
    async 'app.copy'({ text }) {
      needs.copy(text);
    },
    'app.saveText': async ({ name, text }) => ({ saved: await needs.saveText(name, text) }),
    async 'keychain.retry'() {
      const status = await keychain.retry();
      await needs.lookAtSecrets();
      return status;
    },
  };
}
