import type { WebContents } from 'electron';
import { expect } from './support/app';
import { compromised, type OurWindow, test } from './support/compromised';

const inside = compromised();

test.describe('the bridge', () => {
  test('is four frozen functions that cannot be replaced', async () => {
    const found = await inside.app.page.evaluate(() => {
      const { gluu } = window as unknown as OurWindow;
      const refused = (change: () => unknown) => {
        try {
          change();
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      };
      return {
        names: Reflect.ownKeys(gluu).map(String).sort(),
        kinds: [...new Set(Object.values(gluu).map((value) => typeof value))],
        frozen: Object.isFrozen(gluu),
        refused: [
          refused(() => Object.assign(gluu, { call: () => 'taken' })),
          refused(() => Object.assign(gluu, { more: 1 })),
          refused(() => Object.assign(window, { gluu: {} })),
          refused(() => Object.defineProperty(window, 'gluu', { value: {} })),
          refused(() => Object.setPrototypeOf(gluu, {})),
        ],
      };
    });
    expect(found).toEqual({
      names: ['call', 'cancel', 'onEvent', 'onProgress'],
      kinds: ['function'],
      frozen: true,
      refused: [true, true, true, true, true],
    });
  });

  test('hands plain data to its listeners, and nothing of Electron', async () => {
    const heard = inside.app.page.evaluate(
      () =>
        new Promise((resolve) => {
          const listen = (...heard: unknown[]) => resolve(heard);
          (window as unknown as OurWindow).gluu.onEvent(listen as never);
        }),
    );
    const told = { kind: 'command', command: 'nothing' };
    await expect
      .poll(async () => {
        await inside.app.electron.evaluate(({ BrowserWindow }, event) => {
          BrowserWindow.getAllWindows()[0]?.webContents.send('gluu:event', event);
        }, told);
        return Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 200))]);
      })
      .toEqual([told]);
  });

  test('takes known calls with fit input, and survives everything else', async () => {
    for (const name of [
      'app.nothing',
      '__proto__',
      'constructor',
      '',
      'x'.repeat(100_000),
      null,
      1,
      ['app.state'],
      {},
    ]) {
      expect(await inside.call(name)).toEqual({
        result: { ok: false, failure: { code: 'input.invalid', detail: 'no such call' } },
        steps: [],
      });
    }
    for (const input of [undefined, null, 'x', [], {}, { serverId: '..' }, { serverId: 'x'.repeat(1_000_000) }]) {
      expect(await inside.call('server.remove', input)).toMatchObject({
        result: { failure: { code: 'input.invalid' } },
      });
    }
    for (const callId of [null, '', 'x', {}, 'x'.repeat(1_000_000)]) {
      expect(await inside.call('app.state', undefined, callId)).toMatchObject({ result: { ok: false } });
    }
    const uncloneable = await inside.app.page.evaluate(() => {
      const { gluu } = window as unknown as OurWindow;
      const circle: Record<string, unknown> = {};
      circle.circle = circle;
      const inputs: unknown[] = [
        () => 1,
        Symbol('x'),
        circle,
        1n,
        new Map([[1, 2]]),
        document.body,
        new Proxy({}, {}),
        Array(1e6).fill(0),
      ];
      return Promise.all(
        inputs.map((input) =>
          Promise.resolve()
            .then(() => gluu.call('app.setTheme', input, crypto.randomUUID()))
            .then(
              (answered) => (answered as { result: { ok: boolean } }).result.ok,
              () => false,
            ),
        ),
      );
    });
    expect(uncloneable).toEqual(uncloneable.map(() => false));
  });

  test('a flood of calls is answered, all of it', async () => {
    const answers = await inside.app.page.evaluate(async () => {
      const { gluu } = window as unknown as OurWindow;
      const calls = Array.from({ length: 5000 }, () => gluu.call('app.state', undefined, crypto.randomUUID()));
      const given = (await Promise.all(calls)) as { result: { ok: boolean; failure?: { detail?: string } } }[];
      return given.map(({ result }) => (result.ok ? 'done' : result.failure?.detail));
    });
    expect(answers).toHaveLength(5000);
    expect(answers.filter((said) => said !== 'done' && said !== 'this call cannot be taken')).toEqual([]);
    expect(answers).toContain('done');
  });

  test('is not in a frame, and main hears no other window', async () => {
    const inFrame = await inside.app.page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const has = 'gluu' in (frame.contentWindow ?? window);
      frame.remove();
      return has;
    });
    expect(inFrame).toBe(false);
    const answers = await inside.app.electron.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, contextIsolation: true, sandbox: true },
      });
      const ask = (contents: WebContents) =>
        contents.executeJavaScript(
          "gluu.call('app.state', undefined, crypto.randomUUID?.() ?? '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d').then(() => 'answered', (error) => error.message)",
        ) as Promise<string>;
      const answers: string[] = [];
      for (const address of ['about:blank', 'data:text/html,<p>x</p>']) {
        await other.loadURL(address);
        answers.push(await ask(other.webContents));
      }
      other.destroy();
      return answers;
    });
    expect(answers).toHaveLength(2);
    for (const said of answers) expect(said).toContain('call from a frame that is not ours');
  });

  test('has two channels in main', async () => {
    const channels = await inside.app.electron.evaluate(({ ipcMain }) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
      return [...handlers.keys(), ...ipcMain.eventNames().map(String)];
    });
    // `error` is Electron's own.
    expect(channels.filter((name) => name !== 'error').sort()).toEqual(['gluu:call', 'gluu:cancel']);
  });
});
