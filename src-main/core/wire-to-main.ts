import type { Port, Wire } from '../ipc/remote';

/** The part of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): void;
  postMessage(message: unknown): void;
}

/** The core's way to main. */
export function wireToMain(): Wire {
  const { parentPort } = process as unknown as { parentPort: ParentPort };
  return {
    // A utility process can hand over no ports by its parent port.
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data, ports }) => listener(data, ports)),
  };
}
