import path from 'node:path';
import { build } from 'vite';
import { withoutNativeSsh } from '../../scripts/without-native-ssh.mjs';
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
