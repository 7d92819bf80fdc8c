import path from 'node:path';
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, type WebContents } from 'electron';
import { commandLabel } from '../../src-shared/model/commands';
import type { FileDialogs, FilePurpose, SavePurpose } from '../files/file-dialogs';
import { textsNow } from './language';

const transferFiles = { name: 'Exported servers', extensions: ['json'] };

const opening: Record<FilePurpose, () => OpenDialogOptions> = {
  privateKey: () => ({
    title: 'Choose the private key file',
    defaultPath: path.join(app.getPath('home'), '.ssh'),
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  }),
  gluuText: () => ({
    title: 'Open a properties file, a salt file or a certificate',
    properties: ['openFile', 'showHiddenFiles'],
  }),
  transferFile: () => ({
    title: textsNow().say(commandLabel('importProfiles')),
    defaultPath: app.getPath('documents'),
    filters: [transferFiles, { name: 'All files', extensions: ['*'] }],
    properties: ['openFile'],
  }),
};

const saving: Record<SavePurpose, SaveDialogOptions> = {
  text: {},
  transferFile: { filters: [transferFiles] },
};

/** The system's own file dialogs, over the window; without a window the answer is no. */
export function fileDialogs(contents: () => WebContents | undefined): FileDialogs {
  const window = () => {
    const shown = contents();
    return shown && !shown.isDestroyed() ? BrowserWindow.fromWebContents(shown) : null;
  };
  return {
    async choose(purpose) {
      const over = window();
      if (!over) return undefined;
      const { canceled, filePaths } = await dialog.showOpenDialog(over, opening[purpose]());
      return canceled ? undefined : filePaths[0];
    },
    async chooseTarget({ purpose, name, title }) {
      const over = window();
      if (!over) return undefined;
      const { canceled, filePath } = await dialog.showSaveDialog(over, {
        ...saving[purpose],
        ...(title === undefined ? {} : { title, message: title }), // macOS shows no title
        defaultPath: path.join(app.getPath('documents'), path.basename(name)),
      });
      return canceled || !filePath ? undefined : filePath;
    },
  };
}
