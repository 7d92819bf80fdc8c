// How long the window is held with many servers in it, next to an empty window where as much is typed.
import path from 'node:path';
import { _electron } from '@playwright/test';
import { openedApp } from './app-calls.mjs';
import { blockedDuring } from './blocked.mjs';
import { median } from './rounds.mjs';
import { emptyProgram } from './started.mjs';
import { actsOn, KEY_MS } from './window-acts.mjs';

const COUNTS = [200, 1000];
const ROUNDS = 5;
/** How many get their password. The others are reported as not reached as soon as they are checked. */
const WITH_PASSWORD = 200;

export async function measureWindow({ root, folder, backends, report }) {
  const tls = await backends.selfSigned();
  const slapd = await backends.startSlapd({ tls });
  const empty = await _electron.launch({
    args: [emptyProgram, `--user-data-dir=${path.join(folder, 'blank')}`],
    cwd: root,
  });
  try {
    const blank = await empty.firstWindow();
    const pin = { sha256: tls.sha256, acceptedAt: new Date().toISOString() };
    for (const count of COUNTS) {
      const fill = (own) => backends.writeManyServers(own, count, { port: slapd.ldapsPort, bindDn: slapd.bindDn, pin });
      const app = await openedApp(root, { fill });
      try {
        await enterPasswords(app, slapd.password);
        await measureActs(app, blank, (name, measured) => report(`blocked-${count}-${name}`, measured));
      } finally {
        await app.close();
      }
    }
  } finally {
    await empty.close();
    await slapd.stop();
  }
}

/** Without a keychain each server's password lasts as long as the app; a user enters it in the server's form. */
async function enterPasswords({ call }, password) {
  const { value: servers } = await call('server.list');
  const some = servers.slice(0, WITH_PASSWORD);
  for (const { id: serverId, demo: _d, secrets: _s, pin: _p, favourite: _f, ...draft } of some) {
    const bindPassword = { kind: 'replace', value: password };
    await call('server.save', { serverId, draft, bindPassword, salt: { kind: 'keep' } });
  }
}

async function measureActs({ page }, blank, told) {
  const acts = await actsOn(page);
  for (const [name, { rounds = ROUNDS, before, act, after }] of Object.entries(acts)) {
    const [ours, theirs] = [[], []];
    for (let round = 0; round <= rounds; round += 1) {
      await before?.();
      ours.push(await blockedDuring(page, act));
      await after?.();
      theirs.push(await blockedDuring(blank, () => blank.keyboard.type('server-01', { delay: KEY_MS })));
    }
    // The first round loads what is needed for the first time.
    told(name, { ours: median(ours.slice(1)), theirs: median(theirs.slice(1)) });
  }
}
