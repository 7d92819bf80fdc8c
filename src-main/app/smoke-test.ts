import { app, type BrowserWindow } from 'electron';

const LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 100;

/**
 * `--smoke-test`: tells on standard output whether the window came up and main answers it, and whether the app's own threads
 * run as they are packed (`ownThreads` rejects if not), then ends the app.
 */
export async function runSmokeTest(window: BrowserWindow, ownThreads: () => Promise<void>): Promise<void> {
  await ownThreads();
  const until = Date.now() + LIMIT_MS;
  while (Date.now() < until) {
    const heading = await window.webContents
      .executeJavaScript('document.querySelector("h1")?.textContent ?? ""')
      .catch(() => ''); // not loaded yet
    if (heading) {
      process.stdout.write(`smoke: ready ${process.versions.electron}\n`);
      app.exit(0);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  process.stdout.write('smoke: the window stayed empty\n');
  app.exit(1);
}
