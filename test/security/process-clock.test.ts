import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHistory } from '../../src-main/history/history-log';
import { signed } from '../support/certificates';
import { texts } from '../support/english';
import { begun } from '../support/files/records';
import { runInNode } from '../support/in-node';
import { type Slapd, startSlapd } from '../support/slapd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import type { ClockVisit } from './support/process-clock-visit';

const DAY = 86_400_000;
const VISIT = 'test/security/support/process-clock-visit.ts';

let folder: string;
let authority: string;
let slapd: Slapd;
beforeAll(async () => {
  folder = makeTemporaryFolder('clock');
  authority = path.join(folder, 'ca.pem');
  const tls = await signed();
  writeFileSync(authority, tls.ca ?? '');
  slapd = await startSlapd({ tls });
});
afterAll(async () => {
  await slapd.stop();
  removeTemporaryFolder(folder);
});

/** What the `faketime` command would set for a program that lives so many days from now. */
function timeOf(days: number): NodeJS.ProcessEnv {
  if (days === 0) return {};
  const args = ['-f', `${days > 0 ? '+' : ''}${days}d`, 'sh', '-c', 'echo "$LD_PRELOAD"; echo "$FAKETIME"'];
  const [LD_PRELOAD = '', FAKETIME = ''] = execFileSync('faketime', args, { encoding: 'utf8' }).split('\n');
  return { LD_PRELOAD, FAKETIME };
}

const clocks: [days: number, distrust: string][] = [
  [400, 'CERT_HAS_EXPIRED'],
  [-400, 'CERT_NOT_YET_VALID'],
];
test.each(clocks)(
  titled('T59', 'a clock that is %i days off is named with the certificate, and the history keeps its order'),
  (days, distrust) =>
    securityCase('T59', `${days} days`, async () => {
      const file = path.join(folder, `history${days}.jsonl`);
      await (await openHistory(file)).append(begun({ serverName: 'before' }));
      const visit = (off: number) =>
        runInNode<ClockVisit>(
          VISIT,
          { port: slapd.ldapsPort, bindDn: slapd.bindDn, password: slapd.password, history: file },
          { NODE_EXTRA_CA_CERTS: authority, ...timeOf(off) },
        );
      // The same certificate is good by the right clock.
      expect((await visit(0)).connected).toBe(true);
      const { now, connected, failure, sentences } = await visit(days);
      expect(Math.abs(Date.parse(now) - (Date.now() + days * DAY))).toBeLessThan(DAY);
      expect(connected).toBe(false);
      expect(failure).toMatchObject({ code: 'tls.untrusted', detail: distrust });
      expect(sentences?.why).toContain(`by this computer’s clock, today is ${texts.when({ at: now, as: 'day' })}`);

      const history = await openHistory(file);
      await history.append(begun({ serverName: 'after' }));
      expect(history.list().map(({ serverName }) => serverName)).toEqual([
        'after',
        'in the other time',
        'in the other time',
        'before',
      ]);
      expect(await history.verify()).toEqual({ ok: true, lines: 4 });
    }),
);
