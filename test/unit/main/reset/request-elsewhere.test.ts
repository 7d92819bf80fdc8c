import { expect, test } from 'vitest';
import type { History } from '../../../../src-main/history/history-log';
import type { Reached } from '../../../../src-main/reach/reach';
import { createRequestSettler } from '../../../../src-main/reset/request-settler';
import type { ResetContext } from '../../../../src-main/reset/reset-context';
import type { RunLog } from '../../../../src-main/reset/run-log';
import { withdrawRequest } from '../../../../src-main/reset/withdraw-request';
import { unwatchedWork } from '../../../../src-main/work/work';
import { exactly } from '../../../../src-shared/gluu/versions';
import type { HistoryEntry } from '../../../../src-shared/model/history';
import type { ResetRun } from '../../../../src-shared/model/reset';

const historyId = '7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b11';
const branchDn = 'ou=resetPasswordRequests,inum=1,ou=appliances,o=gluu';
const run = {
  id: 'run',
  entry: 'open',
  mail: 'open',
  events: [],
  request: { historyId, branchDn, nonce: 'n', seal: 's', expiresAt: '2026-11-29T12:00:00.000Z' },
} as unknown as ResetRun;

/** What is noted of the run by a console whose profile leads to this host, where there is no request. */
function at(host: string) {
  const noted: object[] = [];
  const entry = { host: 'one.example.org:1636' } as HistoryEntry;
  const runs = {
    open: () => [run],
    async note(_: unknown, __: unknown, change: object) {
      noted.push(change);
      return run;
    },
  } as unknown as RunLog;
  const history = { get: (id: string) => (id === historyId ? entry : undefined) } as History;
  const now = () => new Date('2026-11-29T11:00:00.000Z');
  const reached = {
    session: { at: host, async *pages() {} },
    tree: { requestsDn: branchDn, version: exactly('3.1.2') },
    profile: { id: 'server', host, port: 1636 },
  } as unknown as Reached;
  return { noted, reached, context: { runs, history, now } as unknown as ResetContext };
}

test('a request is settled by the server it was written to', async () => {
  const { noted, reached, context } = at('one.example.org');
  await createRequestSettler(context).look(reached, []);
  expect(noted).toMatchObject([{ entry: 'none' }, { mail: 'unknown' }]);
});

test('and by no other that its profile leads to by then: there its absence says nothing', async () => {
  const { noted, reached, context } = at('copy.example.org');
  await createRequestSettler(context).look(reached, []);
  expect(noted).toMatchObject([{ mail: 'unknown' }]);
});

test('nor is it called gone where it is to be withdrawn', async () => {
  const { noted, reached, context } = at('copy.example.org');
  const withdrawn = withdrawRequest(run, undefined, reached, context, unwatchedWork());
  await expect(withdrawn).rejects.toMatchObject({ code: 'gluu.snapshotGone' });
  expect(noted).toEqual([]);
});
