import { type ChildProcess, fork } from 'node:child_process';
import type { HelperProcess } from '../../src-main/ipc/helper-process';

export type ForkedProcess<Request> = HelperProcess<Request> & { child: ChildProcess };

/** Starts a bundled process as a Node child. Its messages are cloned as Electron does it, so that bytes stay bytes. */
export function forkProcess<Request>(
  file: string,
  options: { env?: NodeJS.ProcessEnv; execArgv?: string[] } = {},
): ForkedProcess<Request> {
  const child = fork(file, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], serialization: 'advanced', ...options });
  return {
    child,
    // A child that died meanwhile reports through `exit`.
    post: (request) => void child.send(request as object, () => {}),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener).once('error', listener),
    kill: () => void child.kill('SIGKILL'),
  };
}
