import { atomicWrite } from './atomic-write';
import type { FileDialogs } from './file-dialogs';

/**
 * Asks the user for a place in the system's own dialog and writes the text there, for this user alone; gives false if the
 * user said no. The window names only the file, never a folder. Throws AppError `file.unwritable`.
 */
export async function saveText({ chooseTarget }: FileDialogs, name: string, text: string): Promise<boolean> {
  const file = await chooseTarget({ purpose: 'text', name });
  if (file === undefined) return false;
  await atomicWrite(file, text, { backups: 0 });
  return true;
}
