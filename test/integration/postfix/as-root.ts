import * as vitest from 'vitest';

/** Postfix's processes change their user, which only root can. Elsewhere these tests count as skipped, and it is said why. */
const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('The tests with a real Postfix are not run: only root can start it.\n');
const nothing = () => {};

export const it: typeof vitest.it = isRoot ? vitest.it : (vitest.it.skip as typeof vitest.it);
export const beforeAll: typeof vitest.beforeAll = isRoot ? vitest.beforeAll : nothing;
export const afterAll: typeof vitest.afterAll = isRoot ? vitest.afterAll : nothing;
export const beforeEach: typeof vitest.beforeEach = isRoot ? vitest.beforeEach : nothing;
export const afterEach: typeof vitest.afterEach = isRoot ? vitest.afterEach : nothing;
export { describe, expect, vi } from 'vitest';
