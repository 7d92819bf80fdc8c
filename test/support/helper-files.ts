import { bundleProcess } from './helper-process';

/** Paths of bundled threads, which a console starts beside itself, and of a process that is in its way. */
export interface HelperFiles {
  stallThread: string;
  keyThread: string;
  /** folder-writer-process.ts, another process that wants a folder. */
  folderWriter: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    helpers: HelperFiles;
  }
}

/** Bundles them once for a whole run of vitest, for its tests to `inject`. */
export async function setup(project: { provide(key: 'helpers', files: HelperFiles): void }) {
  const [stallThread, keyThread, folderWriter] = await Promise.all([
    bundleProcess('src-main/health/stall-thread.ts'),
    bundleProcess('src-main/ssh/key-thread.ts'),
    bundleProcess('test/support/folder-writer-process.ts'),
  ]);
  project.provide('helpers', { stallThread, keyThread, folderWriter });
}
