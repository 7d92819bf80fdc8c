import path from 'node:path';
import { app } from 'electron';
import type { CoreDumps } from '../../src-shared/model/app';
import type { CoreStart } from '../core/core-protocol';
import { keychainServiceFor } from '../secrets/keychain-service';
import { keyThreadFile, stallThreadFile } from './helper-processes';
import { ownLanguage } from './language';

/** What Electron knows and the core has to be told. */
export const coreStart = (folder: string, coreDumps: CoreDumps | undefined): Omit<CoreStart, 'unlocks' | 'kept'> => ({
  folder,
  appVersion: app.getVersion(),
  runtime: `Electron ${process.versions.electron}`,
  language: ownLanguage(),
  keychainService: keychainServiceFor(folder, path.join(app.getPath('appData'), app.getName())),
  stallThreadFile: stallThreadFile(),
  keyThreadFile: keyThreadFile(),
  licencesFile: path.join(app.getAppPath(), 'out/third-party-notices.json'),
  ...(coreDumps ? { coreDumps } : {}),
});
