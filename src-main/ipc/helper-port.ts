import type { Port } from './remote';

/** What a process of our own hears from the core and says to it. */
export interface HelperPort<Request, Reply> {
  onMessage(listener: (request: Request) => void): void;
  post(reply: Reply): void;
}

/** The part of Electron's `process.parentPort` that is used here. */
interface ElectronPort {
  once(event: 'message', listener: (event: { ports: Port[] }) => void): void;
}

/**
 * The way to the core: Electron's utilityProcess gets it from main, as a port in its first message, and ends with it; a Node
 * child (as in tests) has `process.send`.
 */
export function parentPort<Request, Reply>(): HelperPort<Request, Reply> {
  const { parentPort: port } = process as { parentPort?: ElectronPort };
  // An ordinary exit could wait for a thread that is blocked.
  const endNow = () => void process.kill(process.pid, 'SIGKILL');
  if (port !== undefined) {
    const joined = new Promise<Port>((resolve) => {
      port.once('message', ({ ports: [way] }) => {
        if (way) resolve(way);
        way?.on('close', endNow);
        // The core may speak at once: not before somebody listens.
        setImmediate(() => way?.start());
      });
    });
    return {
      onMessage: (listener) => void joined.then((way) => way.on('message', ({ data }) => listener(data as Request))),
      post: (reply) => void joined.then((way) => way.postMessage(reply)),
    };
  }
  process.on('disconnect', endNow);
  return {
    onMessage: (listener) => process.on('message', (message) => listener(message as Request)),
    post: (reply) => process.send?.(reply),
  };
}
