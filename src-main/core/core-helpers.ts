import { createSignal } from '../base/signal';
import type { HelperProcess } from '../ipc/helper-process';
import type { Port, Remote } from '../ipc/remote';
import type { HostCalls } from './core-protocol';

interface Helper {
  /** Main has started it, and this leads there. */
  joined(port: Port): void;
  gone(): void;
}

export interface CoreHelpers {
  spawn<Request>(): HelperProcess<Request>;
  joined(id: number, port: Port): void;
  gone(id: number): void;
}

/** The processes beside the core. Only main can start one; what is said to it goes there directly, and main never sees it. */
export function coreHelpers(main: Pick<Remote<HostCalls>, 'tell'>): CoreHelpers {
  const helpers = new Map<number, Helper>();
  let lastId = 0;

  function spawn<Request>(): HelperProcess<Request> {
    lastId += 1;
    const id = lastId;
    let port: Port | undefined;
    const early: Request[] = [];
    const hearing: ((message: unknown) => void)[] = [];
    const ended = createSignal();
    helpers.set(id, {
      joined(way) {
        port = way;
        way.on('message', ({ data }) => {
          for (const listener of hearing) listener(data);
        });
        way.start();
        for (const request of early.splice(0)) way.postMessage(request);
      },
      gone() {
        helpers.delete(id);
        port?.close();
        ended.tell();
      },
    });
    main.tell('fork', id);
    return {
      post: (request) => (port ? port.postMessage(request) : void early.push(request)),
      onMessage: (listener) => void hearing.push(listener),
      onExit: ended.on,
      kill: () => main.tell('kill', id),
    };
  }

  return {
    spawn,
    joined: (id, port) => helpers.get(id)?.joined(port),
    gone: (id) => helpers.get(id)?.gone(),
  };
}
