import type { WindowCommand } from '../../../src-shared/contract/contract';
import type { Theme } from '../../../src-shared/model/app';
import type { Environment, ServerId, ServerSummary } from '../../../src-shared/model/server';
import type { View } from '../../state/app-store';

/** All that the palette's list follows from. */
export interface PaletteState {
  servers: readonly ServerSummary[];
  openedAt: Readonly<Record<ServerId, string>>;
  view: View;
  paused: boolean;
  demoRunning: boolean;
  theme: Theme;
  /** Something is typed into its field. */
  isTyped: boolean;
  /** Why something of the server in hand cannot be done now; undefined where it can. */
  whyNot: Record<'check' | 'read' | 'review' | 'test', string | undefined>;
}

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
