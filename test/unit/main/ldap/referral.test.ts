import { expect, test } from 'vitest';
import { LdapExchange } from '../../../../src-main/ldap/ldap-exchange';
import { LdapSession } from '../../../../src-main/ldap/ldap-session';
import { readRequest, result, splitMessages } from '../../../support/hostile-ldap/message';
import { memoryConnection } from '../../../support/mutation/memory-connection';

test('each answer shows where it points to itself, and not what another one did', async () => {
  const { client, server } = memoryConnection();
  server.on('error', () => {}); // the client hangs up on it
  server.on('data', (bytes: Buffer) => {
    for (const request of splitMessages(bytes).messages.map((message) => readRequest(message))) {
      const referral = request.dn === 'o=c' ? [] : [`ldap://${request.dn.slice(2)}.example.org/`];
      server.write(result(request, { code: 10, ...(referral.length > 0 ? { referral } : {}) }));
    }
  });
  const session = new LdapSession(new LdapExchange(client, 'here:389'), new AbortController().signal, 5000);
  const reads = ['o=a', 'o=b', 'o=c'].map((dn) => session.read(dn, ['o']).catch((error) => error.about.detail));
  expect(await Promise.all(reads)).toEqual([
    'referral (10): ldap://a.example.org/',
    'referral (10): ldap://b.example.org/',
    'referral (10)',
  ]);
});
