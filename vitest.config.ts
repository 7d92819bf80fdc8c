import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first. Begun last, they would run alone at the end. */
const LONG = [
  'security/mutated-ssh',
  'security/mutated-imap',
  'security/mutated-smtp',
  'security/process-cycles',
  'security/file-kill',
  'integration/mailbox/hostile',
  'security/history',
  'integration/ssh/known-hosts',
  'integration/ssh/jump-hosts',
  'integration/ssh/key-files',
  'integration/ssh/ssh-config',
  'integration/probe/hostile',
  'integration/organization/rollback',
  'integration/probe/sending',
  'integration/organization/lost-answers',
].map((name) => `/test/${name}.test.ts`);

/** A worker keeps its process only for a file of the same project and the same environment, so these follow each other. */
const worldOf = ({ project, moduleId }: TestSpecification) => `${project.name} ${path.extname(moduleId)}`;

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((name) => moduleId.endsWith(name));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted(
      (one, other) => rank(one) - rank(other) || worldOf(one).localeCompare(worldOf(other)),
    );
  }
}

const project = (name: string, folder: string, testTimeout: number) => ({
  test: {
    name,
    include: [`test/${folder}/**/*.test.{ts,tsx}`],
    testTimeout,
    hookTimeout: 60_000,
    // A worker keeps its process and its packages from file to file; fresh-file.ts keeps the files apart.
    isolate: false,
    setupFiles: ['test/support/fresh-file.ts', 'test/support/window-speaks.ts'],
    maxConcurrency: os.cpus().length,
    // Their CommonJS builds hide the named exports from Node.
    server: { deps: { inline: ['jsonc-parser'] } },
  },
});

export default defineConfig({
  test: {
    globalSetup: 'test/support/helper-files.ts',
    sequence: { sequencer: LongFirst },
    projects: [
      project('unit', 'unit', 60_000),
      project('integration', 'integration', 30_000),
      project('keychain', 'keychain', 60_000),
      project('security', 'security', 120_000),
    ],
  },
});
