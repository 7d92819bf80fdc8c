import { rootOnly } from '../../support/as-root';

/** Postfix's processes change their user. */
export const { it, beforeAll, afterAll, afterEach } = rootOnly('Postfix');
export { describe, expect } from 'vitest';
