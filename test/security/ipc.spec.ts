import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { callTable } from '../../src-main/calls/call-table';
import { contract } from '../../src-shared/contract/contract';
import { expect } from '../e2e/support/app';
import { compromised, type OurWindow, test } from '../e2e/support/compromised';
import { saying } from '../support/english';
import { securityCase, titled } from './case';

const inside = compromised();

test(titled('T79'), async () => {
  await securityCase('T79', 'the reviewed list', async () => {
    const channels = await inside.app.electron.evaluate(({ ipcMain }) => {
      const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
      return [...handlers.keys(), ...ipcMain.eventNames().map(String)];
    });
    // `error` is Electron's own.
    expect(channels.filter((name) => name !== 'error').sort()).toEqual(['gluu:call', 'gluu:connect']);
    const reviewedCalls = Object.keys(callTable);
    expect(Object.keys(contract).sort()).toEqual(reviewedCalls.sort());
    const words = reviewedCalls.flatMap((name) => name.split(/[.]|(?=[A-Z])/).map((word) => word.toLowerCase()));
    const forbidden = ['secret', 'password', 'exec', 'shell', 'spawn', 'eval', 'file', 'path', 'get'];
    expect(words.filter((word) => forbidden.includes(word))).toEqual([]);
    for (const name of ['secret.get', 'keychain.get', 'file.read', 'shell.open', '__proto__', 'constructor']) {
      expect(await inside.call(name)).toMatchObject({
        result: { failure: { reason: saying('There is no such call.') } },
      });
    }
  });
});

test.describe(titled('T82'), () => {
  const log = () => readFileSync(path.join(inside.app.folder, 'gluu-console.log'), 'utf8');
  const refusals = () => {
    try {
      return log().split('a call from a foreign frame was refused').length - 1;
    } catch {
      return 0; // nothing was logged yet
    }
  };
  type Door = 'gluu:call' | 'gluu:connect';
  /** Calls main's own handler with a frame as Electron would hand it over, and gives what it threw. */
  const from = (kind: string, door: Door = 'gluu:call') =>
    inside.app.electron.evaluate(
      async ({ ipcMain, BrowserWindow }, [kind, door]) => {
        const { _invokeHandlers: handlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: IpcMainInvokeEvent, ...rest: unknown[]) => Promise<unknown>>;
        };
        const sender = BrowserWindow.getAllWindows()[0]?.webContents;
        const top = sender?.mainFrame;
        const frames: Record<string, unknown> = {
          top,
          subFrame: top?.frames[0],
          srcdoc: { parent: top, url: 'about:srcdoc' },
          destroyed: null,
          blank: { parent: null, url: 'about:blank' },
          empty: { parent: null, url: '' },
          other: { parent: null, url: 'app://other/index.html' },
        };
        const senderFrame = frames[kind];
        if (senderFrame === undefined) throw new Error(`no frame for ${kind}`);
        const event = { sender, senderFrame } as unknown as IpcMainInvokeEvent;
        const call = handlers.get(door);
        const id = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';
        return Promise.resolve(call?.(event, 'app.takeWork', undefined, id)).then(
          (answered) => {
            const { result } = (answered ?? { result: { ok: true } }) as { result: { ok: boolean } };
            return result.ok ? 'answered' : 'failed';
          },
          (error: Error) => error.message,
        );
      },
      [kind, door] as const,
    );
  const refused = async (ask: (door: Door) => Promise<unknown>) => {
    for (const door of ['gluu:call', 'gluu:connect'] as const) {
      const before = refusals();
      expect(await ask(door)).toContain('call from a frame that is not ours');
      await expect.poll(refusals).toBeGreaterThan(before);
    }
  };

  test('the top frame is answered, so that a refusal means something', async () => {
    expect(await from('top')).toBe('answered');
    // Last, because the page's own port ends with it.
    expect(await from('top', 'gluu:connect')).toBe('answered');
    await inside.app.page.reload();
    await expect(inside.app.page.getByRole('main')).toBeVisible();
  });
  test('a real sub-frame', async () => {
    await inside.app.page.evaluate(() => {
      document.body.appendChild(document.createElement('iframe'));
    });
    await securityCase('T82', 'sub-frame', () => refused((door) => from('subFrame', door)));
    await inside.app.page.evaluate(() => document.querySelector('iframe')?.remove());
  });
  test('a frame made of text, a destroyed one, one without an address, another host', async () => {
    await securityCase('T82', 'srcdoc', () => refused((door) => from('srcdoc', door)));
    await securityCase('T82', 'destroyed', () => refused((door) => from('destroyed', door)));
    await securityCase('T82', 'no address', async () => {
      await refused((door) => from('empty', door));
      await refused((door) => from('blank', door));
    });
    await securityCase('T82', 'app://other', () => refused((door) => from('other', door)));
  });
  test('a second window with the same preload script', async () => {
    await securityCase('T82', 'second window', () =>
      refused((door) =>
        inside.app.electron.evaluate(
          async ({ app, BrowserWindow }, name) => {
            const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
            const webPreferences = { preload, contextIsolation: true, sandbox: true };
            const other = new BrowserWindow({ show: false, webPreferences });
            await other.loadURL('data:text/html,<p>1</p>');
            const id = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';
            const ask = (contents: WebContents) =>
              contents.executeJavaScript(
                `gluu.call('${name}', undefined, '${id}').then(() => 'answered', (error) => error.message)`,
              ) as Promise<string>;
            const said = await ask(other.webContents);
            other.destroy();
            return said;
          },
          door === 'gluu:call' ? 'app.takeWork' : 'app.state',
        ),
      ),
    );
  });
});

