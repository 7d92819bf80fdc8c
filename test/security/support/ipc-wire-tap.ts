import type { ElectronApplication, Page } from '@playwright/test';

interface InMain {
  tapped?: string[];
}

/** Records from now on everything that main and the core answer or push to the page, as text. */
export async function tapWire(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate(({ ipcMain, MessageChannelMain, webContents }) => {
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
      // The core's port ends here, and the page gets another one.
      const post = contents.postMessage.bind(contents);
      contents.postMessage = (channel, message, [core] = []) => {
        const { port1, port2 } = new MessageChannelMain();
        core?.on('message', ({ data }) => {
          keep(data);
          port2.postMessage(data);
        });
        port2.on('message', ({ data }) => core?.postMessage(data));
        core?.start();
        port2.start();
        post(channel, message, [port1]);
      };
    }
  });
  // The page asks for its port when it is loaded.
  await page.reload();
  await page.getByRole('main').waitFor();
}

/** What was recorded so far, a text for each answer and push. */
export const tappedTexts = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as InMain).tapped ?? []);
