import path from 'node:path';
import { build } from 'vite';
import { withoutNativeSsh } from '../../scripts/without-native-ssh.mjs';
import { overFiles } from './over-files';
import { makeTemporaryFolder } from './temporary-folder';

interface Form {
  format: 'es' | 'cjs';
  /** Of the file's name. */
  ending: string;
  /** The package that is left outside. */
  external: string;
  /** Goes before everything. */
  banner?: string;
}

/**
 * Bundles a TypeScript entry with all it imports into one ES module that plain `node` runs, for tests that need a
 * process of their own (to kill it, trace it, or start it as another user). Gives the path of the .mjs file, made once for all
 * test files of a process. It lies in a folder of its own, which goes when the test process ends; any user may read it.
 */
export function bundle(entry: string): Promise<string> {
  // ssh2's own WebAssembly loader asks where it lies; the app itself is CommonJS, where everybody knows.
  const banner = 'const __dirname = import.meta.dirname;';
  return overFiles(`bundle of ${entry}`, () =>
    bundleAs(entry, { format: 'es', ending: 'mjs', external: 'electron', banner }),
  );
}

/** As `bundle`, in that form. */
export async function bundleAs(entry: string, { ending, external, ...form }: Form): Promise<string> {
  const name = path.basename(entry, path.extname(entry));
  const outDir = path.join(makeTemporaryFolder(`bundle-${name}`), 'out');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutNativeSsh()],
    ssr: { noExternal: true, external: [external] },
    build: {
      ssr: path.resolve(entry),
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { ...form, entryFileNames: `${name}.${ending}`, codeSplitting: false } },
    },
  });
  return path.join(outDir, `${name}.${ending}`);
}
