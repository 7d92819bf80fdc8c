/** What a process of our own hears from main and says to it. */
export interface HelperPort<Request, Reply> {
  onMessage(listener: (request: Request) => void): void;
  post(reply: Reply): void;
}

/** The part of Electron's `process.parentPort` that is used here. */
interface ElectronPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/** The way to main: Electron's utilityProcess has a parent port; a Node child (as in tests) has `process.send`. */
export function parentPort<Request, Reply>(): HelperPort<Request, Reply> {
  const { parentPort: port } = process as { parentPort?: ElectronPort };
  if (port !== undefined) {
    return {
      onMessage: (listener) => port.on('message', ({ data }) => listener(data as Request)),
      post: (reply) => port.postMessage(reply),
    };
  }
  // An ordinary exit could wait for a thread that is blocked.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  return {
    onMessage: (listener) => process.on('message', (message) => listener(message as Request)),
    post: (reply) => process.send?.(reply),
  };
}
