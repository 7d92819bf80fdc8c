import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { password } from '../integration/ldap/run-connect';
import {
  authorityAsServer,
  expired,
  fourFaults,
  notYetValid,
  selfSigned,
  signed,
  type TestCertificate,
  unknownAuthority,
  wrongHost,
} from '../support/certificates';
import { inEnglish } from '../support/english';
import { type HostileLdap, startHostileLdap } from '../support/hostile-ldap';
import { runInElectron } from '../support/in-electron';
import { runInNode } from '../support/in-node';
import { startServerConsole } from '../support/server-console';
import { type Slapd, startSlapd } from '../support/slapd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import type { Visited } from './support/ldap-visits';

const VISITS = 'test/security/support/ldap-visits.ts';
const modes = ['ldaps', 'startTls'] as const;
const kinds: [string, host: string, distrust: string, () => Promise<TestCertificate>][] = [
  ['self-signed', 'localhost', 'DEPTH_ZERO_SELF_SIGNED_CERT', () => selfSigned()],
  ['of an unknown authority', 'localhost', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', () => unknownAuthority()],
  ['expired', 'localhost', 'CERT_HAS_EXPIRED', () => expired()],
  ['not yet valid', 'localhost', 'CERT_NOT_YET_VALID', () => notYetValid()],
  ['for another host', 'localhost', 'ERR_TLS_CERT_ALTNAME_INVALID', () => wrongHost()],
  ['for a name only, dialled by address', '127.0.0.1', 'ERR_TLS_CERT_ALTNAME_INVALID', () => signed(['DNS:localhost'])],
];

interface Door {
  what: string;
  host: string;
  mode: (typeof modes)[number];
  distrust?: string;
  tls: TestCertificate;
  server: HostileLdap;
}
/** The twelve that are to be refused, and two that are not: without these, refusing everything would do. */
let doors: Door[];
let folder: string;
let authority: string;
beforeAll(async () => {
  folder = makeTemporaryFolder('authority');
  authority = path.join(folder, 'ca.pem');
  writeFileSync(authority, (await signed()).ca ?? '');
  const wanted = [...kinds.map(([what, host, distrust, make]) => ({ what, host, distrust, make })), good];
  doors = await Promise.all(
    wanted.flatMap(({ make, ...about }) =>
      modes.map(async (mode) => {
        const tls = await make();
        const server = await startHostileLdap({ kind: 'none' }, { tls, ldaps: mode === 'ldaps' });
        return { ...about, what: `${about.what}, ${mode}`, mode, tls, server };
      }),
    ),
  );
});
const good = { what: 'good', host: 'localhost', make: () => signed() };
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await Promise.all(doors.map(({ server }) => server.stop()));
  removeTemporaryFolder(folder);
});

const targets = () => doors.map(({ host, mode, server }) => ({ host, mode, port: server.port }));

function expectRefused({ what, distrust, tls, host }: Door, { failure, asked }: Visited): void {
  expect(failure, what).toMatchObject({
    code: 'tls.untrusted',
    stage: 'TLS',
    facts: { host },
    certificate: { sha256: tls.sha256, distrust },
  });
  const shown = failure?.certificate;
  expect(shown?.subject, what).toMatch(/CN=/);
  expect(shown?.names, what).toEqual(shown?.selfSigned ? [] : expect.arrayContaining([expect.stringMatching(/^DNS:/)]));
  expect([Date.parse(shown?.validFrom ?? ''), Date.parse(shown?.validTo ?? '')], what).not.toContain(Number.NaN);
  expect(asked, what).toBe(0);
}

function expectNoLogin({ what, server }: Door): void {
  expect(
    server.requests().map(({ operation }) => operation),
    what,
  ).not.toContain('bind');
  expect(server.clear().includes(password), what).toBe(false);
}

async function expectRefusals(id: 'T7' | 'T9', visited: Visited[]): Promise<void> {
  for (const [index, door] of doors.entries()) {
    const visit = visited[index] ?? { asked: 0 };
    if (door.distrust === undefined) expect(visit, door.what).toMatchObject({ trust: 'system', asked: 1 });
    else {
      await securityCase(id, door.what, () => {
        expectRefused(door, visit);
        expectNoLogin(door);
      });
    }
  }
}

test(titled('T7'), async () => {
  await expectRefusals('T7', await runInNode<Visited[]>(VISITS, targets(), { NODE_EXTRA_CA_CERTS: authority }));
});

