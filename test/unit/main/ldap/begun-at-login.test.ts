import { expect, test, vi } from 'vitest';
import { connect } from '../../../../src-main/ldap/connect';
import type { Network } from '../../../../src-main/net/network';
import { createWork } from '../../../../src-main/work/work';
import { type LdapRequest, result, whoamiResult } from '../../../support/hostile-ldap/message';
import { answeringServer, bindDn } from './answering-server';

/** A server that answers reads before it says who is logged in: then `identity`. */
function hastyServer(identity: string) {
  let whoAmI: LdapRequest | undefined;
  return answeringServer((request) => {
    if (request.operation === 'whoami') {
      whoAmI = request;
      return 'silent';
    }
    if (request.operation !== 'search' || !whoAmI) return undefined;
    return Buffer.concat([result(request, { code: 0 }), whoamiResult(whoAmI, identity)]);
  });
}

async function logInAt(peer: ReturnType<typeof answeringServer>) {
  const network: Network = {
    lookUp: async () => [{ address: '127.0.0.1', family: 4 }],
    connect: async () => ({ socket: peer.client as never, address: '127.0.0.1' }),
  };
  const order: string[] = [];
  const note = (promise: Promise<unknown>) =>
    promise.then(
      () => order.push('read'),
      ({ code }) => order.push(code),
    );
  let begun: Promise<unknown> | undefined;
  const target = { host: '127.0.0.1', port: 389, mode: 'plain' as const, bindDn };
  const work = createWork(new AbortController().signal, () => {});
  const connecting = connect(
    target,
    async () => 'secret',
    work,
    undefined,
    network,
    (session) => {
      begun = note(session.read('o=gluu', ['o']));
    },
  );
  await connecting.then(
    () => order.push('connected'),
    ({ code }) => order.push(code),
  );
  await begun;
  return order;
}

test('what is begun at the login leaves with Who am I, in one piece', async () => {
  const peer = hastyServer(`dn:${bindDn}`);
  const order = await logInAt(peer);
  expect(peer.pieces).toEqual([['bind'], ['whoami', 'search']]);
  expect(order.toSorted()).toEqual(['connected', 'read']);
});

test('and is not given out where the server names another account, though it was answered before', async () => {
  const peer = hastyServer('dn:cn=other,o=gluu');
  expect(await logInAt(peer)).toEqual(['ldap.identity', 'ldap.identity']);
  await vi.waitFor(() => expect(peer.client.destroyed).toBe(true));
});
