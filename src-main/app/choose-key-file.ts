import path from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';

/** Asks for a private key file in the system's own dialog; undefined if the user said no. Reads nothing. */
export async function chooseKeyFile(contents: WebContents | undefined): Promise<string | undefined> {
  const window = contents && BrowserWindow.fromWebContents(contents);
  if (!window) return undefined;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose the private key file',
    defaultPath: path.join(app.getPath('home'), '.ssh'),
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  });
  return canceled ? undefined : filePaths[0];
}
