// The mail test next to swaks.
import { addServer, openedApp, work } from './app-calls.mjs';
import { alternate, timed } from './rounds.mjs';
import { mailToolsFor } from './tools.mjs';

/** With the first, which does not count, as many as the app lets out in a minute. */
const ROUNDS = 9;

export async function measureMail({ root, backends, report }) {
  const slapd = await backends.startSlapd();
  const login = { userName: 'gluu@example.org', password: 'for the benchmark' };
  const mail = { ...(await backends.startScriptedSmtp({ tls: await backends.selfSigned(), login })), login };
  let app;
  try {
    app = await openedApp(root);
    const { probe, send } = await mailWork(app, await addServer(app, slapd, { port: slapd.ldapsPort }), mail);
    const tools = mailToolsFor(mail);
    report('probe', (await alternate(ROUNDS, probe, () => timed(tools.probe))).ms);
    report('mail', (await alternate(ROUNDS, send, () => timed(tools.send))).ms);
  } finally {
    await app?.close();
    await mail.stop();
    await slapd.stop();
  }
}

/** Gives the two tests, the mail server's certificate being accepted as a user accepts it. */
async function mailWork(app, serverId, mail) {
  const { read, snapshotId } = work(app, serverId);
  await read.run();
  /** STARTTLS and a login, as far as `until`. */
  const test = (until) =>
    app.call('smtp.test', {
      ...{ serverId, snapshotId: snapshotId(), host: '127.0.0.1', port: mail.port, security: 'startTls', until },
      ...{ requiresSsl: true, trustServer: false },
      ...{ fromName: 'Gluu', fromEmail: 'gluu@example.org', recipient: 'gluu@example.org' },
      login: { userName: mail.login.userName, password: { kind: 'typed', value: mail.login.password } },
    });
  const { value } = await test('connect');
  const { sha256 } = value.seen.tls.chain[0];
  await app.call('smtp.trust', { serverId, host: '127.0.0.1', port: mail.port, vantage: 'here', sha256 });
  return {
    /** The full probe, up to the recipient. */
    async probe() {
      const { value: seen, ms } = await test('recipient');
      if (!seen.seen.loggedIn) throw new Error('the probe did not log in');
      return { ms };
    },
    /** The probe, and then the message. */
    async send() {
      const { value: sent, ms } = await test('send');
      if (!sent.delivery) throw new Error(`the mail test ended with ${JSON.stringify(sent.failure)}`);
      return { ms };
    },
  };
}
