import * as vitest from 'vitest';

/**
 * Vitest's own words for tests that need `program`, which only root can start as these tests need it. Elsewhere such tests
 * count as skipped, and it is said why.
 */
export function rootOnly(program: string) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) process.stderr.write(`The tests with a real ${program} are not run: only root can start it.\n`);
  const nothing = () => {};
  const skipping = vitest.test.skip as typeof vitest.test;
  return {
    test: isRoot ? vitest.test : skipping,
    beforeAll: isRoot ? vitest.beforeAll : (nothing as typeof vitest.beforeAll),
    afterAll: isRoot ? vitest.afterAll : (nothing as typeof vitest.afterAll),
    beforeEach: isRoot ? vitest.beforeEach : (nothing as typeof vitest.beforeEach),
    afterEach: isRoot ? vitest.afterEach : (nothing as typeof vitest.afterEach),
  };
}
