import { rootOnly } from '../../support/as-root';

/** Postfix's processes change their user. */
export const { it, beforeAll, afterAll, beforeEach, afterEach } = rootOnly('Postfix');
export { describe, expect, vi } from 'vitest';
