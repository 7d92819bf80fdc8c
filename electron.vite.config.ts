import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { sentencesAsJson } from './scripts/sentences-as-json.mjs';
import { thirdPartyNotices } from './scripts/third-party-notices.mjs';
import { fetchedAtOnce, windowFiles } from './scripts/window-files.mjs';
import { withoutNativeSsh } from './scripts/without-native-ssh.mjs';

const to = (folder: string) => ({ outDir: `out/${folder}`, emptyOutDir: true, minify: true, sourcemap: true });
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' } as const;

const noticed = thirdPartyNotices({ root: import.meta.dirname, folder: 'out', beside: ['electron', 'keytar'] });

const page = path.resolve('src-renderer/index.html');
// What the window fetches once it is drawn, by the files that it is asked for by: see src-renderer/app/parts.ts.
const later = {
  english: ['texts/en/english.ts'],
  pages: ['app/pages.ts', 'app/commands/refresh.ts', 'mail/mail-test-store.ts', 'organization/organization-update.ts'],
  fronts: ['app/fronts.ts', 'discovery/discovery-store.ts', 'discovery/take-files.ts'],
};

// Everything but keytar (a native module) is bundled, so the package ships out/ and keytar alone.
export default defineConfig({
  main: {
    plugins: [withoutNativeSsh(), sentencesAsJson(), noticed()],
    build: {
      ...to('main'),
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: 'src-main/app/main.ts',
          'core-process': 'src-main/core/core-process.ts',
          'keychain-process': 'src-main/secrets/keychain-process.ts',
          'stall-thread': 'src-main/health/stall-thread.ts',
          'key-thread': 'src-main/ssh/key-thread.ts',
        },
        output: commonJs,
        external: ['electron', 'keytar', /^node:/],
        preserveEntrySignatures: 'strict',
      },
    },
  },
  preload: {
    plugins: [noticed()],
    build: { ...to('preload'), rollupOptions: { input: 'src-preload/preload.ts', output: commonJs } },
  },
  renderer: {
    root: 'src-renderer',
    build: {
      ...to('renderer'),
      // Its files are asked for by src-renderer/state/own-file.ts, and by names that stay.
      modulePreload: { polyfill: false, resolveDependencies: () => [] },
      rollupOptions: {
        input: page,
        output: { chunkFileNames: 'assets/[name].js', codeSplitting: windowFiles({ page, later }) },
      },
    },
    plugins: [react(), sentencesAsJson(), fetchedAtOnce('texts/en/english.ts'), noticed()],
  },
});
