import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { type Message, message } from '../../src-shared/texts/message';

/** Has the app keep everything in the folder of `--user-data-dir`, if there is one, and gives the folder. */
export function ownFolder(): string {
  const named = app.commandLine.getSwitchValue('user-data-dir');
  if (named) app.setPath('userData', path.resolve(named));
  return app.getPath('userData');
}

/**
 * Why the app's own folder cannot be used, in the system's words, or undefined. Chromium takes a folder it cannot write for
 * one that another instance holds, and the app would say so.
 */
export function reasonNotToUse(folder: string): Message | undefined {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return message('box.start.folder', { why: error.message });
  }
}
