import type { WindowCommand } from '../../../src-shared/contract/contract';
import type { Environment } from '../../../src-shared/model/server';

/** A row of the palette. */
export interface PaletteAction {
  key: string;
  group: string;
  icon: 'go' | 'add' | 'inbox' | Environment;
  text: string;
  hint: string;
  /** The command of menu and keys that it carries out. */
  command?: WindowCommand;
  /** Why it cannot be run now. */
  off?: string | undefined;
  run(): void;
}

/** Gives what makes the rows of a group. */
export const actionsIn =
  (group: string) =>
  (key: string, text: string, hint: string, run: () => void, more: Partial<PaletteAction> = {}): PaletteAction => ({
    ...{ key, group, icon: 'go', text, hint, run },
    ...more,
  });
