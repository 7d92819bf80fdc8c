// Two hundred servers behind a slow line, all checked at once: over LDAPS, unencrypted, and through one SSH host.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addServer, openedApp } from './app-calls.mjs';
import { inTurn } from './rounds.mjs';
import { toolsFor } from './tools.mjs';

const SERVERS = 200;
const DELAY_MS = 50;
const ROUNDS = 3;
/** So that the app has seen that its connections were cut. */
const NOTICED_MS = 200;

/** Checks all of them by each way, next to the slowest of them alone and to as many ldapsearch at once. */
export async function measureFleet({ root, folder, backends, report }) {
  const { startSlapd, startProxy, startSshd } = backends;
  const opened = [];
  const opening = async (starting) => {
    const started = await starting;
    opened.unshift(started);
    return started;
  };
  try {
    const slapd = await opening(startSlapd());
    const sshd = await opening(startSshd());
    const [toSsh, ldaps, plain, behindSsh] = [
      await opening(startProxy(sshd.port)),
      await opening(startProxy(slapd.ldapsPort)),
      await opening(startProxy(slapd.port)),
      await opening(startProxy(slapd.ldapsPort)),
    ];
    const { user, keyFile } = sshd;
    const ssh = { kind: 'ssh', host: '127.0.0.1', port: toSsh.port, user, login: 'key', keyFile, jumps: [] };
    const home = homeWithKey(path.join(folder, 'home'), ssh);
    const near = { ...slapd, ldapsUrl: `ldaps://127.0.0.1:${ldaps.port}` };
    const { base } = toolsFor({ slapd: near, dn: 'o=gluu', folder });
    const ways = {
      'fleet-ldaps': { slow: ldaps, cut: ldaps, about: {} },
      'fleet-plain': { slow: plain, cut: plain, about: { mode: 'plain' } },
      'fleet-ssh': { slow: toSsh, cut: behindSsh, about: { route: ssh } },
    };
    for (const [row, way] of Object.entries(ways)) {
      const found = await measureWay({ root, home, slapd, toolsLine: ldaps, tools: () => allAtOnce(base), ...way });
      report(row, { ours: found.all.ms, theirs: found.tools.ms });
      report(`${row}-alone`, { ours: found.all.ms, theirs: found.alone.ms });
    }
  } finally {
    for (const each of opened) await each.stop();
  }
}

/** The key the test host takes, as the user's own SSH configuration names it: the app takes no other file. */
function homeWithKey(home, { port, keyFile }) {
  const folder = path.join(home, '.ssh');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lines = ['Host bench', '  HostName 127.0.0.1', `  Port ${port}`, `  IdentityFile ${keyFile}`, ''];
  fs.writeFileSync(path.join(folder, 'config'), lines.join('\n'), { mode: 0o600 });
  return home;
}

/**
 * Measures an app that knows the servers by one way: all of them, the slowest of them alone, and the tools. `slow` is the line
 * that is late, `cut` the one that is broken before each check, so that none has a connection left.
 */
async function measureWay({ root, home, slapd, slow, cut, toolsLine, tools, about }) {
  const app = await openedApp(root, { env: { HOME: home } });
  try {
    const serverIds = [];
    for (let number = 1; number <= SERVERS; number += 1) {
      serverIds.push(await addServer(app, slapd, { name: `server ${number}`, port: cut.port, ...about }));
    }
    for (const line of [slow, toolsLine]) line.delay(DELAY_MS);
    const check = async (ids) => {
      cut.cut();
      await pause(NOTICED_MS);
      return checkedBy(app, ids);
    };
    let slowest = serverIds[0];
    const all = async () => {
      const checked = await check(serverIds);
      slowest = checked.slowest;
      return { ms: checked.ms };
    };
    const alone = async () => ({ ms: (await check([slowest])).ms });
    return await inTurn(ROUNDS, { all, alone, tools });
  } finally {
    for (const line of [slow, toolsLine]) line.delay(0);
    await app.close();
  }
}

/** Checks these servers as a user does. Gives how long it took, and which of them took longest. Throws if one was not reached. */
async function checkedBy(app, ids) {
  const began = Date.now();
  const { ms } = await app.call('health.check', { serverIds: ids }); // as the palette's *Check all servers*
  const { value } = await app.call('health.view');
  const isReached = ({ state, at }) => state === 'ok' && Date.parse(at) >= began;
  const missed = ids.find((id) => !isReached(value.health[id]));
  if (missed) throw new Error(`a server was not reached: ${JSON.stringify(value.health[missed])}`);
  return { ms, slowest: ids.toSorted((one, other) => value.health[other].ms - value.health[one].ms)[0] };
}

/** Runs the tool once for each server, all at the same time; gives how long it took until the last one ended. */
async function allAtOnce(run) {
  const began = performance.now();
  await Promise.all(Array.from({ length: SERVERS }, run));
  return { ms: performance.now() - began };
}
