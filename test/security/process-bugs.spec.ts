import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openHistory } from '../../src-main/history/history-log';
import { expect, test } from '../e2e/support/app';
import { plain } from '../e2e/support/bare-texts';
import { securityCase, titled } from './case';
import { roundOf, type Scene, startScene } from './support/process-app';

test.setTimeout(180_000);

/** EX_SOFTWARE of sysexits.h. */
const bugCode = 70;

/** Scripts that break the process they run in, each with a text that must not be logged as it is. */
const bugs: Record<string, (text: string) => string> = {
  'an exception in a timer': (text) => `setTimeout(() => { throw new Error(${text}); }, 50);`,
  'a rejection nobody looks at': (text) => `setTimeout(() => void Promise.reject(new Error(${text})), 50);`,
  'an exception in a socket’s handler': (text) => `
    const net = process.getBuiltinModule('node:net');
    const server = net.createServer((socket) => socket.end('x'));
    server.listen(0, '127.0.0.1', () => {
      net.connect(server.address().port, '127.0.0.1').on('data', () => { throw new Error(${text}); });
    });`,
};
const processes = {
  core: ({ app }: Scene, script: string) => app.runInCore(`{${script}}`),
  main: ({ app }: Scene, script: string) =>
    app.electron.evaluate(
      (_, script) => void process.getBuiltinModule('node:vm').runInThisContext(script),
      `{${script}}`,
    ),
};
const rounds = Object.entries(bugs).flatMap(([name, bug]) =>
  Object.entries(processes).map(([where, runIn]) => ({ name, bug, where, runIn })),
);

test(titled('T56'), async () => {
  const scene = await startScene({ holds: true });
  try {
    for (const [index, { name, bug, where, runIn }] of rounds.entries()) {
      await securityCase('T56', `${name}, in ${where}`, async () => {
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
        // Main knows no secret, so none can be in its words.
        const bound = where === 'core' ? `, bound with ${scene.slapd.password}` : '';
        await runIn(scene, bug(JSON.stringify(`bug ${index}: password=open-sesame${bound}`)));
        await expect.poll(() => plain(said), { timeout: 10_000 }).toContain('told: Gluu Console has to close.');
        // The write under way is waited for.
        expect(scene.main.exitCode).toBeNull();
        scene.proxy.heal();
        expect(await scene.ended()).toBe(bugCode);

        const log = readFileSync(path.join(folder, 'gluu-console.log'), 'utf8');
        expect(log).toContain(`bug ${index}: password=[hidden]${where === 'core' ? ', bound with [hidden]' : ''}`);
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
