import type { Theme } from '../../../src-shared/model/app';
import type { CommandId } from '../../../src-shared/model/commands';
import { commands } from '../../../src-shared/model/commands';
import type { Environment, ServerId, ServerSummary } from '../../../src-shared/model/server';
import type { View } from '../../state/app-store';
import { keysHere } from '../../ui/keys';
import type { Command, Need } from '../commands/commands';

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
  /** Why it cannot be run now. */
  off?: string | undefined;
  run(): void;
}

/** Gives what makes the rows of a group. */
export const actionsIn =
  (group: string) =>
  (key: string, text: string, hint: string, run: () => void, off?: string): PaletteAction => ({
    ...{ key, group, icon: 'go', text, hint, run, off },
  });

/** The row of a command: its name, its hint with its keys, and why it cannot be run now. */
export function actionOf<Of extends unknown[]>(
  group: string,
  key: CommandId,
  { run, needs, hint, icon }: Command<Of>,
  whyNot: Partial<Record<Need, string | undefined>>,
  ...of: Of
): PaletteAction {
  const { label, keys } = commands[key];
  const hints = [hint, keys && keysHere(keys)].filter(Boolean);
  return {
    ...{ key, group, icon: icon ?? 'go', text: label, hint: hints.join(', '), off: needs && whyNot[needs] },
    run: () => run(...of),
  };
}
