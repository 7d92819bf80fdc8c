// The entry of the core: the process in which everything runs that may hold a secret. Main ends it at the lock, and what it
// held is gone with its memory.
import { installLastResort } from '../base/last-resort';
import { type Console, composeConsole } from '../console/compose-console';
import type { Host } from '../console/host';
import type { Remains } from '../console/remains';
import { filesSettled } from '../files/atomic-write';
import { log } from '../files/log';
import type { Confirm } from '../guard/confirm';
import { schemas } from '../ipc/answer';
import { servePage } from '../ipc/page-port';
import { type Calls, remote } from '../ipc/remote';
import { takeCalls } from '../ipc/take-calls';
import { LAST_WRITE_MS, writesUnderWay } from '../work/writes-under-way';
import { coreHelpers } from './core-helpers';
import type { CoreCalls, CoreStart, HostCalls } from './core-protocol';
import { quietAfterCalls } from './quiet';
import { wireToMain } from './wire-to-main';

let own: Console | undefined;
/** The console as it is composed: it is not its own until it has begun. */
let composing: Promise<Console> | undefined;
let closing = false;

const calls: CoreCalls = {
  async start(start) {
    composing = composeConsole(hostOf(start), start.kept);
    const composed = await composing;
    if (closing) return;
    await composed.start(start.unlocks);
    own = composed;
    quiet.begin();
  },
  connect(_, { ports: [port] }) {
    if (port) page.connect(port);
  },
  async settle() {
    closing = true;
    taking.cancelAll();
    // The window can be closed before the core has begun: what it has opened it gives back.
    const composed = await composing?.catch(() => undefined);
    composed?.close();
    await writes.settled(LAST_WRITE_MS);
    await composed?.dispose();
    return composed?.kept() ?? ({ notices: [] } satisfies Remains);
  },
  reportCrash: () => own?.reportCrash(),
  startDemo: async () => own?.startDemo(),
  sleeps: () => own?.sleeps(),
  ownThreads: async () => own?.ownThreads(),
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
/** What the core does by itself waits until the page has had its first answers: both start at once, on few processors. */
const quiet = quietAfterCalls();
const page = servePage({ ...taking, take: quiet.heard(taking.take) });
void quiet.resolved.then(schemas).catch(log.bug);

installLastResort({
  note: log.bug,
  tell: () => main.ask('hasToClose', undefined),
  async settled() {
    await writes.settled(LAST_WRITE_MS);
    await filesSettled();
  },
  exit: (code) => main.tell('exit', code),
});

const confirm: Confirm = (question, signal) => main.ask('confirm', question, { signal });

function hostOf(start: CoreStart): Host {
  return {
    ...start,
    kind: 'app',
    spawnKeychain: () => helpers.spawn(),
    confirm,
    files: {
      choose: (purpose) => main.ask('chooseFile', purpose),
      chooseTarget: (target) => main.ask('chooseTarget', target),
    },
    applyTheme: (theme) => main.tell('applyTheme', theme),
    applySpeech: (speech) => main.tell('applySpeech', speech),
    applyAutoLock: (autoLock) => main.tell('applyAutoLock', autoLock),
    tell: (event) => page.tell(event),
    whenQuiet: quiet.resolved,
    show: () => main.tell('show', undefined),
    startDemo: async () => (await import('../demo/fleet')).startDemoFleet(),
  };
}
