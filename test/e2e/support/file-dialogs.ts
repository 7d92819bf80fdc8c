import type { ElectronApplication } from '@playwright/test';

/** The system's file dialogs answer with this file from now on, as a test cannot click them. */
export const answerFileDialogs = (app: ElectronApplication, file: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    const save = async () => ({ canceled: false, filePath: chosen });
    const open = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = save as typeof dialog.showSaveDialog;
    dialog.showOpenDialog = open as typeof dialog.showOpenDialog;
  }, file);
