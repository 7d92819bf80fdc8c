import type * as z from '../base/zod';
import type { Result } from '../model/failure';
import type { Progress, Step } from '../model/work';
import { appCalls } from './app-calls';
import type { Call } from './call';
import type { AppEvent } from './events';
import { gluuCalls } from './gluu-calls';
import { mailCalls } from './mail-calls';
import { serverCalls } from './server-calls';

/** The whole surface between the window and the rest. To add a call: one line in the file of its area, one method in a service. */
export const contract = {
  ...appCalls,
  ...serverCalls,
  ...gluuCalls,
  ...mailCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
export type Output<N extends CallName> = Contract[N] extends Call<z.ZodType, infer Out> ? Out : never;

/** The answer to a call, with its stages as they ended: progress may overtake or fall behind it. */
export interface Answered {
  result: Result<unknown>;
  steps: Step[];
}

/** What the preload script hands to the window, and nothing else. */
export interface Bridge {
  call(name: string, input: unknown, callId: string): Promise<unknown>;
  cancel(callId: string): void;
  onProgress(listener: (progress: Progress) => void): void;
  onEvent(listener: (event: AppEvent) => void): void;
}

/** A running call. A failure is a value the caller has to look at. */
export interface Running<N extends CallName> {
  callId: string;
  result: Promise<Result<Output<N>>>;
  cancel(): void;
}

/** Whether a name from outside is that of a call. */
export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(contract, name);
