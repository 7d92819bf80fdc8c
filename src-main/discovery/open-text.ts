import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_GLUU_TEXT } from '../../src-shared/model/discovery';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { FileDialogs } from '../files/file-dialogs';
import { textOfBytes } from './java-properties';

/**
 * Asks the user for one of Gluu's files in the system's own dialog and gives its name and text; undefined if the user said
 * no. The window names no path. Throws AppError `input.invalid` for what cannot be read or is larger than 256 KB.
 */
export async function openText({ choose }: FileDialogs): Promise<{ name: string; text: string } | undefined> {
  const chosen = await choose('gluuText');
  if (chosen === undefined) return undefined;
  return { name: safeText(path.basename(chosen)), text: textOfBytes(await readCapped(chosen)) };
}

/** At most one byte more than allowed is read, whatever the file is. */
async function readCapped(file: string): Promise<Buffer> {
  const unreadable = (why: Message) => new AppError('input.invalid', { fields: { text: why } });
  try {
    // Before it is opened: opening a pipe waits for whoever writes into it.
    if (!(await stat(file)).isFile()) throw unreadable(message('discovery.open.noFile'));
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_GLUU_TEXT + 1), 0, MAX_GLUU_TEXT + 1, 0);
      if (bytesRead > MAX_GLUU_TEXT) throw unreadable(message('discovery.open.tooLarge'));
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (error instanceof AppError || typeof code !== 'string') throw error;
    throw unreadable(message('discovery.open.unreadable', { code }));
  }
}
