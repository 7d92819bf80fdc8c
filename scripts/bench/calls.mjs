// What is done on one server, next to OpenLDAP's tools: how long it takes, and how often the line is crossed.
import { setTimeout as pause } from 'node:timers/promises';
import { addServer, openedApp, work } from './app-calls.mjs';
import { alternate, inTurn, timed } from './rounds.mjs';
import { toolsFor } from './tools.mjs';

const ROUNDS = 21;
const TURN_ROUNDS = 5;
/** Late in each direction: answers come when all that belongs together was sent. */
const DELAY_MS = 50;
/** So that the app has seen that its connections were cut. */
const NOTICED_MS = 100;

/**
 * Runs `use` on the app with one server, which it and the tools reach directly or by the same `line`, a proxy that can be made slow
 * and cut.
 */
export async function onOneServer({ root, folder, backends }, use) {
  const slapd = await backends.startSlapd();
  const line = await backends.startProxy(slapd.ldapsPort);
  let app;
  try {
    app = await openedApp(root);
    const reachedAt = (port) => ({
      tools: toolsFor({
        slapd: { ...slapd, ldapsUrl: `ldaps://127.0.0.1:${port}` },
        dn: backends.gluuNames().applianceDn,
        folder,
      }),
      add: (name) => addServer(app, slapd, { name, port }),
    });
    await use({ app, line, direct: reachedAt(slapd.ldapsPort), byLine: reachedAt(line.port) });
  } finally {
    await app?.close();
    await line.stop();
    await slapd.stop();
  }
}

/** The least that oxTrust takes is 200. */
function otherSizes() {
  let size = 200;
  return () => {
    size += 1;
    return size;
  };
}

/** No connection is left, so that the next piece of work has to open one. */
const cold = (line) => async () => {
  line.cut();
  await pause(NOTICED_MS);
};

/** Opening, reading again and saving, each next to the tool that does the like. */
export const measureCalls = (bench) =>
  onOneServer(bench, async ({ app, line, direct, byLine }) => {
    const { open } = work(app, await byLine.add('by the line'));
    const { read, save } = work(app, await direct.add('direct'));
    const next = otherSizes();
    const compare = async (row, { prepare, run }, tool) => {
      const ours = async () => {
        await prepare?.();
        return run();
      };
      bench.report(row, (await alternate(ROUNDS, ours, () => timed(tool))).ms);
    };
    await compare('open', { ...open, prepare: cold(line) }, byLine.tools.search);
    await compare('read', read, direct.tools.search);
    await compare('save', save(next), () => direct.tools.modify('gluuMaxLogSize', next()));
  });

/** How often each of them crosses the line and waits for what comes back. */
export const measureTurns = (bench) =>
  onOneServer(bench, async ({ app, line, byLine: { tools, add } }) => {
    const { open, read, save } = work(app, await add('bench'));
    const next = otherSizes();
    const turnsOf = (way) => roundTrips(line, way);
    const search = await turnsOf({ run: tools.search });
    const modify = await turnsOf({ run: () => tools.modify('gluuMaxLogSize', next()) });
    const told = async (row, way, theirs = search) => bench.report(row, { ours: await turnsOf(way), theirs });
    await told('open-turns', { ...open, prepare: cold(line), opens: true });
    await told('first-turns', firstVisit(app, line, add));
    await told('read-turns', read);
    await told('save-turns', save(next), modify);
  });

/** A server is added, then opened for the first time, and removed again. */
function firstVisit(app, line, add) {
  let serverId;
  return {
    opens: true,
    async prepare() {
      if (serverId) await app.call('server.remove', { serverId });
      serverId = await add('just added');
      await cold(line)();
    },
    run: () => work(app, serverId).open.run(),
  };
}

/**
 * How many round trips `run` takes, as the line sees them: how often in a row somebody spoke with an answer in hand. The least of
 * several runs counts: where the machine has no time for what belongs together, it can only look like more. Throws an Error
 * if no connection was opened by what `opens` one.
 */
async function roundTrips(line, { prepare, run, opens = false }) {
  const once = async () => {
    line.delay(0);
    await prepare?.();
    line.delay(DELAY_MS);
    const [turns, connections] = [line.turns(), line.connections()];
    await run();
    if (opens && line.connections() === connections) throw new Error('it was not cold: a connection had been kept');
    return { turns: line.turns() - turns };
  };
  const { found } = await inTurn(TURN_ROUNDS, { found: once }, (all) => Math.min(...all));
  line.delay(0);
  return found.turns;
}
