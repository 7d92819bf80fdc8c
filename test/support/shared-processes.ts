import type { HelperProcess } from '../../src-main/ipc/helper-process';
import { type ForkedProcess, forkProcess } from './forked-process';

interface Idle<Request> {
  child: ForkedProcess<Request>;
  hello: unknown;
}

/**
 * Gives bundled processes that keep no state and say one thing when they are ready: one that a console has ended with is not
 * killed but given to the next, as long as it owes no answer.
 */
export function sharedProcesses<Request>() {
  const idle = new Map<string, Idle<Request>[]>();

  return (file: string): HelperProcess<Request> => {
    const waiting = (idle.get(file) ?? []).filter(({ child }) => child.child.connected);
    const spare = waiting.pop();
    idle.set(file, waiting);
    const child = spare?.child ?? forkProcess<Request>(file);
    let hello = spare?.hello;
    let owed = 0;
    let gone = false;
    let released = false;
    let tell: ((message: unknown) => void) | undefined;
    let tellExit: (() => void) | undefined;

    const onMessage = (message: unknown) => {
      if (hello === undefined) hello = message;
      else owed -= 1;
      tell?.(message);
    };
    const onExit = () => {
      gone = true;
      tellExit?.();
    };
    child.child.on('message', onMessage).once('exit', onExit).once('error', onExit);
    if (spare) queueMicrotask(() => tell?.(hello));

    return {
      post(request) {
        owed += 1;
        child.post(request);
      },
      onMessage(listener) {
        tell = listener;
      },
      onExit(listener) {
        tellExit = listener;
      },
      kill() {
        if (released) return;
        released = true;
        child.child.off('message', onMessage).off('exit', onExit).off('error', onExit);
        tell = undefined;
        if (gone || owed > 0 || hello === undefined) {
          child.kill();
          return;
        }
        idle.set(file, [...(idle.get(file) ?? []), { child, hello }]);
      },
    };
  };
}
