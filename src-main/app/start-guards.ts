import inspector from 'node:inspector';
import { app } from 'electron';

/** Switches that open the app to another program. In a release they end it before any secret is read. */
const DEBUG_SWITCHES = [
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

/**
 * What has to be settled before anything else runs: no environment variable may weaken TLS, and debugging aids that print or
 * expose secrets end the app. Gives the reason to end, or undefined. A build made for tests has Node's inspector enabled.
 */
export function reasonNotToStart(): string | undefined {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  if (process.env.NODE_DEBUG) return 'NODE_DEBUG is set: it prints LDAP requests with their secrets. Unset it.';
  if (!app.isPackaged || inspector.url()) return undefined;
  const found = DEBUG_SWITCHES.find((name) => app.commandLine.hasSwitch(name));
  return found ? `The switch --${found} is not taken.` : undefined;
}
