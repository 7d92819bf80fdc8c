import { once } from 'node:events';
import { expect, test } from 'vitest';
import { LdapExchange } from '../../../../src-main/ldap/ldap-exchange';
import { LdapSession } from '../../../../src-main/ldap/ldap-session';
import { memoryConnection } from '../../../support/mutation/memory-connection';

const SUCCESS = Buffer.from('300c02010161070a010004000400', 'hex');

test('a request that is cancelled while its answer is being decoded ends at once', async () => {
  const { client, server } = memoryConnection();
  server.on('error', () => {}); // the client hangs up on it
  const cancel = new AbortController();
  let heard = () => {};
  const isDecoding = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const decode = () => {
    heard();
    return new Promise<never>(() => {});
  };
  const session = new LdapSession(new LdapExchange(client, 'here:389', decode), cancel.signal, 5000);
  const bound = session.bind('cn=x', 'secret').catch((error: unknown) => error);
  await once(server, 'data');
  server.write(SUCCESS);
  await isDecoding;
  const began = performance.now();
  cancel.abort();
  expect(await bound).toMatchObject({ code: 'work.cancelled' });
  expect(performance.now() - began).toBeLessThan(1000);
});
