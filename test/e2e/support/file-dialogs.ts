import type { ElectronApplication } from '@playwright/test';
import type { FileFilter, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { SHOWN } from './bare-texts';

/** The system's file dialogs answer with this file from now on, as a test cannot click them. */
export const answerFileDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(
    ({ dialog }, { chosen, shown }) => {
      const tell = ({ title, message, filters }: { title?: string; message?: string; filters?: FileFilter[] }) =>
        // biome-ignore lint/suspicious/noConsole: the way from main to the test
        console.debug(shown + JSON.stringify([title ?? '', message ?? '', ...(filters ?? []).map(({ name }) => name)]));
      const save = async (_window: unknown, options: SaveDialogOptions) => {
        tell(options);
        return { canceled: false, filePath: chosen };
      };
      const open = async (_window: unknown, options: OpenDialogOptions) => {
        tell(options);
        return { canceled: false, filePaths: [chosen] };
      };
      dialog.showSaveDialog = save as typeof dialog.showSaveDialog;
      dialog.showOpenDialog = open as typeof dialog.showOpenDialog;
    },
    { chosen: file, shown: SHOWN },
  );
