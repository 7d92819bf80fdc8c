import inspector from 'node:inspector';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reasonNotToStart } from '../../../../src-main/app/start-guards';

const electron = vi.hoisted(() => ({ isPackaged: true, switches: new Set<string>() }));
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.isPackaged;
    },
    commandLine: { hasSwitch: (name: string) => electron.switches.has(name) },
  },
}));

beforeEach(() => {
  electron.isPackaged = true;
  electron.switches.clear();
  vi.stubEnv('NODE_DEBUG', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('an ordinary start is fine', () => {
  for (const name of ['demo', 'user-data-dir', 'smoke-test', 'lang']) electron.switches.add(name);
  expect(reasonNotToStart()).toBeUndefined();
});

test('no environment variable switches certificate checks off', () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  expect(reasonNotToStart()).toBeUndefined();
  expect(process.env.NODE_TLS_REJECT_UNAUTHORIZED).toBeUndefined();
});

test.each(['tls', 'ldapts', 'http,net', '*'])('NODE_DEBUG=%s is refused, in development too', (value) => {
  vi.stubEnv('NODE_DEBUG', value);
  for (const isPackaged of [true, false]) {
    electron.isPackaged = isPackaged;
    expect(reasonNotToStart()).toMatch(/^NODE_DEBUG is set/);
  }
});

const switches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'js-flags',
  'load-extension',
  'inspect',
  'inspect-brk',
  'inspect-wait',
  'disable-web-security',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'log-net-log',
];
test.each(switches)('a release does not start with --%s', (name) => {
  electron.switches.add(name);
  expect(reasonNotToStart()).toBe(`The switch --${name} is not taken.`);
});

test('development and a build made for tests take them', () => {
  for (const name of switches) electron.switches.add(name);
  vi.spyOn(inspector, 'url').mockReturnValue('ws://127.0.0.1:1/x');
  expect(reasonNotToStart()).toBeUndefined();
  vi.spyOn(inspector, 'url').mockReturnValue(undefined);
  electron.isPackaged = false;
  expect(reasonNotToStart()).toBeUndefined();
});
