import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { asFileFailure } from '../files/atomic-write';

/**
 * Asks the user for a place in the system's own dialog and writes the text there; gives false if the user said no. The
 * window names only the file, never a folder. Throws AppError `file.unwritable`.
 */
export async function saveText(contents: WebContents | undefined, name: string, text: string): Promise<boolean> {
  const window = contents && BrowserWindow.fromWebContents(contents);
  if (!window) return false;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), name),
  });
  if (canceled || !filePath) return false;
  await writeFile(filePath, text).catch((error: unknown) => {
    throw asFileFailure(error, filePath);
  });
  return true;
}
