import type { Theme } from '../../../src-shared/model/app';
import type { CommandId } from '../../../src-shared/model/commands';
import { commandHint, commandLabel, commands } from '../../../src-shared/model/commands';
import type { Environment } from '../../../src-shared/model/environment';
import type { ServerId, ServerSummary } from '../../../src-shared/model/server';
import type { Message, Words } from '../../../src-shared/texts/message';
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
  whyNot: Record<'check' | 'read' | 'review' | 'test', Words | undefined>;
}

/** A row of the palette. */
export interface PaletteAction {
  key: string;
  group: Message;
  icon: 'go' | 'add' | 'inbox' | Environment;
  text: Words;
  /** What stands beside it, one after the other. */
  hint: readonly Words[];
  /** Why it cannot be run now. */
  off?: Words | undefined;
  run(): void;
}

/** Gives what makes the rows of a group. */
export const actionsIn =
  (group: Message) =>
  (key: string, text: Words, hint: Words, run: () => void, off?: Words): PaletteAction => ({
    ...{ key, group, icon: 'go', text, hint: [hint], run, off },
  });

/** The row of a command: its name, its hint with its keys, and why it cannot be run now. */
export function actionOf<Of extends unknown[]>(
  group: Message,
  key: CommandId,
  { run, needs, icon }: Command<Of>,
  whyNot: Partial<Record<Need, Words | undefined>>,
  ...of: Of
): PaletteAction {
  const { keys } = commands[key];
  const hint = [commandHint(key), keys && keysHere(keys)].filter((one) => one !== undefined);
  return {
    ...{ key, group, icon: icon ?? 'go', text: commandLabel(key), hint, off: needs && whyNot[needs] },
    run: () => run(...of),
  };
}
