import { type AutoLock, externalLinks, type Notice, type Theme } from '../../src-shared/model/app';
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

/** The calls about the app itself. */
export function appService(needs: Needs): AppCalls {
  const { settings, keychain, notices, lock } = needs;
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
      await settings.write({ ...settings.read(), theme });
    },
    async 'app.setAutoLock'(autoLock) {
      await settings.write({ ...settings.read(), autoLock });
      needs.applyAutoLock(autoLock);
    },
    'app.lock': async () => lock.lock(),
    'app.blanked': async (work) => lock.blanked(work),
    async 'app.unlock'() {
      const work = await lock.unlock();
      needs.lookAtSecrets().catch(log.bug);
      return work;
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
