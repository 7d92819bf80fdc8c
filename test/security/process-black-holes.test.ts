import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src-main/ldap/connect';
import { createWork, unwatchedWork } from '../../src-main/work/work';
import { startConsole } from '../integration/organization/console';
import { startBlackHole } from '../support/black-hole';
import { gluuNames } from '../support/gluu-names';
import { carries } from '../support/hostile-ldap/message';
import { type Slapd, startSlapd } from '../support/slapd';
import { startProxy, type TcpProxy } from '../support/tcp-proxy';
import { securityCase, titled } from './case';

const { applianceDn } = gluuNames();
/** Shorter than the app's own, which are the same for every server: what is shown is that they hold. */
const limits = { connectMs: 1500, operationMs: 1500 };
const slack = 1000;

let slapd: Slapd;
let plain: TcpProxy;
let ldaps: TcpProxy;
beforeAll(async () => {
  slapd = await startSlapd();
});
afterAll(() => slapd.stop());
beforeEach(async () => {
  plain = await startProxy(slapd.port);
  ldaps = await startProxy(slapd.ldapsPort);
});
afterEach(async () => {
  await plain.stop();
  await ldaps.stop();
});

type Attempt = (work: ReturnType<typeof unwatchedWork>) => Promise<unknown>;

const to = (port: number, mode: 'plain' | 'ldaps'): Attempt => {
  const target = { host: '127.0.0.1', port, mode, bindDn: slapd.bindDn };
  return (work) => connect(target, async () => slapd.password, work, limits);
};

/** Makes the attempt twice: left alone it fails with that code in time; cancelled it ends within a second. */
async function fallsInto(arm: () => unknown, attempt: Attempt, code: string, at: RegExp): Promise<void> {
  await arm();
  const began = Date.now();
  await expect(attempt(unwatchedWork())).rejects.toMatchObject({ code, about: { at: expect.stringMatching(at) } });
  expect(Date.now() - began).toBeLessThan(limits.connectMs + limits.operationMs + slack);

  await arm();
  const cancel = new AbortController();
  const ended = attempt(createWork(cancel.signal, () => {})).catch((error: unknown) => error);
  await pause(400);
  const cancelled = Date.now();
  cancel.abort();
  expect(await ended).toMatchObject({ code: 'work.cancelled' });
  expect(Date.now() - cancelled).toBeLessThan(1000);
}

describe(titled('T58'), () => {
  test('at the connection', () =>
    securityCase('T58', 'connect', async () => {
      const hole = await startBlackHole();
      try {
        await fallsInto(() => {}, to(hole.port, 'plain'), 'net.timeout', /:\d+$/);
      } finally {
        await hole.stop();
      }
    }));

  test('at the TLS handshake', () =>
    securityCase('T58', 'TLS', () =>
      fallsInto(() => void ldaps.dropNextRequest(), to(ldaps.port, 'ldaps'), 'net.timeout', /:\d+/),
    ));

  test('at the bind', () =>
    securityCase('T58', 'bind', async () => {
      const arm = () => void plain.dropNextRequest(carries('bind'));
      await fallsInto(arm, to(plain.port, 'plain'), 'ldap.noReply', /:\d+/);
    }));

  test('at a search', () =>
    securityCase('T58', 'search', async () => {
      const arm = () => void plain.dropNextRequest(carries('search'));
      const search: Attempt = async (work) => {
        const target = { host: '127.0.0.1', port: plain.port, mode: 'plain', bindDn: slapd.bindDn } as const;
        const { session } = await connect(target, async () => slapd.password, work, limits);
        await session.read(applianceDn, ['inum']);
      };
      await fallsInto(arm, search, 'ldap.noReply', /:\d+/);
    }));

  test('at the modify: verified by reading, reported as not saved, and never sent again', () =>
    securityCase('T58', 'modify', async () => {
      const console = await startConsole({ ldapLimits: limits });
      try {
        const plan = await console.plan({ maxLogSize: 300 });
        const swallowed = console.proxy.dropNextRequest(carries('modify'));
        const cancel = new AbortController();
        const began = Date.now();
        const updating = console.update(plan, { work: createWork(cancel.signal, () => {}) });
        await swallowed;
        // A write under way cannot be cancelled: nobody could say then what became of it.
        cancel.abort();
        expect(await updating).toMatchObject({ kind: 'notSaved', failure: { code: 'ldap.noReply' }, saved: [] });
        expect(Date.now() - began).toBeLessThan(limits.operationMs + 15_000);
        expect(console.history.list()).toMatchObject([{ outcome: 'notSaved', verifiedAt: expect.any(String) }]);
        expect(console.slapd.modifies()).toHaveLength(3); // the questions for the rights, which change nothing
        expect(await console.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
      } finally {
        await console.stop();
      }
    }));

  test('at the unbind: closing takes no longer than a server needs to read it', () =>
    securityCase('T58', 'unbind', async () => {
      const target = { host: '127.0.0.1', port: plain.port, mode: 'plain', bindDn: slapd.bindDn } as const;
      const { session } = await connect(target, async () => slapd.password, unwatchedWork(), limits);
      plain.blackhole();
      const began = Date.now();
      await session.close();
      expect(Date.now() - began).toBeLessThan(1000);
      await expect(session.read(applianceDn, ['inum'])).rejects.toMatchObject({ code: 'net.dropped' });
      plain.heal();
    }));
});
