import type { DemoMessageHead, Notice, TextsState } from '../model/app';
import type { CommandId } from '../model/commands';
import type { KeychainStatus } from '../model/keychain';
import type { ServerId, ServerSummary } from '../model/server';
import type { ServerHealth } from '../model/server-health';
import type { SshQuestion } from '../model/ssh';

/** What main or the core tells the window unasked. */
export type AppEvent =
  | { kind: 'keychain'; status: KeychainStatus }
  | { kind: 'servers'; servers: ServerSummary[] }
  /** Only the servers whose health changed. */
  | { kind: 'health'; health: Record<ServerId, ServerHealth> }
  | { kind: 'demoMessage'; message: DemoMessageHead }
  /**
   * Something this console did changed what a server holds or what is known of it: a write ended, or it was found out how
   * (`historyId`), or its mail settings were tested.
   */
  | { kind: 'changed'; serverId: ServerId; historyId?: string }
  | { kind: 'notices'; notices: Notice[] }
  /** Another language is spoken from now on, or times are written otherwise. */
  | { kind: 'texts'; texts: TextsState }
  /** What became of a saved change once the server's own refresh had run. */
  | { kind: 'held'; serverId: ServerId; historyId: string; held: 'held' | 'lost' | 'unknown' }
  /** An SSH server asks the user something, and no longer does. */
  | { kind: 'sshQuestion'; question: SshQuestion }
  | { kind: 'sshQuestionGone'; questionId: string }
  | { kind: 'locked' }
  | { kind: 'command'; command: CommandId };
