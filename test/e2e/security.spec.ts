import { expect } from './support/app';
import { compromised, test } from './support/compromised';

const inside = compromised();

test.describe('the page', () => {
  test('comes with a strict policy, in a header', async () => {
    const headers = await inside.app.electron.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const response = await session?.fetch('app://ui/index.html');
      return Object.fromEntries(response?.headers.entries() ?? []);
    });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; .*connect-src 'none'/);
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  test('is isolated, sandboxed and without Node', async () => {
    const preferences = await inside.app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
    expect(preferences).toMatchObject({ webSecurity: true, webviewTag: false });
    const off = [
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'navigateOnDragDrop',
    ];
    expect(off.filter((name) => preferences[name])).toEqual([]);
    const globals = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'setImmediate',
      'ipcRenderer',
    ];
    expect(await inside.app.page.evaluate((names) => names.filter((name) => name in window), globals)).toEqual([]);
  });

  test('runs no code but its own', async () => {
    const outcomes = await inside.app.page.evaluate(async () => {
      const add = <T extends HTMLElement>(element: T) => document.body.appendChild(element);
      const anyText = (text: string) => text as never;
      const attempts: [string, () => unknown][] = [
        // biome-ignore lint/security/noGlobalEval: that it fails is the test
        ['eval', () => eval('1')],
        ['Function', () => new Function('return 1')()],
        ['setTimeout', () => setTimeout(anyText('document.title = "taken"'))],
        [
          'innerHTML',
          () => Object.assign(add(document.createElement('p')), { innerHTML: '<img src=x onerror=alert(1)>' }),
        ],
        ['insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')],
        ['document.write', () => document.write('<script>document.title = "taken"</script>')],
        ['srcdoc', () => Object.assign(add(document.createElement('iframe')), { srcdoc: '<b>x</b>' })],
        ['DOMParser', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')],
        ['script text', () => Object.assign(document.createElement('script'), { text: 'document.title = "taken"' })],
        ['script address', () => Object.assign(document.createElement('script'), { src: 'app://ui/x.js' })],
        ['handler', () => add(document.createElement('p')).setAttribute('onclick', 'alert(1)')],
        ['blob worker', () => new Worker(URL.createObjectURL(new Blob(['1'])))],
        ['service worker', () => navigator.serviceWorker.register('x.js')],
        [
          'policy',
          () =>
            (window as never as { trustedTypes: { createPolicy(...a: unknown[]): unknown } }).trustedTypes.createPolicy(
              'default',
              {},
            ),
        ],
      ];
      const outcomes: Record<string, string> = {};
      for (const [name, attempt] of attempts) {
        // In a timer: code that comes over the debugger itself is exempt from the policy.
        outcomes[name] = await new Promise<string>((resolve) => {
          setTimeout(async () => {
            try {
              await attempt();
              resolve('ran');
            } catch (error) {
              resolve((error as Error).name);
            }
          });
        });
      }
      return outcomes;
    });
    expect(
      Object.entries(outcomes).filter(([, outcome]) => !/^(TypeError|EvalError|SecurityError)$/.test(outcome)),
    ).toEqual([]);
    expect(await inside.app.page.title()).not.toBe('taken');
  });

  test('goes nowhere and opens nothing', async () => {
    const { port } = inside.post;
    const outcomes = await inside.app.page.evaluate(async (away) => {
      const click = (about: Partial<HTMLAnchorElement>, init: MouseEventInit = {}) => {
        const link = document.body.appendChild(Object.assign(document.createElement('a'), about));
        link.dispatchEvent(
          new MouseEvent(init.button === 1 ? 'auxclick' : 'click', { bubbles: true, cancelable: true, ...init }),
        );
        link.remove();
      };
      const submit = (about: Partial<HTMLFormElement>) => {
        const form = document.body.appendChild(Object.assign(document.createElement('form'), about));
        form.submit();
        form.remove();
      };
      const frame = (tag: string, name: string) => {
        const added = document.body.appendChild(document.createElement(tag));
        try {
          added.setAttribute(name, away);
        } catch (error) {
          if (!(error instanceof TypeError)) throw error; // Trusted Types refuse some of them
        }
        return added;
      };
      const opened = [window.open(away), window.open('about:blank'), window.open('app://ui/index.html', 'x', 'popup')];
      click({ href: away });
      click({ href: away, target: '_blank' });
      click({ href: away }, { button: 1 });
      click({ href: away }, { ctrlKey: true });
      click({ href: 'app://ui/index.html', download: 'x.html' });
      submit({ action: away, method: 'post' });
      submit({ action: 'app://ui/index.html?x', method: 'get' });
      submit({ action: away, target: '_blank' });
      const frames = [frame('iframe', 'src'), frame('webview', 'src'), frame('object', 'data'), frame('embed', 'src')];
      const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${away}` });
      document.head.append(refresh);
      for (const address of [
        away,
        'https://example.org/',
        'file:///etc/passwd',
        'data:text/html,x',
        'about:blank',
        'app://other/',
        'app://ui/index.html?x',
        'chrome://version',
        'blob:app://ui/x',
      ]) {
        location.href = address;
        location.replace(address);
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
      for (const added of [...frames, refresh]) added.remove();
      return { opened, title: document.title };
    }, `http://127.0.0.1:${port}/`);
    expect(outcomes).toEqual({ opened: [null, null, null], title: 'Gluu Console' });
    expect(inside.post.heard).toEqual([]);
  });

  test('is granted nothing', async () => {
    const outcomes = await inside.app.page.evaluate(async () => {
      const names = [
        'accelerometer',
        'ambient-light-sensor',
        'background-fetch',
        'background-sync',
        'camera',
        'clipboard-read',
        'clipboard-write',
        'display-capture',
        'geolocation',
        'gyroscope',
        'idle-detection',
        'keyboard-lock',
        'local-fonts',
        'magnetometer',
        'microphone',
        'midi',
        'nfc',
        'notifications',
        'payment-handler',
        'persistent-storage',
        'pointer-lock',
        'push',
        'screen-wake-lock',
        'storage-access',
        'top-level-storage-access',
        'window-management',
      ];
      const states = await Promise.all(
        names.map(async (name) => {
          const query = navigator.permissions.query({ name: name as PermissionName });
          return [
            name,
            await query.then(
              ({ state }) => state,
              (error: Error) => error.name,
            ),
          ] as const;
        }),
      );
      const asked: Record<string, () => Promise<unknown>> = {
        notification: async () =>
          Notification.requestPermission().then((state) => state === 'granted' || Promise.reject(new Error(state))),
        place: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        camera: async () => navigator.mediaDevices.getUserMedia({ video: true }),
        screen: async () => navigator.mediaDevices.getDisplayMedia(),
        clipboard: async () => navigator.clipboard.readText(),
        midi: async () => navigator.requestMIDIAccess({ sysex: true }),
        fullscreen: async () => document.documentElement.requestFullscreen(),
        usb: async () =>
          (navigator as never as { usb: { requestDevice(o: object): Promise<unknown> } }).usb.requestDevice({
            filters: [],
          }),
        serial: async () =>
          (navigator as never as { serial: { requestPort(): Promise<unknown> } }).serial.requestPort(),
        hid: async () =>
          (navigator as never as { hid: { requestDevice(o: object): Promise<unknown[]> } }).hid
            .requestDevice({ filters: [] })
            .then((found) => found[0] ?? Promise.reject(new Error('none'))),
        bluetooth: async () =>
          (navigator as never as { bluetooth: { requestDevice(o: object): Promise<unknown> } }).bluetooth.requestDevice(
            { acceptAllDevices: true },
          ),
      };
      const given: string[] = [];
      const answers = Object.entries(asked).map(async ([name, ask]) => {
        const granted = await ask().then(
          () => true,
          () => false,
        );
        if (granted) given.push(name);
      });
      // Some are never answered, which is no permission either.
      await Promise.race([Promise.all(answers), new Promise((resolve) => setTimeout(resolve, 3000))]);
      return {
        granted: states.filter(([, state]) => state === 'granted').map(([name]) => name),
        known: states.filter(([, s]) => s === 'denied').length,
        given,
      };
    });
    expect(outcomes).toMatchObject({ granted: [], given: [] });
    expect(outcomes.known).toBeGreaterThan(10); // or nothing was asked
  });
});
