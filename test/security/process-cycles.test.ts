import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { selfSigned, type TestCertificate } from '../support/certificates';
import { runInNode } from '../support/in-node';
import { type ScriptedSmtp, startScriptedSmtp } from '../support/scripted-smtp';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';
import type { Cycles, Held } from './support/process-cycles';

const login = { userName: 'ada@example.org', password: 'correct horse 7' };

let tls: TestCertificate;
let slapd: Slapd;
let smtp: ScriptedSmtp;
beforeAll(async () => {
  tls = await selfSigned();
  [slapd, smtp] = await Promise.all([startSlapd({ tls }), startScriptedSmtp({ tls, login })]);
});
afterAll(() => Promise.all([slapd.stop(), smtp.stop()]));

async function run(cycles: Pick<Cycles, 'what' | 'warmUp' | 'counted' | 'atOnce'>) {
  const { port, ldapsPort, bindDn, password } = slapd;
  return runInNode<{ before: Held; after: Held }>('test/security/support/process-cycles.ts', {
    ...cycles,
    growth: GROWTH,
    helpers: inject('helpers'),
    ldap: { port, ldapsPort, bindDn, password, pin: tls.sha256 },
    smtp: { port: smtp.port, pin: tls.sha256, ...login },
  } satisfies Cycles);
}

/** What counts as noise in one round. */
const GROWTH = 1.05;

describe(titled('T61'), () => {
  // A new process takes memory for a while; only what it takes after that would go on for ever.
  test.each([
    ['a thousand logins', { what: 'sessions', warmUp: 1000, counted: 1000, atOnce: 4 }],
    ['two hundred mail tests', { what: 'mails', warmUp: 200, counted: 200, atOnce: 4 }],
    ['a hundred profiles, checked five times', { what: 'polls', warmUp: 500, counted: 500, atOnce: 8 }],
  ] as const)('%s', { timeout: 300_000 }, (what, cycles) =>
    securityCase('T61', what, async () => {
      const { before, after } = await run(cycles);
      for (const kind of ['files', 'listeners', 'heapMb', 'memoryMb'] as const) {
        expect(after[kind], kind).toBeLessThanOrEqual(before[kind] * GROWTH);
      }
    }),
  );
});
