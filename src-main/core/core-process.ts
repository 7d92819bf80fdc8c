// The entry of the core: the process in which everything runs that may hold a secret. Main ends it at the lock, and what it
// held is gone with its memory.
import { installLastResort } from '../base/last-resort';
import { type Console, composeConsole } from '../console/compose-console';
import type { Host } from '../console/host';
import type { Remains } from '../console/remains';
import { log } from '../files/log';
import type { Confirm } from '../guard/confirm';
import { servePage } from '../ipc/page-port';
import { type Calls, remote } from '../ipc/remote';
import { takeCalls } from '../ipc/take-calls';
import { LAST_WRITE_MS, writesUnderWay } from '../work/writes-under-way';
import { coreHelpers } from './core-helpers';
import type { CoreCalls, CoreStart, HostCalls } from './core-protocol';
import { wireToMain } from './wire-to-main';

let own: Console | undefined;
/** The start that is under way, or was. */
let starting: Promise<void> = Promise.resolve();
let closing = false;

const calls: CoreCalls = {
  start(start) {
    starting = begin(start);
    return starting;
  },
  connect(_, { ports: [port] }) {
    if (port) page.connect(port);
  },
  async settle() {
    closing = true;
    taking.cancelAll();
    // The window can be closed before the core has begun: what it opens it gives back.
    await starting.catch(() => {});
    own?.close();
    await writes.settled(LAST_WRITE_MS);
    await own?.dispose();
    return own?.kept() ?? ({ notices: [] } satisfies Remains);
  },
  reportCrash: () => own?.reportCrash(),
  startDemo: async () => own?.demo.start(),
  ownProcesses: async () => own?.ownProcesses(),
  helper(id, { ports: [port] }) {
    if (port) helpers.joined(id, port);
  },
  helperGone: (id) => helpers.gone(id),
};

const main = remote<HostCalls>(wireToMain(), calls as unknown as Calls);
const helpers = coreHelpers(main);
// Told to nobody where it fails: that would be one line more to log.
log.through((level, text) => void main.ask('log', { level, text }).catch(() => {}));

const writes = writesUnderWay({
  begun: (callId) => main.tell('writing', { callId, ended: false }),
  ended: (callId) => main.tell('writing', { callId, ended: true }),
});
const taking = takeCalls({
  handlers: () => own?.calls ?? {},
  refuses: () => closing || own === undefined,
  writes,
});
const page = servePage(taking);

installLastResort({
  note: log.bug,
  tell: () => main.ask('hasToClose', undefined),
  settled: () => writes.settled(LAST_WRITE_MS),
  exit: (code) => main.tell('exit', code),
});

async function begin(start: CoreStart): Promise<void> {
  const composed = await composeConsole(hostOf(start), start.kept);
  await composed.start(start.unlocks);
  own = composed;
}

const confirm: Confirm = (question, signal) => main.ask('confirm', question, { signal });

function hostOf(start: CoreStart): Host {
  return {
    ...start,
    kind: 'app',
    spawnKeychain: () => helpers.spawn('keychain'),
    spawnDecoder: () => helpers.spawn('decoder'),
    confirm,
    files: {
      choose: (purpose) => main.ask('chooseFile', purpose),
      chooseTarget: (target) => main.ask('chooseTarget', target),
    },
    applyTheme: (theme) => main.tell('applyTheme', theme),
    applySpeech: (speech) => main.tell('applySpeech', speech),
    applyAutoLock: (autoLock) => main.tell('applyAutoLock', autoLock),
    tell: (event) => page.tell(event),
    show: () => main.tell('show', undefined),
    startDemo: async () => (await import('../demo/fleet')).startDemoFleet(),
  };
}
