// The real app, doing by its own calls what a click does: from the window through main to the server and back.
import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../tour/started-app.mjs';
import { proportionalSetSize } from './process-memory.mjs';

/** Runs in the window. Gives the answer and how long the call took there. */
async function callInWindow([name, input]) {
  const began = performance.now();
  const { result } = await window.gluu.call(name, input, crypto.randomUUID());
  return { result, ms: performance.now() - began };
}

/**
 * Starts the app. Gives `call`, which makes one of its calls and resolves with `{ value, ms }` by the window's own clock, or
 * throws an Error with the failure; and what `startApp` gives.
 */
export async function openedApp(root, options) {
  const app = await startApp(root, options);
  const ask = (name, input) => app.page.evaluate(callInWindow, [name, input]);
  async function call(name, input) {
    const { result, ms } = await ask(name, input);
    // More mails or logins a minute than the app lets out: what counts is how long one takes.
    if (['mail.tooMany', 'mail.tooManyProbes'].includes(result.failure?.code)) {
      await pause(result.failure.facts.seconds * 1000);
      return call(name, input);
    }
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return { value: result.value, ms };
  }
  return { ...app, ask, call, memory: () => proportionalSetSize(app.pid) };
}

/**
 * Adds a server to the app as a user does, its certificate and the SSH host key on the way accepted. `about` is what its draft
 * has beside the usual. Gives its id.
 */
export async function addServer({ ask, call }, { bindDn, password }, about) {
  const draft = {
    ...{ name: 'bench', group: '', environment: 'test', notes: '', readOnly: false, route: { kind: 'direct' } },
    ...{ host: 'localhost', mode: 'ldaps', bindDn, ...about },
  };
  const bindPassword = { kind: 'replace', value: password };
  const { value } = await call('server.save', { draft, bindPassword, salt: { kind: 'keep' } });
  const serverId = value.server.id;
  if (draft.route.kind === 'ssh') await acceptHostKey(ask, call, serverId);
  if (draft.mode === 'plain') return serverId;
  const { result } = await ask('server.check', { serverId });
  await call('server.trust', { serverId, sha256: result.failure.certificate.sha256 });
  return serverId;
}

async function acceptHostKey(ask, call, serverId) {
  const { result } = await ask('server.check', { serverId });
  if (!result.failure?.hostKey) return;
  const { host, port, type, sha256 } = result.failure.hostKey;
  await call('ssh.trust', { host, port, type, sha256 });
}

/**
 * What is done on one server, `{ run }` being what is measured, resolving with `{ ms }`, and `prepare` what has to come before it.
 */
export function work({ call }, serverId) {
  let view;
  const load = async () => {
    const { value, ms } = await call('organization.load', { serverId });
    view = value;
    return { ms };
  };
  return {
    /** A click on a server and on Organization Configuration. */
    open: {
      async run() {
        const check = await call('server.check', { serverId, opened: true });
        return { ms: check.ms + (await load()).ms };
      },
    },
    read: { run: load },
    /** Update: the change list and the guarded write, read back. `next` gives a value that is not there yet. */
    save: (next) => ({
      prepare: load, // somebody else has written in between
      async run() {
        const changes = { values: { maxLogSize: next() }, secrets: {} };
        const plan = await call('organization.plan', { serverId, snapshotId: view.snapshotId, changes });
        const update = await call('organization.update', { planId: plan.value.planId });
        if (update.value.kind !== 'saved') throw new Error(`Update ended with ${JSON.stringify(update.value)}`);
        return { ms: plan.ms + update.ms };
      },
    }),
    snapshotId: () => view.snapshotId,
  };
}
