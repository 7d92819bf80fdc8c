import * as z from '../../src-shared/base/zod';
import { AutoLock, TextsChoice, Theme } from '../../src-shared/model/app';
import { asSystem } from '../../src-shared/texts/speech';
import { SETTINGS_VERSION } from './settings-glance';
import { openVersionedFile, type VersionedFile } from './versioned-file';

/** What the app remembers of itself. */
const Settings = z.object({
  theme: Theme,
  texts: TextsChoice,
  /** Whether our own item was ever put into this user's keychain: otherwise a locked one looks like an empty one. */
  canaryWritten: z.boolean(),
  autoLock: AutoLock,
  /** Whether the checks in the background rest. */
  checksPaused: z.boolean().exactOptional(),
  /** The groups of the list that are shut, by the keys of their sections. */
  collapsedGroups: z.array(z.string().max(100)).max(1000).exactOptional(),
});
type Settings = z.output<typeof Settings>;
const neverLock: AutoLock = { afterMinutes: 0, withScreen: false };
export type SettingsFile = VersionedFile<Settings>;

/** Opens the settings at `path`, as `openVersionedFile` does. */
export const openSettings = (path: string): SettingsFile =>
  openVersionedFile({
    path,
    version: SETTINGS_VERSION,
    schema: Settings,
    initial: { theme: 'system', texts: asSystem, canaryWritten: false, autoLock: neverLock },
    upgrades: {
      1: (old) => ({ ...(old as object), autoLock: neverLock }),
      2: (old) => ({ ...(old as object), texts: asSystem }),
    },
  });
