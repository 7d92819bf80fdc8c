// Two hundred servers behind a slow line, all checked at once: directly, and through one SSH host.
import fs from 'node:fs';
import path from 'node:path';
import { startApp } from '../tour/started-app.mjs';
import { callInWindow } from './app-calls.mjs';
import { toolsFor } from './tools.mjs';

const SERVERS = 200;
const DELAY_MS = 50;
const ROUNDS = 3;

/** As many as the palette's Check all servers runs at the same time. */
const AT_ONCE = 100;

/**
 * Checks all of them by both ways, next to the slowest of them alone and to as many ldapsearch at once, and reports the ratios.
 */
export async function measureServers({ root, folder, backends, tell, say }) {
  const slapd = await backends.startSlapd();
  const near = await backends.startProxy(slapd.ldapsPort);
  const sshd = await backends.startSshd();
  const toSsh = await backends.startProxy(sshd.port);
  const home = path.join(folder, 'home');
  let app;
  try {
    offerKey(home, sshd, toSsh.port);
    app = await startApp(root, { env: { HOME: home } });
    const route = {
      kind: 'ssh',
      host: '127.0.0.1',
      port: toSsh.port,
      user: sshd.user,
      login: 'key',
      keyFile: sshd.keyFile,
    };
    const common = { count: SERVERS, slapd };
    const direct = await serversIn(app, { ...common, port: near.port, route: { kind: 'direct' }, name: 'direct' });
    const tunnel = await serversIn(app, {
      ...common,
      port: slapd.ldapsPort,
      route: { ...route, jumps: [] },
      name: 'ssh',
    });
    near.delay(DELAY_MS);
    toSsh.delay(DELAY_MS);
    const tools = toolsFor({
      slapd: { ...slapd, ldapsUrl: `ldaps://127.0.0.1:${near.port}` },
      ...{ dn: 'o=gluu', mail: { port: 0, login: { userName: '', password: '' } }, folder },
    });
    say(`${SERVERS} servers, every byte ${DELAY_MS} ms late each way, ${ROUNDS} rounds:`);
    await compareServers('direct', direct, () => allAtOnce(SERVERS, tools.base), tell);
    await compareServers('over one SSH host', tunnel, () => allAtOnce(SERVERS, tools.base), tell);
  } finally {
    await app?.close();
    await toSsh.stop();
    await sshd.stop();
    await near.stop();
    await slapd.stop();
  }
}

/** The key the test host takes, as the user's own SSH configuration names it: the app takes no other file. */
function offerKey(home, sshd, port) {
  const folder = path.join(home, '.ssh');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lines = ['Host bench', '  HostName 127.0.0.1', `  Port ${port}`, `  IdentityFile ${sshd.keyFile}`, ''];
  fs.writeFileSync(path.join(folder, 'config'), lines.join('\n'), { mode: 0o600 });
}

async function compareServers(name, servers, others, tell) {
  const rounds = [];
  await servers.checkAll();
  for (let round = 0; round < ROUNDS; round += 1) {
    const all = await servers.checkAll();
    rounds.push({ all: all.ms, alone: await servers.checkSlowest(), tools: await others() });
  }
  const median = (key) => rounds.map((round) => round[key]).sort((a, b) => a - b)[rounds.length >> 1];
  const against = (theirs) => ({ ours: median('all'), theirs, ratio: median('all') / theirs });
  tell(`${SERVERS} checked, ${name}`, against(median('alone')), 'ms', 'the slowest of them alone');
  tell(`${SERVERS} checked, ${name}`, against(median('tools')), 'ms', `${SERVERS} ldapsearch at once, direct`);
}

/**
 * Adds `count` servers to the app, all reached at `port` of this machine by `route`, their certificate and the SSH host key
 * taken as a user takes them. Gives `checkAll` and `checkSlowest`, which resolve with how long they took.
 */
async function serversIn(app, { count, port, slapd, route, name }) {
  const ask = (call, input) => app.page.evaluate(callInWindow, [call, input]);
  async function demand(call, input) {
    const { result } = await ask(call, input);
    if (!result.ok) throw new Error(`${call}: ${JSON.stringify(result.failure)}`);
    return result.value;
  }
  const draft = {
    ...{ group: name, environment: 'test', notes: '', readOnly: false, route },
    ...{ host: 'localhost', port, mode: 'ldaps', bindDn: slapd.bindDn },
  };
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const bindPassword = { kind: 'replace', value: slapd.password };
    const { server } = await demand('server.save', {
      draft: { ...draft, name: `${name} ${index + 1}` },
      ...{ bindPassword, salt: { kind: 'keep' } },
    });
    if (index === 0) await trustHostKey(ask, demand, server.id);
    const { result } = await ask('server.check', { serverId: server.id });
    await demand('server.trust', { serverId: server.id, sha256: result.failure.certificate.sha256 });
    ids.push(server.id);
  }
  let slowest = ids[0];
  return {
    async checkAll() {
      const { all, each } = await app.page.evaluate(checkInWindow, { ids, atOnce: AT_ONCE });
      slowest = each.sort((a, b) => a.ms - b.ms).at(-1).serverId;
      return { ms: all };
    },
    /** The one that took longest, while nothing else runs. */
    async checkSlowest() {
      const { all } = await app.page.evaluate(checkInWindow, { ids: [slowest], atOnce: 1 });
      return all;
    },
  };
}

async function trustHostKey(ask, demand, serverId) {
  const { result } = await ask('server.check', { serverId });
  const { hostKey } = result.failure;
  if (!hostKey) return;
  await demand('ssh.trust', {
    host: hostKey.host,
    port: hostKey.port,
    type: hostKey.type,
    sha256: hostKey.sha256,
  });
}

/** Runs in the window: checks all, some at once, and times each and the whole. */
async function checkInWindow({ ids, atOnce }) {
  const left = [...ids];
  const each = [];
  const next = async () => {
    for (let serverId = left.shift(); serverId; serverId = left.shift()) {
      const began = performance.now();
      const { result } = await window.gluu.call('server.check', { serverId }, crypto.randomUUID());
      if (!result.ok) throw new Error(JSON.stringify(result.failure));
      each.push({ serverId, ms: performance.now() - began });
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, next));
  return { all: performance.now() - began, each };
}

/** `count` times the same tool at once; gives how long the last one took, in ms. */
async function allAtOnce(count, run) {
  const began = performance.now();
  await Promise.all(Array.from({ length: count }, run));
  return performance.now() - began;
}
