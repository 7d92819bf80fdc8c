import path from 'node:path';
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions, type WebContents } from 'electron';
import { commandLabel } from '../../src-shared/model/commands';
import type { Say } from '../../src-shared/texts/texts';
import type { FileDialogs, FilePurpose, SavePurpose } from '../files/file-dialogs';
import { textsNow } from './language';

const transferFiles = (say: Say) => ({ name: say('box.file.exported'), extensions: ['json'] });

const opening: Record<FilePurpose, (say: Say) => OpenDialogOptions> = {
  privateKey: (say) => ({
    title: say('box.file.privateKey'),
    defaultPath: path.join(app.getPath('home'), '.ssh'),
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  }),
  gluuText: (say) => ({
    title: say('box.file.gluuText'),
    properties: ['openFile', 'showHiddenFiles'],
  }),
  transferFile: (say) => ({
    title: say(commandLabel('importProfiles')),
    defaultPath: app.getPath('documents'),
    filters: [transferFiles(say), { name: say('box.file.all'), extensions: ['*'] }],
    properties: ['openFile'],
  }),
};

const saving: Record<SavePurpose, (say: Say) => SaveDialogOptions> = {
  text: () => ({}),
  transferFile: (say) => ({ filters: [transferFiles(say)] }),
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
      const { say } = await textsNow();
      const { canceled, filePaths } = await dialog.showOpenDialog(over, opening[purpose](say));
      return canceled ? undefined : filePaths[0];
    },
    async chooseTarget({ purpose, name, title }) {
      const over = window();
      if (!over) return undefined;
      const { say } = await textsNow();
      const words = title && say(title);
      const { canceled, filePath } = await dialog.showSaveDialog(over, {
        ...saving[purpose](say),
        ...(words === undefined ? {} : { title: words, message: words }), // macOS shows no title
        defaultPath: path.join(app.getPath('documents'), path.basename(name)),
      });
      return canceled || !filePath ? undefined : filePath;
    },
  };
}
