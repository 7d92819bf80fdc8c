import path from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { atomicWrite } from '../files/atomic-write';
import { readTransferBytes } from '../profiles/transfer-file';

const filters = [{ name: 'Exported servers', extensions: ['json'] }];
const windowOf = (contents: WebContents | undefined) => contents && BrowserWindow.fromWebContents(contents);

/**
 * Asks in the system's own dialog for an exported file and reads it; undefined if the user said no. Throws AppError
 * `profiles.unreadable` or `profiles.tooLarge`.
 */
export async function openProfileFile(
  contents: WebContents | undefined,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const window = windowOf(contents);
  if (!window) return undefined;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import servers',
    defaultPath: app.getPath('documents'),
    filters: [...filters, { name: 'All files', extensions: ['*'] }],
    properties: ['openFile'],
  });
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return undefined;
  return { name: path.basename(chosen), bytes: await readTransferBytes(chosen) };
}

/**
 * Asks in the system's own dialog where to, and writes the file for this user alone; gives false if the user said no.
 * Throws AppError `file.unwritable`.
 */
export async function saveProfileFile(
  contents: WebContents | undefined,
  name: string,
  text: string,
  title: string,
): Promise<boolean> {
  const window = windowOf(contents);
  if (!window) return false;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    message: title, // macOS shows no title
    defaultPath: path.join(app.getPath('documents'), name),
    filters,
  });
  if (canceled || !filePath) return false;
  await atomicWrite(filePath, text, { backups: 0 });
  return true;
}
