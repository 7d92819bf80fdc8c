import { expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { HoldWatch } from '../../../../src-main/organization/hold-watch';
import type { UpdatePlan } from '../../../../src-main/organization/plans';
import type { UpdateEnd } from '../../../../src-main/organization/update';
import { outcomeReporter } from '../../../../src-main/organization/update-outcome';
import { unwatchedWork } from '../../../../src-main/work/work';
import type { Settle } from '../../../../src-main/write/settle';
import { ServerId } from '../../../../src-shared/model/server';
import { inEnglish } from '../../../support/english';
import { snapshotOf } from '../gluu-ldap/snapshot-of';

const loaded = snapshotOf();
const serverId = ServerId.parse('7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b10');
const plan: UpdatePlan = { serverId, action: 'Update', rows: [], entries: [], loaded };
const away = () => Promise.reject(new AppError('net.refused'));
const tell = outcomeReporter({ settle: {} as Settle, holdWatch: {} as HoldWatch, show: away, load: away });

test.each([undefined, loaded])('what was saved is told though the server cannot be shown then', async (snapshot) => {
  const end: UpdateEnd = { kind: 'saved', historyId: 'id', read: undefined, check: 'assertion', saved: [] };
  const outcome = await tell(plan, end, snapshot, unwatchedWork());
  expect(inEnglish(outcome)).toEqual({
    kind: 'saved',
    check: 'assertion',
    notes: [expect.stringContaining('could not be read again')],
  });
});

test('and so is why it was not saved, with what was', async () => {
  const why = new AppError('ldap.busy');
  const end: UpdateEnd = {
    ...{ kind: 'notSaved', historyId: 'id', why, partly: true },
    ...{ check: 'assertion', saved: ['smtpHost'] },
  };
  const outcome = await tell(plan, end, loaded, unwatchedWork());
  expect(inEnglish(outcome)).toEqual({ kind: 'notSaved', failure: why.toFailure(), saved: ['smtpHost'] });
});
