import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { LdapMode } from '../../../src-shared/model/server';
import { selfSigned } from '../../support/certificates';
import {
  type HostileBehaviour,
  type HostileLdap,
  type HostileLdapOptions,
  startHostileLdap,
} from '../../support/hostile-ldap';
import { startSlapd } from '../../support/slapd';
import { password, type Ran, runConnect, shortLimits } from './run-connect';

let server: HostileLdap;
afterEach(() => server?.stop());

interface Stall {
  stage: string;
  mode: LdapMode;
  behaviour: HostileBehaviour;
  /** Resolves once the server has got what it does not answer. */
  reached: () => boolean;
}
const saw = (operation: string) => () => server.requests().some((request) => request.operation === operation);

/** Every place where a server can leave us waiting. */
const stalls: [string, Stall][] = [
  ['the handshake of LDAPS', { stage: 'TLS', mode: 'ldaps', behaviour: { kind: 'silent' }, reached: () => heard() }],
  ['the answer to StartTLS', { stage: 'TLS', mode: 'startTls', behaviour: { kind: 'silent' }, reached: () => heard() }],
  ['the answer to the login', { stage: 'Login', mode: 'plain', behaviour: { kind: 'silent' }, reached: () => heard() }],
  [
    'the answer to the encrypted login',
    { stage: 'Login', mode: 'ldaps', behaviour: { kind: 'no-answer', on: 'bind' }, reached: saw('bind') },
  ],
  [
    'the identity',
    { stage: 'Who am I', mode: 'ldaps', behaviour: { kind: 'no-answer', on: 'whoami' }, reached: saw('whoami') },
  ],
  [
    'the answer to a search',
    { stage: 'Gluu tree', mode: 'ldaps', behaviour: { kind: 'no-answer', on: 'search' }, reached: saw('search') },
  ],
  [
    'an answer that drips byte by byte',
    { stage: 'Login', mode: 'ldaps', behaviour: { kind: 'drip', everyMs: 50 }, reached: saw('bind') },
  ],
];
const heard = () => server.wire().length > 0;

async function begin(behaviour: HostileBehaviour, mode: LdapMode, options: HostileLdapOptions = {}) {
  const tls = await selfSigned();
  server = await startHostileLdap(behaviour, {
    ldaps: mode === 'ldaps',
    ...options,
    ...(mode === 'plain' ? {} : { tls }),
  });
  return { port: server.port, mode, pin: tls.sha256 };
}
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await setTimeout(5);
}
const failedStage = ({ steps }: Ran) => steps.find(({ state }) => state === 'failed')?.name;

describe.each(stalls)('a server that never sends %s', (_, { stage, mode, behaviour, reached }) => {
  test('is given up after the time limit, at the stage that waits', async () => {
    const target = await begin(behaviour, mode);
    const ran = await runConnect(target, { limits: shortLimits });
    expect(ran.failure).toMatchObject({ stage, at: `127.0.0.1:${target.port}` });
    expect(['net.timeout', 'ldap.noReply']).toContain(ran.failure?.code);
    expect(failedStage(ran)).toBe(stage);
    expect(ran.shown).not.toContain(password);
  });

  test('can be left at once, and the connection goes', async () => {
    const target = await begin(behaviour, mode);
    let cancelledAt = 0;
    const cancelWhen = until(reached).then(() => {
      cancelledAt = performance.now();
    });
    const ran = await runConnect(target, { cancelWhen });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(ran.failure).toMatchObject({ code: 'work.cancelled', stage });
    expect(server.connections()).toBe(1);
  });
});

test('a connection that is cancelled before it begins opens none', async () => {
  const target = await begin({ kind: 'none' }, 'ldaps');
  const ran = await runConnect(target, { cancelWhen: Promise.resolve() });
  expect(ran.failure?.code).toBe('work.cancelled');
  expect(server.requests()).toEqual([]);
});

test('a directory that hangs with its connections open is given up, and reached again once it lives', async () => {
  const slapd = await startSlapd({ tls: await selfSigned() });
  try {
    const target = { port: slapd.ldapsPort, mode: 'ldaps' as const, pin: (await selfSigned()).sha256 };
    slapd.pause();
    const ran = await runConnect(target, { password: slapd.password, limits: shortLimits });
    expect(ran.failure).toMatchObject({ code: 'net.timeout', stage: 'TLS' });
    slapd.resume();
    expect((await runConnect(target, { password: slapd.password })).failure).toBeUndefined();
  } finally {
    await slapd.stop();
  }
});

test('a server that stops reading keeps nobody: a large change ends at its limit, and closing does not wait', async () => {
  const slapd = await startSlapd({ tls: await selfSigned() });
  try {
    const began = performance.now();
    const ran = await runConnect(
      { port: slapd.port },
      {
        password: slapd.password,
        limits: { connectMs: 10_000, operationMs: 1000 },
        use: (session) => {
          slapd.pause();
          const values = ['x'.repeat(12 * 1024 * 1024)];
          return session.modify('o=gluu', [{ operation: 'replace', attribute: 'description', values }]);
        },
      },
    );
    expect(ran.failure).toMatchObject({ code: 'ldap.noReply', facts: { seconds: 1 } });
    expect(performance.now() - began).toBeLessThan(10_000);
  } finally {
    await slapd.stop();
  }
});

test('closing does not wait for a server that reads nothing', async () => {
  const slapd = await startSlapd({ tls: await selfSigned() });
  try {
    let abandoned: Promise<unknown> = Promise.resolve();
    const ran = await runConnect(
      { port: slapd.port },
      {
        password: slapd.password,
        use: async (session) => {
          slapd.pause();
          const values = ['x'.repeat(12 * 1024 * 1024)];
          abandoned = session
            .modify('o=gluu', [{ operation: 'replace', attribute: 'description', values }])
            .catch((error: unknown) => error);
        },
      },
    );
    expect(ran.failure).toBeUndefined();
    expect(await abandoned).toMatchObject({ code: 'net.dropped' });
  } finally {
    await slapd.stop();
  }
});