test(titled('T88'), async () => {
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
    const names = Reflect.ownKeys(gluu).map(String).sort();
    const functions = Object.values(gluu) as ((...rest: unknown[]) => unknown)[];
    return {
      names,
      kinds: [...new Set(functions.map((value) => typeof value))],
      frozen: Object.isFrozen(gluu),
      refused: [
        refused(() => Object.assign(gluu, { call: () => 'taken' })),
        refused(() => Object.assign(gluu, { more: 1 })),
        refused(() => Object.assign(window, { gluu: {} })),
        refused(() => Object.defineProperty(window, 'gluu', { value: {} })),
        refused(() => Object.setPrototypeOf(gluu, {})),
      ],
      // What comes over the bridge has the prototypes of the page, or a script could reach the preload's world by them.
      ownPrototypes: [
        Object.getPrototypeOf(gluu) === Object.prototype,
        ...functions.map((each) => Object.getPrototypeOf(each) === Function.prototype),
      ],
      // biome-ignore lint/complexity/useLiteralKeys: read as a script of the page would try it
      constructed: functions.map((each) => each['constructor'] === Function),
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
    };
  });
  await securityCase('T88', 'frozen', () => {
    expect([found.frozen, ...found.refused]).toEqual([true, true, true, true, true, true]);
  });
  await securityCase('T88', 'four functions', () => {
    expect([found.names, found.kinds]).toEqual([['call', 'cancel', 'onEvent', 'onProgress'], ['function']]);
  });
  await securityCase('T88', 'prototypes and globals', () => {
    expect([...new Set([...found.ownPrototypes, ...found.constructed])]).toEqual([true]);
    expect(found.globals).toEqual([]);
  });
  await securityCase('T88', 'arguments of the listeners', async () => {
    const heard = inside.app.page.evaluate(
      () =>
        new Promise((resolve) => {
          const { gluu } = window as unknown as OurWindow;
          gluu.onEvent(((...given: { kind?: string }[]) => {
            // The core may have something to tell meanwhile, as of the keychain.
            if (given[0]?.kind === 'command') resolve({ count: given.length, given });
          }) as never);
        }),
    );
    const told = { kind: 'command', command: 'home' };
    await expect
      .poll(async () => {
        await inside.app.electron.evaluate(({ BrowserWindow }, event) => {
          BrowserWindow.getAllWindows()[0]?.webContents.send('gluu:event', event);
        }, told);
        return Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 200))]);
      })
      .toEqual({ count: 1, given: [told] });
  });
});
