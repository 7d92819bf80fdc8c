import type { Progress } from '../model/work';
import type { Answered, CallName, Input } from './contract';
import type { AppEvent } from './events';

/**
 * The channels between the page and main. `connect` asks for a port to the core, which comes on `port`; the calls that main
 * answers itself go by `call`. None is added per feature.
 */
export const wire = {
  call: 'gluu:call',
  connect: 'gluu:connect',
  port: 'gluu:port',
  event: 'gluu:event',
} as const;

/** The calls that main answers, because they concern the window or outlast the core. No secret is in any of them. */
export const shellCalls = [
  'app.lock',
  'app.blanked',
  'app.unlock',
  'app.keepWork',
  'app.takeWork',
  'app.firstView',
  'app.zoom',
  'app.copy',
] as const satisfies readonly CallName[];
export type ShellCallName = (typeof shellCalls)[number];

/** Those of them that take nothing. */
export const bareShellCalls = ['app.lock', 'app.unlock', 'app.takeWork', 'app.firstView'] as const satisfies readonly {
  [Name in ShellCallName]: Input<Name> extends undefined ? Name : never;
}[ShellCallName][];

/** What a page asks the core first. They take nothing. */
export const firstCalls = ['app.state', 'health.view', 'server.list'] as const satisfies readonly {
  [Name in CallName]: Input<Name> extends undefined ? Name : never;
}[CallName][];

/** What the page says over its port to the core. `turn` pairs the answer with the call. */
export type ToCore =
  | { kind: 'call'; turn: number; name: string; input: unknown; callId: string }
  | { kind: 'cancel'; callId: string };

/** What the core says to the page. */
export type FromCore =
  | { kind: 'answer'; turn: number; answered: Answered }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'event'; event: AppEvent };
