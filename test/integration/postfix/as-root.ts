import { rootOnly } from '../../support/as-root';

/** Postfix's processes change their user. */
export const { test, beforeAll, afterAll, afterEach } = rootOnly('Postfix');
export { describe, expect } from 'vitest';
