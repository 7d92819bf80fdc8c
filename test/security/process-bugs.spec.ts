import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { ElectronApplication } from 'playwright';
import { openHistory } from '../../src-main/history/history-log';
import { securityCase, titled } from './case';
import { roundOf, startScene } from './support/process-app';

test.setTimeout(90_000);

/** EX_SOFTWARE of sysexits.h. */
const bugCode = 70;

type Bug = (electron: ElectronApplication, text: string) => Promise<unknown>;

const bugs: Record<string, Bug> = {
  'an exception in a timer': (electron, text) =>
    electron.evaluate((_electron, text) => {
      setTimeout(() => {
        throw new Error(text);
      }, 50);
    }, text),
  'a rejection nobody looks at': (electron, text) =>
    electron.evaluate((_electron, text) => {
      setTimeout(() => void Promise.reject(new Error(text)), 50);
    }, text),
  'an exception in a socket’s handler': (electron, text) =>
    electron.evaluate((_electron, text) => {
      const net = process.getBuiltinModule('node:net');
      const server = net.createServer((socket) => socket.end('x'));
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as import('node:net').AddressInfo;
        net.connect(port, '127.0.0.1').on('data', () => {
          throw new Error(text);
        });
      });
    }, text),
};

test(titled('T56', 'a bug in the main process in the middle of Update'), async () => {
  const scene = await startScene({ holds: true });
  try {
    for (const [index, [name, bug]] of Object.entries(bugs).entries()) {
      await securityCase('T56', name, async () => {
        const { electron, folder } = scene.app;
        const round = roundOf(index + 1);
        await electron.evaluate(({ dialog }) => {
          const told = async ({ message }: { message: string }) => {
            process.stdout.write(`told: ${message}\n`);
            return { response: 0, checkboxChecked: false };
          };
          const asked = dialog.showMessageBox;
          dialog.showMessageBox = ((...args: Parameters<typeof asked>) =>
            args.length === 1 ? told(args[0] as { message: string }) : asked(...args)) as typeof asked;
        });
        let said = '';
        scene.main.stdout?.on('data', (chunk: Buffer) => {
          said += chunk.toString('utf8');
        });
        const planId = await scene.plan(round);
        const held = scene.holdAtModify();
        void scene.update(planId);
        await held;
        await bug(electron, `bug ${index}: password=open-sesame, bound with ${scene.slapd.password}`);
        await expect.poll(() => said, { timeout: 10_000 }).toContain('told: Gluu Console has to close.');
        // The write under way is waited for.
        expect(scene.main.exitCode).toBeNull();
        scene.proxy.heal();
        expect(await scene.ended()).toBe(bugCode);

        const log = readFileSync(path.join(folder, 'gluu-console.log'), 'utf8');
        expect(log).toContain(`bug ${index}: password=[hidden], bound with [hidden]`);
        expect(log).not.toContain('open-sesame');
        expect(log).not.toContain(scene.slapd.password);
        const history = await openHistory(path.join(folder, 'history.jsonl'));
        expect(await history.verify()).toMatchObject({ ok: true });
        expect(history.list()[0]).toMatchObject({ outcome: 'saved' });
        expect(await scene.stored()).toEqual(round);
        await scene.restart();
      });
    }
  } finally {
    await scene.stop();
  }
});
