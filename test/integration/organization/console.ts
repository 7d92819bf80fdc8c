import { inject } from 'vitest';
import type { Tuning } from '../../../src-main/console/tuning';
import type { Held } from '../../../src-main/organization/hold-watch';
import type { Notice } from '../../../src-shared/model/app';
import type { ServerDraft } from '../../../src-shared/model/server';
import { selfSigned } from '../../support/certificates';
import { salt } from '../../support/cipher-vectors';
import { type GluuTreeOptions, gluuTree } from '../../support/gluu-tree';
import { lendSlapd } from '../../support/lent-slapd';
import { type ServerConsole, startServerConsole } from '../../support/server-console';
import { accountOn, type Slapd, type SlapdOptions } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';

interface ConsoleOptions extends Pick<Tuning, 'history' | 'ldapLimits' | 'settlePauses'> {
  tree?: Partial<GluuTreeOptions>;
  slapd?: SlapdOptions;
  /** Null: none is stored. */
  salt?: string | null;
  /** Log in as the account that may only read, unless `slapd` gives it more. */
  asReader?: boolean;
  profile?: Partial<ServerDraft>;
  /** Over LDAPS, with its certificate trusted. */
  encrypted?: boolean;
  /** How long after a write the server's own refresh is waited for, in ms; by default longer than any test. */
  refreshMs?: number;
  /** A slapd that somebody else started and stops, reached at this port: for several consoles on one server. */
  on?: { slapd: Slapd; port: number };
}

/** A console with one server in its list: a slapd reached through a proxy. */
export interface TestConsole extends ServerConsole {
  slapd: Slapd;
  proxy: TcpProxy;
  /** What became of watched writes, as it was told. */
  held(): { historyId: string; held: Held }[];
  alarms(): Notice[];
  /** The values of one attribute as they are stored. */
  stored(dn: string, attribute: string): Promise<string[]>;
  again(...how: Parameters<ServerConsole['again']>): Promise<TestConsole>;
}

export async function startConsole(options: ConsoleOptions = {}): Promise<TestConsole> {
  const version = options.tree?.version ?? '3.1.2';
  const slapd =
    options.on?.slapd ?? (await lendSlapd({ version, ldif: gluuTree({ version, ...options.tree }), ...options.slapd }));
  const proxy = await startProxy(options.on?.port ?? (options.encrypted ? slapd.ldapsPort : slapd.port));
  const started = await startServerConsole(
    {
      port: proxy.port,
      ...(options.encrypted ? { mode: 'ldaps', pin: (await selfSigned()).sha256 } : { mode: 'plain' }),
      ...accountOn(slapd, options.asReader),
      salt: options.salt === undefined ? salt : options.salt,
      profile: options.profile,
    },
    {
      helpers: inject('helpers'),
      tuning: {
        ...(options.history ? { history: options.history } : {}),
        ...(options.ldapLimits ? { ldapLimits: options.ldapLimits } : {}),
        ...(options.settlePauses ? { settlePauses: options.settlePauses } : {}),
        ...(options.refreshMs === undefined ? {} : { holdWaits: { refreshMs: options.refreshMs, againMs: 100 } }),
      },
    },
  );
  const dress = (console: ServerConsole): TestConsole => ({
    ...console,
    slapd,
    proxy,
    held: () =>
      console.events.flatMap((event) =>
        event.kind === 'held' ? [{ historyId: event.historyId, held: event.held }] : [],
      ),
    alarms: () => console.events.flatMap((event) => (event.kind === 'notices' ? event.notices : [])),
    stored: async (dn, attribute) => {
      const [entry] = await slapd.search(dn, '(objectClass=*)', [attribute], { scope: 'base' });
      return entry?.get(attribute) ?? [];
    },
    again: async (...how) => dress(await console.again(...how)),
    stop: async () => {
      await console.stop();
      await proxy.stop();
      if (!options.on) await slapd.stop();
    },
  });
  return dress(started);
}

/** One change record that gives an attribute these values instead of all others. */
export const replaceWith = (dn: string, attribute: string, ...values: string[]): string =>
  [
    `dn: ${dn}`,
    'changetype: modify',
    `replace: ${attribute}`,
    ...values.map((value) => `${attribute}:: ${Buffer.from(value).toString('base64')}`),
    '',
  ].join('\n');
