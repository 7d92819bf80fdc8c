import { inject } from 'vitest';
import type { CallsOf, Work } from '../../../src-main/work/work';
import type { ServerDraft } from '../../../src-shared/model/server';
import { selfSigned } from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { type GluuTreeOptions, gluuTree } from '../../support/gluu-tree';
import type { LdifEntry } from '../../support/ldif';
import { lendSlapd } from '../../support/lent-slapd';
import { type ServerConsole, startServerConsole } from '../../support/server-console';
import { accountOn, type Slapd, type SlapdOptions } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { watchedWork } from '../../support/test-console';

export const names = gluuNames();
export const personDn = (last: string): string => `inum=${names.orgInum}!0000!${last},${names.peopleDn}`;

/** A person's record; `last` is the end of the inum, e.g. `0000.0001`. */
export function person(last: string, attributes: Record<string, string | string[]>): LdifEntry {
  return {
    dn: personDn(last),
    attributes: {
      objectClass: ['top', 'gluuPerson', 'gluuCustomPerson'],
      inum: `${names.orgInum}!0000!${last}`,
      ...attributes,
    },
  };
}

export interface UsersConsole extends Omit<ServerConsole, 'call'> {
  slapd: Slapd;
  proxy: TcpProxy;
  /** The ids of servers that were said to be changed. */
  told(): string[];
  call<N extends keyof CallsOf<'users'>>(
    name: N,
    input: Omit<Parameters<CallsOf<'users'>[N]>[0], 'serverId'>,
    work?: Work,
  ): ReturnType<CallsOf<'users'>[N]>;
}

/** A console with one server in its list: a slapd reached over LDAPS, through a proxy that tells its requests apart. */
export async function startUsersConsole(
  options: {
    tree?: Partial<GluuTreeOptions>;
    slapd?: SlapdOptions;
    profile?: Partial<ServerDraft>;
    asReader?: boolean;
  } = {},
): Promise<UsersConsole> {
  const version = options.tree?.version ?? '3.1.2';
  const own = await selfSigned();
  const slapd = await lendSlapd({ version, ldif: gluuTree({ version, ...options.tree }), tls: own, ...options.slapd });
  const mode = options.profile?.mode ?? 'ldaps';
  const proxy = await startProxy(slapd.port, mode === 'plain' ? {} : { tls: own });
  const console = await startServerConsole(
    { port: proxy.port, mode, ...accountOn(slapd, options.asReader), pin: own.sha256, profile: options.profile },
    { helpers: inject('helpers') },
  );
  const { serverId, calls } = console;
  return {
    ...console,
    slapd,
    proxy,
    told: () => console.events.flatMap((event) => (event.kind === 'changed' ? event.serverId : [])),
    call: (name, input, work = watchedWork()) =>
      (calls[name] as (input: unknown, work: Work) => never)({ serverId, ...input }, work),
    stop: async () => {
      await console.stop();
      await proxy.stop();
      await slapd.stop();
    },
  };
}
