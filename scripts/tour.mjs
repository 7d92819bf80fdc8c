// Shows the whole main job in the real app on its demo fleet, step by step, with pictures (`npm run tour`; `npm start`
// runs it where there is no display). `--out DIR` chooses where the pictures go, `--pictures` renews those of the README.
// Exit code 0: every step went well, 1: one did not, 2: an argument is unknown, 3: Electron cannot run here.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureFreshBuild } from './fresh-build.mjs';
import { runShown } from './run.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { hasDisplay } from './virtual-display.mjs';

const script = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(script), '..');
const UNKNOWN_ARGUMENT = 2;
const CANNOT_START = 3;

const say = (line) => console.log(`[tour] ${line}`);

function readArguments() {
  const options = {
    out: { type: 'string' },
    pictures: { type: 'boolean', default: false },
    demo: { type: 'boolean' }, // what `npm run demo` hands on: the tour shows the demo fleet anyway
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    say(`${error.message}; there are --out DIR and --pictures`);
    return undefined;
  }
}

async function prepare() {
  if (!(await ensureElectronRuntime()) || !ensureSystemLibraries('run')) return CANNOT_START;
  const complaint = ensureFreshBuild();
  if (complaint) say(`the build failed:\n${complaint}`);
  return complaint ? 1 : 0;
}

/** npm runs us in the project folder; a relative name is meant from where the user stands. */
function folderFor(name) {
  if (!name) return fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-console-pictures-'));
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

async function show({ out, pictures }) {
  // Loaded late: arguments and libraries are looked at before Playwright is.
  const { startApp } = await import('./tour/started-app.mjs');
  const { runSteps } = await import('./tour/run-steps.mjs');
  const { handsOn } = await import('./tour/window.mjs');
  const { steps } = await import('./tour/steps.mjs');
  const folder = folderFor(out);
  const app = await startApp(root);
  let stopped = false;
  const stop = () => {
    stopped = true;
    app.kill();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const failed = await runSteps(
      steps,
      { ...app, ...handsOn(app.page) },
      {
        folder,
        pictures: pictures ? path.join(root, 'docs', 'pictures') : undefined,
        say,
        stopped: () => stopped,
      },
    );
    if (stopped) say('stopped');
    else
      say(failed.length === 0 ? `all ${steps.length} steps went well` : `${failed.length} of ${steps.length} failed`);
    say(`pictures: ${folder}`);
    return failed.length === 0 && !stopped ? 0 : 1;
  } finally {
    await app.close();
  }
}

async function tour() {
  const wishes = readArguments();
  if (!wishes) return UNKNOWN_ARGUMENT;
  const obstacle = await prepare();
  if (obstacle) return obstacle;
  if (hasDisplay()) return show(wishes);
  return runShown(process.execPath, [script, ...process.argv.slice(2)]);
}

process.exitCode = await tour();
