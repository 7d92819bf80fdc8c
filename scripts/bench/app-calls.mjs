// The real app, doing by its own calls what a click does: from the window through main to the server and back.
import { setTimeout as pause } from 'node:timers/promises';
import { startApp } from '../tour/started-app.mjs';
import { proportionalSetSize } from './process-memory.mjs';

/** Runs in the window. Gives the value and how long the call took there; a failure is thrown as its code. */
export async function callInWindow([name, input]) {
  const began = performance.now();
  const { result } = await window.gluu.call(name, input, crypto.randomUUID());
  const ms = performance.now() - began;
  return { result, ms };
}

/**
 * Starts the app with `slapd` as its one server, its certificate trusted. Gives the calls to measure, each as `{ ms }` of
 * the window's own clock, and `close`.
 */
export async function connectedApp(root, slapd, mail) {
  const app = await startApp(root);
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
  try {
    const serverId = await addServer({ ask, call }, slapd);
    const calls = measured(call, serverId, mail);
    await calls.read();
    await calls.trustMail();
    return { ...calls, memory: () => proportionalSetSize(app.pid), close: app.close };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function addServer({ ask, call }, slapd) {
  const draft = {
    ...{ name: 'bench', group: '', environment: 'test', notes: '', readOnly: false, route: { kind: 'direct' } },
    ...{ host: '127.0.0.1', port: slapd.ldapsPort, mode: 'ldaps', bindDn: slapd.bindDn },
  };
  const bindPassword = { kind: 'replace', value: slapd.password };
  const { value } = await call('server.save', { draft, bindPassword, salt: { kind: 'keep' } });
  const serverId = value.server.id;
  const { result } = await ask('server.check', { serverId });
  await call('server.trust', { serverId, sha256: result.failure.certificate.sha256 });
  return serverId;
}

function measured(call, serverId, mail) {
  let view;
  /** STARTTLS and a login, as far as `until`. */
  const test = (until) =>
    call('smtp.test', {
      ...{ serverId, snapshotId: view.snapshotId, host: '127.0.0.1', port: mail.port, security: 'startTls', until },
      ...{ requiresSsl: true, trustServer: false },
      ...{ fromName: 'Gluu', fromEmail: 'gluu@example.org', recipient: 'gluu@example.org' },
      login: { userName: mail.login.userName, password: { kind: 'typed', value: mail.login.password } },
    });
  const load = async () => {
    const { value, ms } = await call('organization.load', { serverId });
    view = value;
    return { ms };
  };
  return {
    /** A click on a server and on Organization Configuration. */
    async open() {
      const check = await call('server.check', { serverId });
      return { ms: check.ms + (await load()).ms };
    },
    read: load,
    /** Update: the change list and the guarded write, read back. */
    async save(maxLogSize) {
      await load(); // somebody else has written in between
      const changes = { values: { maxLogSize }, secrets: {} };
      const plan = await call('organization.plan', { serverId, snapshotId: view.snapshotId, changes });
      const update = await call('organization.update', { planId: plan.value.planId });
      if (update.value.kind !== 'saved') throw new Error(`Update ended with ${JSON.stringify(update.value)}`);
      return { ms: plan.ms + update.ms };
    },
    /** One person by uid, among all. */
    searchPerson: () => call('users.search', { serverId, text: 'user77777', anywhere: false, offset: 0 }),
    /** Everybody is read, and shared addresses are counted. */
    async duplicates() {
      const { value, ms } = await call('users.duplicates', { serverId });
      if (value.people < 2) throw new Error('nobody was read');
      return { ms };
    },
    /** The certificate of the mail server, taken as a user takes it. */
    async trustMail() {
      const { value } = await test('connect');
      const { sha256 } = value.seen.tls.chain[0];
      await call('smtp.trust', { serverId, host: '127.0.0.1', port: mail.port, vantage: 'here', sha256 });
    },
    /** The full probe, up to the recipient. */
    async probe() {
      const { value, ms } = await test('recipient');
      if (!value.seen.loggedIn) throw new Error('the probe did not log in');
      return { ms };
    },
    /** The probe, and then the message. */
    async testMail() {
      const { value, ms } = await test('send');
      if (!value.delivery) throw new Error(`the mail test ended with ${JSON.stringify(value.failure)}`);
      return { ms };
    },
  };
}
