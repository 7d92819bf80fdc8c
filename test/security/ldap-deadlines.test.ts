import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { me, password } from '../integration/ldap/run-connect';
import { type HostileBehaviour, startHostileLdap } from '../support/hostile-ldap';
import { startServerConsole } from '../support/server-console';
import { type Slapd, startSlapd } from '../support/slapd';
import { workWith } from '../support/test-console';
import { securityCase, titled } from './case';

/** How late a timer may be on a busy machine, in ms. */
const slack = 1500;

let slapd: Slapd;
beforeAll(async () => {
  slapd = await startSlapd();
});
afterAll(() => slapd.stop());

/** Loads the Organization Configuration with the limits of the product; gives how that failed and after how many ms. */
async function timed(port: number, account: { bindDn: string; password: string }, before?: () => void) {
  const console = await startServerConsole({ port, mode: 'plain', ...account }, { helpers: inject('helpers') });
  const work = before === undefined ? undefined : workWith('Who am I', async () => before());
  const began = performance.now();
  const outcome = await console.load(work).then(
    () => undefined,
    ({ code, about }) => ({ code, stage: about.stage, facts: about.facts }),
  );
  const ms = performance.now() - began;
  await console.stop();
  return { outcome, ms };
}

async function against(behaviour: HostileBehaviour) {
  const server = await startHostileLdap(behaviour);
  return timed(server.port, { bindDn: me, password }).finally(() => server.stop());
}

test(titled('T11'), async () => {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const late = (stage: string, seconds: number) => ({ code: 'ldap.noReply', stage, facts: { seconds } });
  // All at once, or it would take most of a minute.
  await Promise.all([
    securityCase('T11', 'a server that is silent', async () => {
      const { outcome, ms } = await against({ kind: 'silent' });
      expect(outcome).toEqual(late('Login', 10));
      expect(ms).toBeLessThan(10_000 + slack);
    }),
    securityCase('T11', 'a server that drips', async () => {
      const { outcome, ms } = await against({ kind: 'drip', everyMs: 400 });
      expect(outcome).toEqual(late('Login', 10));
      expect(ms).toBeLessThan(10_000 + slack);
    }),
    securityCase('T11', 'a web server', async () => {
      const { outcome, ms } = await against({ kind: 'http' });
      expect(outcome).toMatchObject({ code: 'ldap.notLdap', stage: 'Login' });
      expect(ms).toBeLessThan(2000);
    }),
    securityCase('T11', 'a directory that hangs with its connections open', async () => {
      const { outcome, ms } = await timed(slapd.port, slapd, () => slapd.pause());
      slapd.resume();
      expect(outcome).toEqual(late('Who am I', 10));
      expect(ms).toBeLessThan(10_000 + slack);
      const again = await timed(slapd.port, slapd);
      expect(again.outcome).toBeUndefined();
    }),
  ]);
  delay.disable();
  expect(delay.percentile(99) / 1e6).toBeLessThan(100);
});
