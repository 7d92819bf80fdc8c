import { afterAll, expect, vi } from 'vitest';

/**
 * Runs before each test file. One process runs many of them, because to start it and to load packages costs more than most files
 * take; yet a file must find nothing of those before it. So the project's own modules are loaded once more for each, with all
 * that they hold, and what was stubbed is put back. Vitest itself puts back mocks.
 */
vi.resetModules();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
if (typeof document !== 'undefined') document.body.replaceChildren();

const EVENTS = ['uncaughtException', 'unhandledRejection', 'warning', 'message', 'SIGHUP', 'SIGINT', 'SIGTERM'];

/** What a file can change for the whole process and has to put back itself, by its name. */
const ofProcess = (): Map<string, unknown> =>
  new Map<string, unknown>([
    ...Object.entries(process.env).map(([name, value]) => [`process.env.${name}`, value] as const),
    ...EVENTS.map((event) => [`listeners to ${event}`, process.listenerCount(event)] as const),
    ['process.argv', process.argv.join('\0')],
    ['process.cwd()', process.cwd()],
    ['process.umask()', process.umask()],
    ['fake timers', vi.isFakeTimers()],
  ]);

const before = ofProcess();

afterAll(() => {
  vi.unstubAllEnvs();
  const after = ofProcess();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  );
  vi.useRealTimers();
  // Names alone: what an environment holds belongs in no log.
  expect(changed, 'what this file changed and did not put back').toEqual([]);
});
