import { accessSync, constants, mkdirSync } from 'node:fs';

/**
 * Why the app's own folder cannot be used, in the system's words, or undefined. Chromium takes a folder it cannot write for
 * one that another instance holds, and the app would say so.
 */
export function reasonNotToUse(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return `The folder of this app cannot be written. ${error.message}`;
  }
}
