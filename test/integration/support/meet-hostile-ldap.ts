import { afterEach } from 'vitest';
import {
  type HostileBehaviour,
  type HostileLdap,
  type HostileLdapOptions,
  startHostileLdap,
} from '../../support/hostile-ldap';
import { type Answer, ask, type RawLdapClient, rawLdapClient, requests } from '../../support/raw-ldap-client';

export const me = 'cn=directory manager,o=gluu';
export const password = 'correct horse battery';
const open: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Has something closed when the test is over. */
export const closeLater = (close: () => Promise<void> | void): void => void open.push(close);

/** Starts a hostile server and connects to it; both end with the test. */
export async function meet(
  behaviour: HostileBehaviour,
  options?: HostileLdapOptions,
): Promise<{ server: HostileLdap; client: RawLdapClient }> {
  const server = await startHostileLdap(behaviour, options);
  const client = await rawLdapClient(server.port);
  open.push(() => void client.socket.destroy(), server.stop);
  return { server, client };
}

export const bind = (client: RawLdapClient): Promise<Answer[]> => ask(client, requests.bind(1, me, password));
