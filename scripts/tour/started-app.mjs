// The real app, started for a tour: with a folder of its own that goes when it ends, and without the user's keychain.
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';

const QUIT_LIMIT = 20_000;
const GESTURE_LIMIT = 15_000;

/**
 * Starts the app from out/. Gives `{ page, pid, folder, complaints, quit, kill, close }`: its window, where it keeps its
 * files, what the window complained about, and the ways to end it; `close` removes its folder as well. `env` is set on top;
 * `fill` puts into the folder what is to lie there already.
 */
export async function startApp(root, { env = {}, fill } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-console-tour-'));
  // Chromium's helpers and the core outlive a killed app for a moment, on a busy machine for seconds, and go on writing.
  const remove = () => fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  const launched = async () => {
    await fill?.(folder);
    return launch(root, folder, env);
  };
  const electron = await launched().catch(async (error) => {
    await remove();
    throw error;
  });
  const program = electron.process();
  const gone = once(program, 'exit');
  const kill = () => program.kill('SIGKILL');
  process.once('exit', kill);
  // Questions of the system cannot be clicked from here: they are answered as a user does who means it.
  await electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
  });
  const page = await electron.firstWindow();
  page.setDefaultTimeout(GESTURE_LIMIT);
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));

  /** Ends the app the way its menu does; gives its exit code. */
  async function quit() {
    const late = setTimeout(kill, QUIT_LIMIT);
    // The answer gets lost if the app is faster.
    electron.evaluate(({ app }) => app.quit()).catch(() => {});
    const [code] = await gone;
    clearTimeout(late);
    return code;
  }
  async function close() {
    kill();
    await gone;
    process.off('exit', kill);
    await remove();
  }
  return { page, pid: program.pid, folder, complaints, quit, kill, close };
}

function launch(root, folder, env) {
  // With no bus there is no keychain: the demo fleet needs none, and the user's own is not asked for its password.
  const withoutKeychain = process.platform === 'linux' ? { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } : {};
  return _electron.launch({
    args: ['.', `--user-data-dir=${folder}`],
    cwd: root,
    env: { ...process.env, ...withoutKeychain, ...env },
    colorScheme: null, // the colours are the app's own business: the tour changes them in the app
  });
}
