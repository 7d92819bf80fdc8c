import { defineConfig } from 'vitest/config';

const project = (name: string, folder: string, testTimeout: number) => ({
  test: {
    name,
    include: [`test/${folder}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 60_000,
    // Their CommonJS builds hide the named exports from Node.
    server: { deps: { inline: ['jsonc-parser'] } },
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 'unit', 60_000),
      project('integration', 'integration', 30_000),
      project('keychain', 'keychain', 60_000),
      project('security', 'security', 120_000),
    ],
  },
});
