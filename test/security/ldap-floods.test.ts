import { afterAll, beforeAll, expect, test } from 'vitest';
import { filter } from '../../src-main/ldap/ldap-session';
import { MAX_PAGES } from '../../src-main/ldap/search-pages';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { message } from '../../src-shared/texts/message';
import { runConnect } from '../integration/ldap/run-connect';
import { inEnglish, saying } from '../support/english';
import { type HostileBehaviour, type HostileLdap, startHostileLdap } from '../support/hostile-ldap';
import { runInElectron } from '../support/in-electron';
import { runInNode } from '../support/in-node';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';
import type { Flood, Flooded } from './support/ldap-flooded';

const FLOODED = 'test/security/support/ldap-flooded.ts';

let slapd: Slapd;
const servers: HostileLdap[] = [];
beforeAll(async () => {
  slapd = await startSlapd();
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await slapd.stop();
});

async function floodOf(...behaviours: HostileBehaviour[]): Promise<Flood> {
  const started = await Promise.all(behaviours.map((behaviour) => startHostileLdap(behaviour)));
  servers.push(...started);
  const { port, bindDn, password } = slapd;
  return {
    friendly: { host: '127.0.0.1', port, mode: 'plain', bindDn, password },
    hostile: started.map((server) => server.port),
  };
}

test(titled('T12'), async () => {
  // Several times, because the bytes may arrive in one piece or in two.
  const flood = await floodOf(
    { kind: 'many-messages' },
    { kind: 'many-messages' },
    { kind: 'many-messages', count: 90_000 },
  );
  const inNode = await runInNode<Flooded[]>(FLOODED, flood);
  await securityCase('T12', 'the operation ends with an error', () => {
    for (const { failure } of inNode) {
      expect(failure).toMatchObject({
        code: 'ldap.tooMuch',
        stage: 'Gluu tree',
        facts: { limit: saying('1,000 entries') },
      });
    }
  });
  await securityCase('T12', 'sessions with other servers go on', () => {
    expect(inNode.map(({ otherSession }) => otherSession)).toEqual(['gluu', 'gluu', 'gluu']);
  });
  await securityCase('T12', 'the main process of Electron lives', async () => {
    const inElectron = await runInElectron<Flooded[]>(FLOODED, flood);
    expect(inElectron).toHaveLength(3);
    for (const { failure, otherSession, runtime } of inElectron) {
      expect([failure?.code, otherSession, runtime]).toEqual(['ldap.tooMuch', 'gluu', 'Electron']);
    }
  });
});

test(titled('T13'), async () => {
  const cases: [string, HostileBehaviour, code: string][] = [
    ['a value of 64 MB', { kind: 'huge-value' }, 'ldap.tooMuch'],
    ['a message that claims 4 GB', { kind: 'huge-length' }, 'ldap.tooMuch'],
    ['a million attributes', { kind: 'many-attributes' }, 'ldap.tooMuch'],
    ['sequences 100 deep', { kind: 'deep-nesting' }, 'ldap.notLdap'],
    ['as many attributes as go into 8 MB', { kind: 'many-attributes', count: 500_000 }, 'ldap.tooMuch'],
  ];
  // What loading and compiling code costs the first time is nobody's fault, so all of them are met twice.
  const behaviours = cases.map(([, behaviour]) => behaviour);
  const flood = await floodOf(...behaviours, ...behaviours);
  const flooded = (await runInNode<Flooded[]>(FLOODED, flood)).slice(cases.length);
  for (const [index, [what, , code]] of cases.entries()) {
    await securityCase('T13', what, () => {
      const { failure, ms, stallMs, grownMb, otherSession } = flooded[index] ?? expect.unreachable();
      expect(failure, what).toMatchObject({ code, stage: 'Gluu tree' });
      if (code === 'ldap.tooMuch') {
        expect(inEnglish(failure?.facts?.limit), what).toMatch(/^(8 MB in one message|100,000 attributes and values)$/);
      }
      expect(ms, what).toBeLessThan(2000);
      expect(stallMs, what).toBeLessThan(200);
      expect(grownMb, what).toBeLessThan(150);
      expect(otherSession, what).toBe('gluu');
    });
  }
});

test(titled('T14'), async () => {
  await securityCase('T14', '300 000 entries where ten were asked for', async () => {
    const server = await startHostileLdap({ kind: 'endless-entries' });
    const before = process.memoryUsage().rss;
    const ran = await runConnect(
      { port: server.port },
      { use: (session) => session.children('o=gluu', filter.present('objectClass'), ['uid'], 10) },
    );
    expect(ran.failure).toMatchObject({ code: 'ldap.tooMuch', facts: { limit: saying('1,000 entries') } });
    expect(inEnglish(sentencesOf(ran.failure ?? expect.unreachable())).what).toContain('(limit: 1,000 entries)');
    // The server lives in this process too; 300 000 entries kept would be some 600 MB (measured: 203 MB for 100 000).
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    await server.stop();
  });
  await securityCase('T14', 'pages that never end', async () => {
    const server = await startHostileLdap({ kind: 'endless-pages' });
    let pages = 0;
    const ran = await runConnect(
      { port: server.port },
      {
        use: async (session) => {
          for await (const page of session.pages('o=gluu', filter.present('objectClass'), ['uid'], 100)) {
            expect(page).toHaveLength(1);
            pages += 1;
          }
        },
      },
    );
    expect(ran.failure).toMatchObject({
      code: 'ldap.tooMuch',
      facts: { limit: message('failure.ldap.tooMuch.pages', { n: MAX_PAGES }) },
    });
    expect(pages).toBe(MAX_PAGES);
    await server.stop();
  });
});
