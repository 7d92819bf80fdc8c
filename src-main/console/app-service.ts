import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { AppEvent } from '../../src-shared/contract/events';
import type { ShellCallName } from '../../src-shared/contract/wire';
import {
  type AutoLock,
  type CoreDumps,
  Licences,
  type Notice,
  type TextsState,
  type Theme,
} from '../../src-shared/model/app';
import { preferredLanguage } from '../../src-shared/texts/languages';
import { type Speech, type SystemLanguage, speechFor } from '../../src-shared/texts/speech';
import { AppError } from '../base/app-error';
import type { SettingsFile } from '../files/settings';
import type { Keychain } from '../secrets/keychain';
import type { CallsOf } from '../work/work';

interface Needs {
  appVersion: string;
  runtime: string;
  coreDumps: CoreDumps | undefined;
  licencesFile: string;
  language: SystemLanguage;
  settings: SettingsFile;
  notices: Notice[];
  keychain: Keychain;
  demoRunning(): boolean;
  applyTheme(theme: Theme): void;
  applySpeech(speech: Speech): void;
  /** Asks where to, and gives whether it was saved. */
  saveText(name: string, text: string): Promise<boolean>;
  lookAtSecrets(): Promise<void>;
  applyAutoLock(autoLock: AutoLock): void;
  tell(event: AppEvent): void;
}
type AppCalls = Omit<CallsOf<'app' | 'keychain'>, ShellCallName>;

/** The calls about the app itself that the core answers. */
export function appService(needs: Needs): AppCalls {
  const { settings, keychain, notices } = needs;
  let { language } = needs;
  const texts = (): TextsState => {
    const chosen = settings.read().texts;
    return { chosen, system: preferredLanguage(language.preferred), speech: speechFor(chosen, language) };
  };
  return {
    'app.state': async () => ({
      appVersion: needs.appVersion,
      runtime: needs.runtime,
      platform: process.platform,
      ...(needs.coreDumps ? { coreDumps: needs.coreDumps } : {}),
      notices,
      keychain: keychain.status(),
      theme: settings.read().theme,
      texts: texts(),
      autoLock: settings.read().autoLock,
      demoRunning: needs.demoRunning(),
    }),
    'app.licences': async () => Licences.parse(JSON.parse(await readFile(needs.licencesFile, 'utf8'))),
    async 'app.dismiss'({ noticeId }) {
      const at = notices.findIndex(({ id }) => id === noticeId);
      if (at >= 0) notices.splice(at, 1);
    },
    async 'app.setTheme'({ theme }) {
      needs.applyTheme(theme);
      await settings.write((now) => ({ ...now, theme }));
    },
    async 'app.setTexts'(chosen) {
      const before = settings.read().texts.language;
      await settings.write((now) => ({ ...now, texts: chosen }));
      if (chosen.language !== before) language = { ...language, chosenSince: true };
      const made = texts();
      needs.applySpeech(made.speech);
      needs.tell({ kind: 'texts', texts: made });
    },
    async 'app.setAutoLock'(autoLock) {
      const before = settings.read().autoLock;
      await settings.write((now) => {
        if (!isDeepStrictEqual(now.autoLock, before)) throw new AppError('write.changed');
        return { ...now, autoLock };
      });
      needs.applyAutoLock(autoLock);
    },
    'app.saveText': async ({ name, text }) => ({ saved: await needs.saveText(name, text) }),
    async 'keychain.retry'() {
      const status = await keychain.retry();
      await needs.lookAtSecrets();
      return status;
    },
  };
}
