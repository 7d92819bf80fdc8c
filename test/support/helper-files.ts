import { bundleProcess } from './helper-process';

/** Paths of the bundled processes and threads that a console starts beside itself. */
export interface HelperFiles {
  decoder: string;
  stallThread: string;
  keyThread: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    helpers: HelperFiles;
  }
}

/** Bundles them once for a whole run of vitest, for its tests to `inject`. */
export async function setup(project: { provide(key: 'helpers', files: HelperFiles): void }) {
  const [decoder, stallThread, keyThread] = await Promise.all([
    bundleProcess('src-main/ldap/decoder-process.ts'),
    bundleProcess('src-main/health/stall-thread.ts'),
    bundleProcess('src-main/ssh/key-thread.ts'),
  ]);
  project.provide('helpers', { decoder, stallThread, keyThread });
}
