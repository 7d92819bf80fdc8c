import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { bundle } from '../../support/bundle';
import { signed } from '../../support/certificates';
import { type Postfix, startPostfix } from '../../support/postfix';
import { writePostfixConfig, writeServices } from '../../support/postfix/postfix-config';
import { startProcess } from '../../support/postfix/postfix-process';
import { requirePostfix } from '../../support/postfix/require-postfix';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { plain, runProbe } from '../probe/run-probe';
import { afterEach, describe, expect, test } from './as-root';

const started: Postfix[] = [];
const start = async (...ports: Parameters<typeof startPostfix>[0]['ports']) => {
  const postfix = await startPostfix({ ports });
  started.push(postfix);
  return postfix;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map((postfix) => postfix.stop()));
});

const isOpen = (port = 0): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

/** The folder that Postfix says it was started with. */
const folderIn = (log: string): string => / configuration (\S+)$/m.exec(log)?.[1] ?? '';

describe('startPostfix', () => {
  test('stops with all that belongs to it, and leaves another one alone', async () => {
    const one = await start({ kind: 'plain' }, { kind: 'implicitTls' });
    const other = await start({ kind: 'plain' });
    const folder = folderIn(one.log());
    expect(await Promise.all(one.ports.map(isOpen))).toEqual([true, true]);
    expect(existsSync(folder)).toBe(true);
    expect((await runProbe(plain(one.ports[0] ?? 0))).failures).toEqual([]);
    await one.stop();
    await one.stop();
    expect(await Promise.all(one.ports.map(isOpen))).toEqual([false, false]);
    expect(existsSync(folder)).toBe(false);
    expect((await runProbe(plain(other.ports[0] ?? 0))).failures).toEqual([]);
  });

  test('ends with the process that has started it, even if that is killed', async () => {
    const owner = spawn(process.execPath, [await bundle('test/integration/postfix/owner.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [told] = await once(owner.stdout.setEncoding('utf8'), 'data');
      const { port, log } = JSON.parse(told) as { port: number; log: string };
      expect([await isOpen(port), existsSync(folderIn(log))]).toEqual([true, true]);
      owner.kill('SIGKILL');
      const left = async () => [await isOpen(port), existsSync(folderIn(log))];
      await expect.poll(left, { timeout: 10_000 }).toEqual([false, false]);
    } finally {
      owner.kill('SIGKILL');
    }
  });

  test('tells in Postfix’s own words why it does not come up', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const folder = makeTemporaryFolder('postfix');
    try {
      const settings = {
        ports: [{ kind: 'plain' as const }],
        mailboxes: [{ address: 'ada@example.org', password: 'her own' }],
        certificate: await signed(),
      };
      await writePostfixConfig(folder, settings);
      const { port } = taken.address() as AddressInfo;
      writeServices(folder, settings, [port]);
      await expect(startProcess(folder)).rejects.toThrow(`fatal: bind 127.0.0.1 port ${port}: Address already in use`);
    } finally {
      taken.close();
      removeTemporaryFolder(folder);
    }
  });

  test('takes mail for its own mailboxes only, from any sender', async () => {
    const postfix = await start({ kind: 'plain', auth: true });
    const login = { userName: postfix.ada.address, password: postfix.ada.password };
    const request = { ...plain(postfix.ports[0] ?? 0), login, clearTextConsent: true };
    for (const to of ['eve@elsewhere.example', 'root@localhost', 'eve@[127.0.0.1]']) {
      const ran = await runProbe({ ...request, to });
      expect(ran.seen.loggedIn).toBe(true);
      expect(ran.seen.stages.find(({ step }) => step === 'Recipient')?.ending).toMatchObject({
        kind: 'refused',
        reply: { code: 550 },
      });
    }
  });

  test('says that a message has not come', async () => {
    const postfix = await start({ kind: 'plain' });
    await expect(postfix.messages('grace@example.org', 1, 100)).rejects.toThrow(/^grace@example\.org has 0 messages/);
  });
});

describe('what Postfix needs', () => {
  test('is named in one line', () => {
    const packages = { postfix: () => false, 'sasl2-bin': () => true, 'libsasl2-modules': () => false };
    expect(() => requirePostfix(packages, 0)).toThrow(
      'Postfix cannot be tested without the Debian packages postfix, libsasl2-modules: ' +
        'apt-get install --no-install-recommends postfix libsasl2-modules',
    );
  });

  test('is root', () => {
    expect(() => requirePostfix({}, 1000)).toThrow('Postfix can only be started by root');
  });
});
