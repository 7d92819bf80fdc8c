import type { AppEvent } from '../../src-shared/contract/events';
import type { FromCore, ToCore } from '../../src-shared/contract/wire';
import type { Port } from './remote';
import type { TakenCalls } from './take-calls';

export interface PageDoor {
  /** Answers the page at the other end; the page before it is gone. */
  connect(port: Port): void;
  /** Tells the page something it did not ask for. */
  tell(event: AppEvent): void;
}

/** Serves the window's page over a port that main handed to it and here: what the page sends never passes through main. */
export function servePage(taking: TakenCalls): PageDoor {
  let current: Port | undefined;
  return {
    connect(port) {
      current?.close();
      current = port;
      const post = (message: FromCore) => {
        if (current === port) port.postMessage(message);
      };
      port.on('message', ({ data }) => {
        if (current !== port) return;
        const message = Object(data) as Partial<ToCore>;
        if (message.kind === 'cancel') taking.cancel(message.callId);
        if (message.kind !== 'call') return;
        const { turn, name, input, callId } = message as Extract<ToCore, { kind: 'call' }>;
        void taking
          .take(name, input, callId, (progress) => post({ kind: 'progress', progress }))
          .then((answered) => post({ kind: 'answer', turn, answered }));
      });
      port.on('close', () => {
        if (current === port) current = undefined;
      });
      port.start();
    },
    tell(event) {
      current?.postMessage({ kind: 'event', event } satisfies FromCore);
    },
  };
}
