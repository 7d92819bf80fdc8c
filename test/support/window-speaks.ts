import { expect } from 'vitest';

/** Runs before each test file. A window draws nothing before it speaks a language; here it speaks English. */
if (/[\\/]renderer[\\/]/.test(expect.getState().testPath ?? '')) {
  const [{ texts }, { speak }] = await Promise.all([import('./english'), import('../../src-renderer/ui/texts-store')]);
  speak({ texts, english: texts });
}
