import { afterEach, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../src-shared/model/failure';
import { selfSigned } from '../../support/certificates';
import { type HostileBehaviour, type HostileLdap, startHostileLdap } from '../../support/hostile-ldap';
import { result } from '../../support/hostile-ldap/message';
import { me, runConnect } from './run-connect';
import { type ScriptedLdap, scriptedLdap } from './scripted-ldap';

let server: HostileLdap | ScriptedLdap;
afterEach(() => server.stop());

describe('StartTLS', () => {
  async function over(behaviour: HostileBehaviour) {
    const tls = await selfSigned();
    server = await startHostileLdap(behaviour, { tls });
    return runConnect({ port: server.port, mode: 'startTls', pin: tls.sha256 });
  }

  test.each(['prefix', 'bind-success'] as const)(
    'with clear text (%s) behind the answer ends before the handshake',
    async (bytes) => {
      const ran = await over({ kind: 'starttls-injection', bytes });
      expect(ran.failure).toMatchObject({ code: 'ldap.injection', stage: 'TLS' });
      expect((server as HostileLdap).requests().map(({ operation }) => operation)).toEqual(['startTls']);
      expect((server as HostileLdap).wire().includes(me)).toBe(false);
    },
  );

  test('with clear text that comes a moment later ends in the handshake, as the same alarm', async () => {
    const tls = await selfSigned();
    server = await scriptedLdap((request, session) => {
      if (request.operation !== 'startTls') return false;
      session.send(result(request, { code: 0 }));
      setTimeout(() => session.send(result({ ...request, operation: 'bind', messageId: 2 }, { code: 0 })), 50);
      // The handshake's first bytes are no LDAP, but this server is to hang on for longer than that takes to show.
      session.hangUp = () => {};
      return true;
    });
    const ran = await runConnect({ port: server.port, mode: 'startTls', pin: tls.sha256 });
    expect(ran.failure).toMatchObject({ code: 'ldap.injection', stage: 'TLS' });
    expect(server.requests().map(({ operation }) => operation)).toEqual(['startTls']);
  });

  test.each([1, 2, 10, 52, 53])('that is refused with result %i ends it, and nothing else is sent', async (code) => {
    const ran = await over({ kind: 'starttls-result', result: code, referral: 'ldap://127.0.0.1:1/' });
    expect(ran.failure).toMatchObject({ code: 'ldap.startTlsRefused', stage: 'TLS', facts: { result: code } });
    expect((server as HostileLdap).requests().map(({ operation }) => operation)).toEqual(['startTls']);
    expect(ran.asked).toBe(0);
  });

  test.each<['garbage' | 'close', FailureCode]>([
    ['garbage', 'ldap.notLdap'],
    ['close', 'net.dropped'],
  ])('that is answered with %s ends it', async (answer, code) => {
    const ran = await over({ kind: 'starttls-result', result: answer });
    expect(ran.failure).toMatchObject({ code, stage: 'TLS' });
    expect(ran.asked).toBe(0);
  });
});
