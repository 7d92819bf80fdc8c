import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';
import { withoutNativeSsh } from '../../scripts/without-native-ssh.mjs';
import type { HelperProcess } from '../../src-main/ipc/helper-process';
import { makeTemporaryFolder } from './temporary-folder';

/** The tests run in the project folder; Playwright compiles to CommonJS, which knows no `import.meta`. */
const repository = process.cwd();

/**
 * Bundles the entry of one of the app's own processes as production does, a CommonJS file with keytar left outside, and gives
 * its path. It lies in a folder that goes when the test process ends.
 */
export async function bundleProcess(entry: string): Promise<string> {
  const name = path.basename(entry, '.ts');
  const outDir = path.join(makeTemporaryFolder(name), 'out');
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutNativeSsh()],
    ssr: { noExternal: true, external: ['keytar'] },
    build: {
      ssr: entry,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  });
  return path.join(outDir, `${name}.cjs`);
}

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
