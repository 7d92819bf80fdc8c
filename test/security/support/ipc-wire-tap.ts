import type { ElectronApplication } from '@playwright/test';

interface InMain {
  tapped?: string[];
}

/** Records from now on everything main answers or pushes to any window, as text. */
export async function tapWire(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain, webContents }) => {
    const main = globalThis as InMain;
    main.tapped = [];
    const { tapped } = main;
    const keep = (value: unknown) => tapped.push(JSON.stringify(value) ?? String(value));
    type Handler = (...given: unknown[]) => unknown;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    for (const [channel, handle] of [...handlers]) {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, async (...given) => {
        const answered = await handle(...given);
        keep(answered);
        return answered;
      });
    }
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...rest: unknown[]) => {
        keep(rest);
        send(channel, ...rest);
      };
    }
  });
}

/** What was recorded so far, a text for each answer and push. */
export const tappedTexts = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as InMain).tapped ?? []);
