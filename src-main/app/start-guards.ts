import inspector from 'node:inspector';
import { app } from 'electron';

/**
 * The switches a release starts with: the app's own, and those of Chromium that say how a window is drawn on this computer.
 * Everything else is refused, for Chromium has hundreds that lower its protection or open it to another program, and more
 * with each version (content/public/common/content_switches.cc, sandbox/policy/switches.cc).
 */
const SWITCHES = new Set([
  'demo',
  'smoke-test',
  'user-data-dir',
  'class',
  'disable-dev-shm-usage',
  'disable-gpu',
  'disable-gpu-compositing',
  'display',
  'enable-wayland-ime',
  'force-color-profile',
  'force-dark-mode',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-renderer-accessibility',
  'gtk-version',
  'high-dpi-support',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store', // of Chromium's own store, which the app does not use
  'use-angle',
  'use-gl',
  'wayland-text-input-version',
]);

/** Chromium takes one dash for two, on Windows a slash as well, and nothing behind `--` (base/command_line.cc). */
const SWITCH = process.platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/;
const FROM_THE_FINDER = /^psn_/; // how old versions of macOS name the process they start

/**
 * What has to be settled before anything else runs: no environment variable may weaken TLS, and what prints or exposes secrets,
 * or takes Chromium's sandbox away, ends the app. Gives the reason to end, or undefined. Development is let off; so is a build
 * made for tests, which has Node's inspector enabled.
 */
export function reasonNotToStart(): string | undefined {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  if (process.env.NODE_DEBUG) return 'NODE_DEBUG is set: it prints LDAP requests with their secrets. Unset it.';
  if (!app.isPackaged || inspector.url()) return undefined;
  if (process.env.ELECTRON_DISABLE_SANDBOX !== undefined)
    return 'ELECTRON_DISABLE_SANDBOX is set: it takes away the sandbox that keeps the window from this computer. Unset it.';
  const found = switchesOf(process.argv.slice(1)).find((name) => !SWITCHES.has(name));
  if (found !== undefined) return `The switch --${found} is not taken: it may lower the protection of this app.`;
  // Chromium has no sandbox for root, and starts without only by a switch that is refused above.
  return process.geteuid?.() === 0 ? 'Gluu Console does not run as root: start it as an ordinary user.' : undefined;
}

function switchesOf(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  const names = (end < 0 ? args : args.slice(0, end)).flatMap((word) => SWITCH.exec(word)?.[1] ?? []);
  return names.filter((name) => !FROM_THE_FINDER.test(name));
}
