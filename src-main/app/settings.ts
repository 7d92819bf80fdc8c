import { Theme } from '../../src-shared/model/app';
import * as z from '../../src-shared/zod';
import { openVersionedFile, type VersionedFile } from '../files/versioned-file';

/** What the app remembers of itself. */
const Settings = z.object({
  theme: Theme,
  /** Whether our own item was ever put into this user's keychain: only so can a locked one be told from an empty one. */
  canaryWritten: z.boolean(),
});
export type Settings = z.output<typeof Settings>;
export type SettingsFile = VersionedFile<Settings>;

export const openSettings = (path: string): SettingsFile =>
  openVersionedFile({
    path,
    version: 1,
    schema: Settings,
    initial: { theme: 'system', canaryWritten: false },
    upgrades: {},
  });
