import inspector from 'node:inspector';
import { app } from 'electron';
import { type Message, message } from '../../src-shared/texts/message';

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
  'language',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store', // of Chromium's own store, which the app does not use
  'use-angle',
  'use-gl',
  'wayland-text-input-version',
]);

/** Chromium takes one dash for two, on Windows a slash as well, nothing behind `--`, and no blanks around (base/command_line.cc). */
const SWITCH = process.platform === 'win32' ? /^(?:--?|\/)([^=]+)/ : /^--?([^=]+)/;
const FROM_THE_FINDER = /^psn_/; // how old versions of macOS name the process they start

/**
 * Variables that print what is secret. Node reads them before any code of ours runs, so only a start without them helps
 * (lib/internal/util/debuglog.js, src/debug_utils.cc).
 */
const PRINTING = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE'] as const;
/**
 * Variables that Node, Chromium and OpenSSL read, most of which change what is trusted, loaded or written down: certificates
 * that are trusted beside those of Node (NODE_EXTRA_CA_CERTS, NODE_USE_SYSTEM_CA, SSL_CERT_FILE), checks that are left out
 * (NODE_TLS_REJECT_UNAUTHORIZED), keys of connections in a file (SSLKEYLOGFILE, NODE_OPTIONS=--tls-keylog), code
 * (NODE_OPTIONS, NODE_PATH, OPENSSL_CONF), what ran (NODE_V8_COVERAGE). The app needs none of them.
 */
const MEDDLING = /^(NODE_|SSL|OPENSSL_)/i;

/** Chromium itself proposes to do without, where it finds no sandbox, as an AppImage does on Ubuntu since 23.10. */
const SANDBOX_SWITCHES = /^(no-sandbox|disable-(setuid|namespace)-sandbox)$/;

/**
 * What has to be settled before anything else runs: what meddles with TLS or with the code is taken out of the environment, so
 * that neither main nor a process it starts reads it, and what prints or exposes secrets, or takes Chromium's sandbox away,
 * ends the app. What Node has read of NODE_OPTIONS and NODE_EXTRA_CA_CERTS by then touches main alone, which opens no
 * connection, and in a release a fuse forbids it. Gives the reason to end, or undefined. Development is let off; so is a build
 * made for tests, which has Node's inspector enabled.
 */
export function reasonNotToStart(): Message | undefined {
  const printing = PRINTING.find((name) => process.env[name]);
  if (printing) return message(`box.start.${printing}`);
  for (const name of Object.keys(process.env)) if (MEDDLING.test(name)) delete process.env[name];
  if (!app.isPackaged || inspector.url()) return undefined;
  if (process.env.ELECTRON_DISABLE_SANDBOX !== undefined) return message('box.start.sandbox.variable');
  const name = switchesOf(process.argv.slice(1)).find((one) => !SWITCHES.has(one));
  if (name !== undefined)
    return message(SANDBOX_SWITCHES.test(name) ? 'box.start.sandbox.switch' : 'box.start.switch', { name });
  // Chromium has no sandbox for root, and starts without only by a switch that is refused above.
  return process.geteuid?.() === 0 ? message('box.start.root') : undefined;
}

function switchesOf(args: readonly string[]): string[] {
  const words = args.map((word) => word.trim());
  const end = words.indexOf('--');
  const names = (end < 0 ? words : words.slice(0, end)).flatMap((word) => SWITCH.exec(word)?.[1] ?? []);
  return names.filter((name) => !FROM_THE_FINDER.test(name));
}
