import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { overFiles } from './over-files';

/**
 * Makes a folder that only this user may enter, and gives its path. It goes with `removeTemporaryFolder`,
 * and otherwise when this process ends in whatever way, so a failed or killed test run leaves nothing behind.
 */
export function makeTemporaryFolder(purpose: string): string {
  return mkdtempSync(join(overFiles('temporary folder', makeBase), `${purpose}-`));
}

/** Removes a folder made by `makeTemporaryFolder` with all that is in it; it may be gone already, and what is ending may still write to it. */
export function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * One folder for all of this process. Vitest ends its workers with SIGTERM, without any `exit` event; so a shell waits
 * for the end of its input, which comes when we are gone, and then removes the folder.
 */
function makeBase(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gluu-console-test-'));
  const script = 'cat > /dev/null; rm -rf "$0"';
  const cleaner = spawn('sh', ['-c', script, folder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  cleaner.unref();
  // Or the open pipe would keep us alive.
  if (cleaner.stdin instanceof Socket) cleaner.stdin.unref();
  return folder;
}
