import inspector from 'node:inspector';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reasonNotToStart as reason } from '../../../../src-main/app/start-guards';
import { inEnglish } from '../../../support/english';

/** As the user reads it. */
const reasonNotToStart = () => inEnglish(reason());

const electron = vi.hoisted(() => ({ isPackaged: true, argv: process.argv }));
const environment = { ...process.env };
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.isPackaged;
    },
  },
}));

beforeEach(() => {
  electron.isPackaged = true;
  process.argv = ['/opt/gluu-console'];
  vi.spyOn(process, 'geteuid').mockReturnValue(1000);
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', undefined);
  vi.stubEnv('NODE_DEBUG', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.argv = electron.argv;
  // Later files would miss what the guards take out of it.
  Object.assign(process.env, environment);
});

test('an ordinary start is fine', () => {
  startWith(
    '--demo',
    '--user-data-dir=/x',
    '--smoke-test',
    '--lang=de',
    '--language=de',
    '--ozone-platform=wayland',
    'file',
    '--',
    '--any',
  );
  expect(reasonNotToStart()).toBeUndefined();
});

test('no environment variable switches certificate checks off', () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  expect(reasonNotToStart()).toBeUndefined();
  expect(process.env.NODE_TLS_REJECT_UNAUTHORIZED).toBeUndefined();
});

test.each([
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_V8_COVERAGE',
  'NODE_VARIABLE_OF_TOMORROW',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SSLKEYLOGFILE',
  'OPENSSL_CONF',
])('%s is taken out of the environment, in development too', (name) => {
  for (const isPackaged of [true, false]) {
    electron.isPackaged = isPackaged;
    vi.stubEnv(name, '/x');
    expect(reasonNotToStart()).toBeUndefined();
    expect(process.env[name]).toBeUndefined();
  }
});

test('NODE_DEBUG_NATIVE is refused too', () => {
  vi.stubEnv('NODE_DEBUG_NATIVE', 'tls');
  expect(reasonNotToStart()).toBe('NODE_DEBUG_NATIVE is set: it prints how connections are encrypted. Unset it.');
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
  'no-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'disable-setuid-sandbox',
  'disable-site-isolation-trials',
  'single-process',
  'no-zygote',
  'allow-file-access-from-files',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'ignore-certificate-errors',
  'ssl-key-log-file',
  'enable-features',
  'disable-features',
  'a-switch-of-tomorrow',
];
const startWith = (...words: string[]) => void process.argv.push(...words);
test.each(switches)('a release does not start with --%s', (name) => {
  for (const word of [`--${name}`, `-${name}`, `--${name}=1`, ` --${name}`, `\t-${name}`]) {
    process.argv = ['/opt/gluu-console', '--demo', word];
    expect(reasonNotToStart()).toContain(`The switch --${name} is not accepted: `);
  }
});

test('who has no sandbox is told which package brings one', () => {
  startWith('--no-sandbox');
  expect(reasonNotToStart()).toMatch(/^The switch --no-sandbox is not accepted: .*install the deb or rpm package/);
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', '1');
  expect(reasonNotToStart()).toMatch(/^ELECTRON_DISABLE_SANDBOX is set\. Unset it: .*install the deb or rpm package/);
});

test('a release starts neither without the sandbox nor as root', () => {
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', '');
  expect(reasonNotToStart()).toMatch(/^ELECTRON_DISABLE_SANDBOX is set/);
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', undefined);
  vi.spyOn(process, 'geteuid').mockReturnValue(0);
  expect(reasonNotToStart()).toMatch(/does not run as root/);
});

test('development and a build made for tests take them', () => {
  startWith(...switches.map((name) => `--${name}`));
  vi.stubEnv('ELECTRON_DISABLE_SANDBOX', '1');
  vi.spyOn(process, 'geteuid').mockReturnValue(0);
  vi.spyOn(inspector, 'url').mockReturnValue('ws://127.0.0.1:1/x');
  expect(reasonNotToStart()).toBeUndefined();
  vi.spyOn(inspector, 'url').mockReturnValue(undefined);
  electron.isPackaged = false;
  expect(reasonNotToStart()).toBeUndefined();
});
