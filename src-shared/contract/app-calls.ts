import * as z from '../base/zod';
import {
  AutoLock,
  type CoreDumps,
  type DemoMessage,
  type DemoMessageHead,
  KeptWork,
  type Licences,
  type Notice,
  TextsChoice,
  type TextsState,
  Theme,
} from '../model/app';
import type { KeychainStatus } from '../model/keychain';
import type { ServerSummary } from '../model/server';
import type { HealthView } from '../model/server-health';
import { nothing, takes } from './call';

/** The calls about the app itself, its lock and its demo fleet. */
export const appCalls = {
  'app.state': takes(nothing).gives<AppState>(),
  'app.licences': takes(nothing).gives<Licences>(),
  'app.dismiss': takes(z.object({ noticeId: z.string().max(100) })).gives<void>(),
  'app.setTheme': takes(z.object({ theme: Theme })).gives<void>(),
  /** What is spoken then is told by the event `texts`. */
  'app.setTexts': takes(TextsChoice).gives<void>(),
  'app.setAutoLock': takes(AutoLock).gives<void>(),
  /** Locks at once. Then only `app.blanked` is answered, and `app.unlock` to the next page. */
  'app.lock': takes(nothing).gives<void>(),
  /** The window is blank. Main keeps what was typed and shown until `app.unlock`, and makes a new window. */
  'app.blanked': takes(KeptWork).gives<void>(),
  'app.unlock': takes(nothing).gives<KeptWork>(),
  /** What is typed and shown now. Main keeps it in memory, in case the window crashes. */
  'app.keepWork': takes(KeptWork).gives<void>(),
  /** What `app.keepWork` was given by the window before this one; nothing after a lock, which has `app.unlock`. */
  'app.takeWork': takes(nothing).gives<KeptWork>(),
  /** What the app would have shown first, had it been started again right after it was closed last; once, for its first window. */
  'app.firstView': takes(nothing).gives<FirstView | undefined>(),
  'app.zoom': takes(z.object({ step: z.enum(['in', 'out', 'reset']) })).gives<void>(),
  'app.copy': takes(z.object({ text: z.string().max(1_000_000) })).gives<void>(),
  'app.saveText': takes(
    z.object({ name: z.string().regex(/^\w[\w.-]{0,79}$/), text: z.string().max(4_000_000) }),
  ).gives<{
    saved: boolean;
  }>(),

  'keychain.retry': takes(nothing).gives<KeychainStatus>(),

  'demo.start': takes(nothing).gives<ServerSummary[]>(),
  'demo.restart': takes(nothing).gives<ServerSummary[]>(),
  'demo.stop': takes(nothing).gives<void>(),
  'demo.inbox': takes(nothing).gives<DemoMessageHead[]>(),
  'demo.message': takes(z.object({ messageId: z.string().max(100) })).gives<DemoMessage>(),
};

export interface AppState {
  appVersion: string;
  runtime: string;
  platform: string;
  /** On Linux: the others write none unless told to. */
  coreDumps?: CoreDumps;
  notices: Notice[];
  keychain: KeychainStatus;
  theme: Theme;
  texts: TextsState;
  autoLock: AutoLock;
  demoRunning: boolean;
}

/** What the window begins with: the answers to the calls that it makes first (`firstCalls`). */
export interface FirstView {
  app: AppState;
  health: HealthView;
  servers: ServerSummary[];
}
