import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { bundle } from '../support/bundle';
import { selfSigned, type TestCertificate } from '../support/certificates';
import { type Slapd, startSlapd } from '../support/slapd';
import { startProxy } from '../support/tcp-proxy';
import { securityCase, titled } from './case';

/** How long it sleeps, in ms; the plan's minute is only there to be longer than the server's patience. */
const SLEEP_MS = 8000;

let slapd: Slapd;
let tls: TestCertificate;
let program: string;
beforeAll(async () => {
  tls = await selfSigned();
  [slapd, program] = await Promise.all([
    startSlapd({ tls, idleTimeout: 3 }),
    bundle('test/security/support/process-stopped.ts'),
  ]);
});
afterAll(() => slapd.stop());

test(titled('T57', 'goes on encrypted, and logged in, after a sleep that the server did not wait for'), async () => {
  await Promise.all(
    (['startTls', 'ldaps'] as const).map((mode) =>
      securityCase('T57', `stopped and continued, ${mode}`, async () => {
        const proxy = await startProxy(mode === 'ldaps' ? slapd.ldapsPort : slapd.port);
        const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
        try {
          const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
          const said = async () => JSON.parse((await lines.next()).value ?? 'null') as unknown;
          const { bindDn, password } = slapd;
          child.stdin.write(
            JSON.stringify({
              ...{ port: proxy.port, mode, bindDn, password, pin: tls.sha256 },
              helpers: inject('helpers'),
            }),
          );
          expect(await said()).toBe('in the middle');
          const dropped = () => slapd.log().match(/ closed \(idletimeout\)/g)?.length ?? 0;
          child.kill('SIGSTOP');
          await pause(SLEEP_MS);
          await vi.waitFor(() => expect(dropped()).toBeGreaterThanOrEqual(2), { timeout: 20_000 });
          child.kill('SIGCONT');
          const woken = performance.now();
          child.stdin.write('wake up');
          expect(await said()).toEqual({ code: 'net.dropped', stage: 'Who am I' });
          expect(performance.now() - woken).toBeLessThan(15_000);
          expect([await said(), await said()]).toEqual([{ maxLogSize: 200 }, { kind: 'saved' }]);
          // The one that was dropped, and a new one for all that followed.
          expect(proxy.connections()).toBe(2);
          for (const secret of [password, bindDn, 'new-value.example.org'])
            expect(proxy.log.includes(secret)).toBe(false);
        } finally {
          child.kill('SIGKILL');
          await proxy.stop();
        }
      }),
    ),
  );
});