test(titled('T9'), async () => {
  const environment = { NODE_EXTRA_CA_CERTS: authority, NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  await expectRefusals('T9', await runInNode<Visited[]>(VISITS, targets(), environment));
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  const visited = await runInElectron<Visited[]>(VISITS, targets());
  for (const [index, door] of doors.entries()) {
    // Electron's own reason for the one of the test authority, which it does not know here, is another one.
    if (door.distrust === undefined) continue;
    expect(visited[index], door.what).toMatchObject({ failure: { code: 'tls.untrusted', stage: 'TLS' }, asked: 0 });
    expectNoLogin(door);
  }
});

test('names each of four faults of a certificate at once, in Electron', async () => {
  const dated = [
    ['ended', /It expired on /],
    ['to come', /It is valid from /],
  ] as const;
  const servers = await Promise.all(
    dated.flatMap(([dates]) =>
      modes.map(async (mode) =>
        startHostileLdap({ kind: 'none' }, { tls: await fourFaults(dates), ldaps: mode === 'ldaps' }),
      ),
    ),
  );
  try {
    const visits = servers.map(({ port }, index) => ({ host: 'localhost', mode: modes[index % 2], port }));
    const visited = await runInElectron<Visited[]>(VISITS, visits);
    for (const [index, { failure, asked }] of visited.entries()) {
      const { why: causes = '' } = inEnglish(sentencesOf(failure ?? expect.unreachable()));
      expect([failure?.code, asked]).toEqual(['tls.untrusted', 0]);
      expect(causes).toMatch(/an authority that this computer does not know/);
      expect(causes).toMatch(/not issued for servers/);
      expect(causes).toMatch(dated[Math.floor(index / 2)]?.[1] ?? /^$/);
      expect(causes).toMatch(/It is for DNS:elsewhere\.example\.org, not for localhost/);
      expect(causes.match(/It /g)).toHaveLength(4);
    }
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
});

test('says that the key usage of a certificate forbids TLS, which only Electron checks', async () => {
  const tls = await authorityAsServer();
  const server = await startHostileLdap({ kind: 'none' }, { tls, ldaps: true });
  try {
    const target = { host: 'localhost', mode: 'ldaps', port: server.port };
    const [visited] = await runInElectron<Visited[]>(VISITS, [target]);
    expect(visited).toMatchObject({ failure: { code: 'tls.keyUsage', stage: 'TLS' }, asked: 0 });
    expect(visited?.failure?.detail).toContain('ERR_SSL_KEY_USAGE_BIT_INCORRECT');
  } finally {
    await server.stop();
  }
});

test(titled('T8'), async () => {
  const [old, ownNext, signedNext] = [await selfSigned(1), await selfSigned(2), await signed()];
  const slapd = await startSlapd({ tls: old });
  const target = { port: slapd.ldapsPort, mode: 'ldaps', bindDn: slapd.bindDn, password: slapd.password } as const;
  const console = await startServerConsole(
    { ...target, host: 'localhost', pin: old.sha256, profile: { name: 'Meadow' } },
    { helpers: inject('helpers') },
  );
  try {
    expect((await console.load()).fields.maxLogSize).toMatchObject({ value: 200 });
    const alarm = (next: TestCertificate) => ({
      code: 'tls.changed',
      stage: 'TLS',
      certificate: { sha256: next.sha256 },
      facts: { pin: old.sha256 },
    });

    await securityCase('T8', 'self-signed', async () => {
      await slapd.restart({ tls: ownNext });
      await expectNoBind(slapd, async () => {
        const { code, about } = await rejection(console.load());
        expect({ code, ...about }).toMatchObject(alarm(ownNext));
      });
      for (const typed of [undefined, '', 'meadow']) {
        await expect(console.trust(ownNext.sha256, typed)).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
      }
      // Nor does typing the name help with a certificate that the server never showed.
      await expect(console.trust(signedNext.sha256, 'Meadow')).rejects.toMatchObject({ code: 'tls.changed' });
      expect((await console.profile()).pin?.sha256).toBe(old.sha256);
    });

    await securityCase('T8', 'of an authority that is trusted', async () => {
      await slapd.restart({ tls: signedNext });
      const visit = { host: 'localhost', port: slapd.ldapsPort, mode: 'ldaps', pin: old.sha256 };
      await expectNoBind(
        slapd,
        async () => {
          const environment = { NODE_EXTRA_CA_CERTS: authority };
          const [pinned, unpinned] = await runInNode<Visited[]>(
            VISITS,
            [visit, { ...visit, pin: undefined }],
            environment,
          );
          expect(pinned).toMatchObject({ failure: alarm(signedNext), asked: 0 });
          // It is trusted as such: it gets as far as a login, which fails for the DN is made up.
          expect(unpinned).toMatchObject({ failure: { code: 'ldap.credentials' }, asked: 1 });
        },
        1,
      );
      await expect(console.load()).rejects.toMatchObject({ code: 'tls.changed' });
      expect((await console.profile()).pin?.sha256).toBe(old.sha256);
      await console.trust(signedNext.sha256, 'Meadow');
      expect((await console.load()).fields.maxLogSize).toMatchObject({ value: 200 });
    });
  } finally {
    console.stop();
    await slapd.stop();
  }
});

test(titled('T10'), async () => {
  const tls = await selfSigned();
  for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const) {
    await securityCase('T10', version, async () => {
      const only = { ...tls, minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
      const servers = await Promise.all(
        modes.map((mode) => startHostileLdap({ kind: 'none' }, { tls: only, ldaps: mode === 'ldaps' })),
      );
      const visits = modes.map((mode, index) => ({ mode, port: servers[index]?.port, pin: tls.sha256 }));
      for (const visit of await runInNode<Visited[]>(VISITS, visits)) {
        if (version < 'TLSv1.2') expect(visit).toMatchObject({ failure: { code: 'tls.old', stage: 'TLS' }, asked: 0 });
        else expect(visit).toEqual({ trust: 'pin', protocol: version, asked: 1 });
      }
      await Promise.all(servers.map((server) => server.stop()));
    });
  }
});

/** Runs `work` during which slapd is to see that many logins, none by default. */
async function expectNoBind(slapd: Slapd, work: () => Promise<void>, logins = 0): Promise<void> {
  const before = slapd.log().length;
  await work();
  expect(
    slapd
      .log()
      .slice(before)
      .match(/ BIND dn=/g)?.length ?? 0,
  ).toBe(logins);
}

async function rejection(call: Promise<unknown>): Promise<{ code: string; about: object }> {
  return call.then(
    () => expect.unreachable('it was to be refused'),
    (error: unknown) => error as { code: string; about: object },
  );
}
