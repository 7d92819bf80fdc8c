import path from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { atomicWrite } from '../files/atomic-write';

/**
 * Asks the user for a place in the system's own dialog and writes the text there for this user alone; gives false if the user said no. The
 * window names only the file, never a folder. Throws AppError `file.unwritable`.
 */
export async function saveText(contents: WebContents | undefined, name: string, text: string): Promise<boolean> {
  const window = contents && BrowserWindow.fromWebContents(contents);
  if (!window) return false;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), name),
  });
  if (canceled || !filePath) return false;
  await atomicWrite(filePath, text, { backups: 0 });
  return true;
}
