import { startPostfix } from '../../support/postfix';

/**
 * A process of its own for support.test.ts, to be killed: starts a Postfix, tells its port and log on standard output,
 * and never ends.
 */
const postfix = await startPostfix({ ports: [{ kind: 'plain' }] });
process.stdout.write(JSON.stringify({ port: postfix.ports[0], log: postfix.log() }));
setInterval(() => {}, 60_000);
