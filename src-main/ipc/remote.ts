import type { Failure, FailureCode } from '../../src-shared/model/failure';
import { AppError } from '../base/app-error';
import { log } from '../files/log';

/** An end of a channel between two processes, as Electron's MessagePortMain is. */
export interface Port {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** One way between two processes. */
export interface Wire {
  post(message: unknown, ports: readonly Port[]): void;
  onMessage(listener: (message: unknown, ports: readonly Port[]) => void): void;
}

/** What a process does for the other one: by name, with one plain value in and one out. */
export type Calls = Record<string, (input: never, more: CallContext) => unknown>;
export interface CallContext {
  /** Aborted where the other side no longer wants the answer, or is gone. */
  signal: AbortSignal;
  ports: readonly Port[];
}
type Asked<C extends Calls, N extends keyof C> = Parameters<C[N]>[0];
type Given<C extends Calls, N extends keyof C> = Awaited<ReturnType<C[N]>>;

export interface Remote<Theirs extends Calls> {
  /** Rejects with the AppError that was thrown over there, or with an Error that holds the words of another one. */
  ask<N extends keyof Theirs & string>(
    name: N,
    input: Asked<Theirs, N>,
    more?: { signal?: AbortSignal; ports?: readonly Port[] },
  ): Promise<Given<Theirs, N>>;
  /** Asks for something whose end nobody waits for; what goes wrong is logged. */
  tell<N extends keyof Theirs & string>(name: N, input: Asked<Theirs, N>, ports?: readonly Port[]): void;
  /** The other side is gone: what waits for it rejects, and what is done for it is aborted. */
  gone(): void;
}

type Message =
  | { kind: 'call'; id: number; name: string; input: unknown }
  | { kind: 'abort'; id: number }
  | { kind: 'value'; id: number; value: unknown }
  | { kind: 'failure'; id: number; code: FailureCode; about: Omit<Failure, 'code'> }
  | { kind: 'error'; id: number; text: string };

/** Joins two processes of the app: each may ask the other for what it does. Whatever `ours` throws is passed to the caller. */
export function remote<Theirs extends Calls>(wire: Wire, ours: Calls): Remote<Theirs> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const serving = new Map<number, AbortController>();
  let isGone = false;
  let lastId = 0;
  const post = (message: Message, ports: readonly Port[] = []) => {
    if (!isGone) wire.post(message, ports);
  };

  async function serve(id: number, name: string, input: unknown, ports: readonly Port[]): Promise<void> {
    const abort = new AbortController();
    serving.set(id, abort);
    try {
      const call = Object.hasOwn(ours, name) ? ours[name] : undefined;
      if (!call) throw new Error(`no such call: ${name}`);
      post({ kind: 'value', id, value: await call(input as never, { signal: abort.signal, ports }) });
    } catch (error) {
      if (error instanceof AppError) post({ kind: 'failure', id, code: error.code, about: error.about });
      else post({ kind: 'error', id, text: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      serving.delete(id);
    }
  }

  wire.onMessage((given, ports) => {
    const message = given as Message;
    if (message.kind === 'call') {
      void serve(message.id, message.name, message.input, ports);
      return;
    }
    if (message.kind === 'abort') {
      serving.get(message.id)?.abort();
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'value') asked?.resolve(message.value);
    else if (message.kind === 'failure') asked?.reject(new AppError(message.code, message.about));
    else asked?.reject(new Error(message.text));
  });

  const ask: Remote<Theirs>['ask'] = (name, input, { signal, ports = [] } = {}) =>
    new Promise<never>((resolve, reject) => {
      if (isGone) {
        reject(new Error('the other process is gone'));
        return;
      }
      lastId += 1;
      const id = lastId;
      const onAbort = () => post({ kind: 'abort', id });
      const settle = () => signal?.removeEventListener('abort', onAbort);
      waiting.set(id, {
        resolve: (value) => {
          settle();
          resolve(value as never);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      });
      post({ kind: 'call', id, name, input }, ports);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (signal?.aborted) onAbort();
    });

  return {
    ask,
    tell(name, input, ports = []) {
      ask(name, input, { ports }).catch((error: unknown) => {
        if (!isGone) log.bug(error);
      });
    },
    gone() {
      isGone = true;
      for (const { reject } of waiting.values()) reject(new Error('the other process is gone'));
      waiting.clear();
      for (const abort of serving.values()) abort.abort();
    },
  };
}
