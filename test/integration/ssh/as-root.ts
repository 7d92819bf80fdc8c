import { rootOnly } from '../../support/as-root';

/** sshd separates privileges, and some tests make users of their own. */
export const { test, beforeAll, afterAll, beforeEach, afterEach } = rootOnly('sshd');
export { describe, expect } from 'vitest';
