import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** Starts the app as a desktop would, without Playwright in between, and waits for its end. Dialogs are on what it `said`. */
export async function startAgain(program: string, folder: string, env: Record<string, string> = {}) {
  const hook = ['-r', path.resolve('test/e2e/support/dialog-hook.cjs'), '.'];
  const args = [...(process.env.GLUU_APP ? [] : hook), `--user-data-dir=${folder}`];
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = text(child.stderr);
  const [code] = await once(child, 'exit');
  return { code, said: await said };
}
