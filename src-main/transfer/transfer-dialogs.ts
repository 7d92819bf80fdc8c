import path from 'node:path';
import type { Message } from '../../src-shared/texts/message';
import { atomicWrite } from '../files/atomic-write';
import type { FileDialogs } from '../files/file-dialogs';
import { readTransferBytes } from './transfer-file';

/**
 * Asks in the system's own dialog for an exported file and reads it; undefined if the user said no. Throws AppError
 * `profiles.unreadable` or `profiles.tooLarge`.
 */
export async function openTransferFile({
  choose,
}: FileDialogs): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const chosen = await choose('transferFile');
  if (chosen === undefined) return undefined;
  return { name: path.basename(chosen), bytes: await readTransferBytes(chosen) };
}

/**
 * Asks in the system's own dialog where to, and writes the file for this user alone; gives false if the user said no.
 * Throws AppError `file.unwritable`.
 */
export async function saveTransferFile(
  { chooseTarget }: FileDialogs,
  name: string,
  text: string,
  title: Message,
): Promise<boolean> {
  const file = await chooseTarget({ purpose: 'transferFile', name, title });
  if (file === undefined) return false;
  await atomicWrite(file, text, { backups: 0 });
  return true;
}
