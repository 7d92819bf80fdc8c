import { readFileSync } from 'node:fs';

/** A file of `/proc` (proc(5)), as Latin-1; empty where its process has just ended. Throws where it may not be read. */
export function procFile(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
