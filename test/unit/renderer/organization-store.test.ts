import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  anyDirty,
  edit,
  editSecret,
  errorsOf,
  isDirty,
  keptDrafts,
  load,
  organizationOf,
  restoreDrafts,
  revert,
  takeView,
} from '../../../src-renderer/organization/organization-store';
import {
  applyHeld,
  closeReview,
  formSaved,
  review,
  settleConflict,
  update,
  verifyNow,
} from '../../../src-renderer/organization/organization-update';
import { setServers } from '../../../src-renderer/state/servers-store';
import { useWork } from '../../../src-renderer/state/task';
import type {
  ChangePlan,
  ConflictRow,
  FieldId,
  OrganizationView,
  PlanRow,
} from '../../../src-shared/model/organization';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { message, verbatim } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';
import { fakeMain } from './fake-main';

const main = fakeMain();
let serverId: ServerId;
const state = () => organizationOf(serverId).getState();
const last = () => useWork.getState().last;
const viewOf = (snapshotId: string, values: Partial<Record<FieldId, string>> = {}) =>
  ({
    snapshotId,
    fields: Object.fromEntries(
      Object.entries({ organizationName: 'Gluu', smtpHost: 'old.example.org', ...values }).map(([id, value]) => [
        id,
        { id, value },
      ]),
    ),
    salt: { kind: 'proved', by: [] },
    secrets: { smtpPassword: { state: 'decrypts' } },
    broken: {},
  }) as unknown as OrganizationView;
const row = {
  field: 'smtpHost',
  label: verbatim('SMTP Host'),
  before: 'old.example.org',
  after: 'new.example.org',
} as PlanRow;
const plan: ChangePlan = {
  ...{ planId: 'plan', serverName: 'gluu', environment: 'test', host: 'ldap.example.org', rows: [row] },
  ...{ guard: 'assertion', typeName: false, warnings: [] },
};
const failure = { code: 'ldap.rights' } as const;
const mail = { smtpHost: 'new.example.org' };
const saves = vi.fn();
formSaved.on(saves);

/** A host is typed, and the plan for it is open. */
async function planned(): Promise<void> {
  edit(serverId, 'smtpHost', mail.smtpHost);
  void review(serverId);
  await main.held('organization.plan').answer(plan);
}

/** The same, and it is being written. */
async function writing(): Promise<void> {
  await planned();
  void update(serverId, plan, '', '');
}

beforeEach(() => {
  main.reset();
  saves.mockReset();
  setServers([]);
  serverId = ServerId.parse(crypto.randomUUID());
  setServers([{ id: serverId, name: 'gluu' } as ServerSummary]);
  takeView(serverId, viewOf('first'));
});

describe('reading', () => {
  test('is done once at a time, shows its stages, and lays what is typed over what was read', async () => {
    edit(serverId, 'smtpHost', mail.smtpHost);
    edit(serverId, 'organizationName', 'Example');
    void load(serverId);
    void load(serverId);
    expect(main.asked('organization.load')).toEqual([{ serverId, again: true }]);
    main.held('organization.load').progress([{ name: 'Connect', state: 'running' }]);
    expect(state()).toMatchObject({
      task: { kind: 'running', steps: [{ name: 'Connect' }] },
      view: { snapshotId: 'first' },
    });
    await main.held('organization.load').answer(viewOf('second', { organizationName: 'Example' }));
    expect(state()).toMatchObject({ view: { snapshotId: 'second' }, draft: mail });
    expect(state().draft).not.toHaveProperty('organizationName');
    expect(inEnglish(last())).toMatchObject({ serverName: 'gluu', text: 'The settings were read.' });
  });

  test('for the first time takes what a check has just read', () => {
    organizationOf(serverId).setState({ view: undefined });
    void load(serverId);
    expect(main.asked('organization.load')).toEqual([{ serverId }]);
  });

  test('that fails leaves what was read before, and what is typed', async () => {
    edit(serverId, 'smtpHost', mail.smtpHost);
    void load(serverId);
    await main.held('organization.load').fail(failure);
    expect(state()).toMatchObject({ task: { kind: 'failed', failure }, view: { snapshotId: 'first' }, draft: mail });
  });
});

describe('typing', () => {
  test('what is typed back to what is stored is no change', () => {
    edit(serverId, 'smtpHost', mail.smtpHost);
    expect([isDirty(state()), anyDirty()]).toEqual([true, true]);
    edit(serverId, 'smtpHost', 'old.example.org');
    expect([isDirty(state()), anyDirty()]).toEqual([false, false]);
    edit(serverId, 'smtpHost', mail.smtpHost);
    revert(serverId, 'smtpHost');
    expect(isDirty(state())).toBe(false);
  });

  test('what was typed before a lock or a crash is there again, but for the password', () => {
    edit(serverId, 'smtpHost', mail.smtpHost);
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    const kept = keptDrafts();
    expect(kept).toEqual({ [serverId]: mail });
    setServers([]);
    restoreDrafts(kept);
    setServers([{ id: serverId, name: 'gluu' } as ServerSummary]);
    expect(state().draft).toEqual(mail);
  });

  test.each<[FieldId, string]>([
    ['smtpPort', 'Enter a whole number, for example 587.'],
    ['organizationName', 'Enter a value.'],
  ])('%s says what is wrong with it', (id, sentence) => {
    edit(serverId, id, id === 'smtpPort' ? 'many' : ' ');
    expect(inEnglish(errorsOf(state()))).toEqual({ [id]: sentence });
  });

  test('a password is not replaced by nothing, nor with a salt that its server contradicts', () => {
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: ' ' });
    expect(inEnglish(errorsOf(state()).smtpPassword)).toBe('Enter the new password, or choose Keep.');
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    expect(errorsOf(state())).toEqual({});
    takeView(serverId, { ...viewOf('second'), salt: { kind: 'contradicted' } as never });
    expect(inEnglish(errorsOf(state()).smtpPassword)).toMatch(/Correct the salt first/);
  });
});

describe('the review', () => {
  test('shows what main would write of what was read', async () => {
    edit(serverId, 'smtpHost', ` ${mail.smtpHost} `);
    void review(serverId);
    void review(serverId);
    expect(state().review.kind).toBe('planning');
    const [asked, ...more] = main.asked('organization.plan');
    expect([asked, more]).toMatchObject([{ serverId, snapshotId: 'first', changes: { values: mail } }, []]);
    await main.held('organization.plan').answer(plan);
    expect(state().review).toEqual({ kind: 'plan', plan });
    closeReview(serverId);
    expect(state()).toMatchObject({ review: { kind: 'closed' }, draft: { smtpHost: ` ${mail.smtpHost} ` } });
  });

  test('is not asked for without a change, nor with an error', async () => {
    await review(serverId);
    edit(serverId, 'smtpPort', 'many');
    await review(serverId);
    expect(main.names()).toEqual([]);
  });

  test('that is refused says why, and leaves what is typed', async () => {
    edit(serverId, 'smtpHost', mail.smtpHost);
    void review(serverId);
    await main.held('organization.plan').fail(failure);
    expect(state()).toMatchObject({ review: { kind: 'refused', failure }, draft: mail });
  });

  test('of what would change nothing is not shown, and nothing stays typed', async () => {
    edit(serverId, 'smtpHost', mail.smtpHost);
    void review(serverId);
    await main.held('organization.plan').answer({ ...plan, rows: [] });
    expect(state()).toMatchObject({ review: { kind: 'closed' }, draft: {}, secrets: {} });
  });
});

describe('Update', () => {
  test('writes the plan by its id, with the reason where there is one', async () => {
    await planned();
    void update(serverId, plan, 'gluu', '  ');
    expect(main.held('organization.update').input).toEqual({ planId: 'plan', typedName: 'gluu' });
    void update(serverId, plan, '', 'ticket 7');
    expect(main.held('organization.update').input).toEqual({ planId: 'plan', typedName: '', reason: 'ticket 7' });
    expect(state().review).toMatchObject({ kind: 'writing', plan, task: { kind: 'running' } });
  });

  test('that saved shows what was read back, and tells the rest of the window what was typed', async () => {
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    await writing();
    const saved = {
      kind: 'saved',
      view: viewOf('second', mail),
      check: 'assertion',
      notes: [verbatim('note')],
    } as const;
    await main.held('organization.update').answer({ ...saved, notes: [...saved.notes] });
    expect(state()).toMatchObject({
      ...{ view: { snapshotId: 'second' }, draft: {}, secrets: {}, review: { kind: 'closed' } },
      ending: { kind: 'saved', check: 'assertion', notes: [verbatim('note')] },
    });
    expect(saves).toHaveBeenCalledExactlyOnceWith(serverId, expect.objectContaining({ draft: mail }));
    expect(inEnglish(last())).toMatchObject({ text: 'Saved and verified.', failed: false });
  });

  test('that saved and could not be read once more says so, and the server is read again', async () => {
    await writing();
    await main.held('organization.update').answer({ kind: 'saved', check: 'assertion', notes: [verbatim('note')] });
    expect(state()).toMatchObject({ draft: {}, secrets: {}, ending: { kind: 'saved', notes: [verbatim('note')] } });
    expect(main.asked('organization.load')).toEqual([{ serverId, again: true }]);
  });

  test('that did not save names what was written before, and keeps what is still to be', async () => {
    edit(serverId, 'organizationName', 'Example');
    await writing();
    const view = viewOf('second', { organizationName: 'Example' });
    await main.held('organization.update').answer({ kind: 'notSaved', failure, saved: ['organizationName'], view });
    expect(state()).toMatchObject({
      review: { kind: 'closed' },
      ending: { kind: 'notSaved', failure, savedLabels: [message('label.organizationName')] },
    });
    expect(state().draft).toEqual(mail);
    expect(saves).not.toHaveBeenCalled();
    expect(inEnglish(last())).toMatchObject({ text: 'Not saved.', failed: true });
  });

  test('that was not let in, or was cancelled, wrote nothing and keeps what is typed', async () => {
    await writing();
    await main.held('organization.update').fail(failure);
    expect(state()).toMatchObject({ review: { kind: 'refused', failure }, draft: mail });
    void update(serverId, plan, '', '');
    const { review: open } = state();
    if (open.kind === 'writing' && open.task.kind === 'running') open.task.cancel();
    await vi.waitFor(() =>
      expect(state().review).toMatchObject({ kind: 'refused', failure: { code: 'work.cancelled' } }),
    );
    expect(last()).toMatchObject({ cancelled: true, failed: false });
    expect(state().draft).toEqual(mail);
  });

  test('has no Cancel while it writes', async () => {
    await writing();
    main.held('organization.update').progress([{ name: 'Write', state: 'running' }], false);
    expect(state().review).toMatchObject({ kind: 'writing', task: { cancellable: false, steps: [{ name: 'Write' }] } });
  });
});

describe('a conflict', () => {
  const rows: ConflictRow[] = [
    {
      field: 'smtpHost',
      label: verbatim('SMTP Host'),
      mine: mail.smtpHost,
      theirs: 'theirs',
      loaded: 'old.example.org',
    },
    { field: 'smtpPassword', label: verbatim('SMTP Password'), mine: '•', theirs: '•', loaded: '•' },
  ];

  async function conflict(): Promise<void> {
    edit(serverId, 'organizationName', 'Example');
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    await writing();
    const view = viewOf('second', { smtpHost: 'theirs' });
    await main.held('organization.update').answer({ kind: 'conflict', rows, view });
  }

  test('wrote nothing, and is decided before anything else is', async () => {
    await conflict();
    expect(state()).toMatchObject({ review: { kind: 'conflict', outcome: { rows } }, view: { snapshotId: 'first' } });
    expect(state().draft).toEqual({ ...mail, organizationName: 'Example' });
  });

  test('settled for theirs drops mine there, and plans the rest against what is on the server now', async () => {
    await conflict();
    settleConflict(serverId, ['smtpHost', 'smtpPassword']);
    expect(state()).toMatchObject({ draft: { organizationName: 'Example' }, secrets: {} });
    expect(main.held('organization.plan').input).toMatchObject({
      snapshotId: 'second',
      changes: { values: { organizationName: 'Example' } },
    });
  });

  test('settled for mine plans it again against what is on the server now', async () => {
    await conflict();
    settleConflict(serverId, []);
    expect(state().secrets).toEqual({ smtpPassword: { kind: 'replace', value: 'typed' } });
    expect(main.held('organization.plan').input).toMatchObject({ snapshotId: 'second', changes: { values: mail } });
  });

  test('in which nothing of mine is left plans nothing', async () => {
    await conflict();
    const before = main.asked('organization.plan').length;
    settleConflict(serverId, ['smtpHost', 'smtpPassword', 'organizationName']);
    expect(state()).toMatchObject({ review: { kind: 'closed' }, draft: {} });
    expect(main.asked('organization.plan')).toHaveLength(before);
  });
});

describe('a write of which it is not known how it ended', () => {
  async function unknown(): Promise<void> {
    await writing();
    await main.held('organization.update').answer({ kind: 'unknown', failure, historyId: 'written' });
  }

  test('says so, and keeps what is typed', async () => {
    await unknown();
    expect(state()).toMatchObject({ ending: { kind: 'unknown', historyId: 'written' }, draft: mail });
    expect(inEnglish(last())).toMatchObject({
      text: 'Not known yet whether it was saved. It is being verified.',
      failed: true,
    });
  });

  test('and turns out to be saved takes what was typed off the form, and reads it', async () => {
    await unknown();
    void verifyNow(serverId, 'written');
    await main.held('history.verify').answer({ outcome: 'saved' } as never);
    await main.held('organization.load').answer(viewOf('second', mail));
    expect(state()).toMatchObject({
      ending: { kind: 'saved', check: 'weaker' },
      draft: {},
      view: { snapshotId: 'second' },
    });
    expect(saves).toHaveBeenCalledExactlyOnceWith(serverId, expect.objectContaining({ draft: mail }));
  });

  test('and turns out not to be saved keeps what was typed', async () => {
    await unknown();
    void verifyNow(serverId, 'written');
    await main.held('history.verify').answer({ outcome: 'notSaved' } as never);
    await main.held('organization.load').answer(viewOf('second'));
    expect(state()).toMatchObject({ ending: { kind: 'notSaved', failure, savedLabels: [] }, draft: mail });
    expect(saves).not.toHaveBeenCalled();
  });

  test.each([
    ['the server cannot tell', () => main.fails('history.verify', failure)],
    ['it is still not known', () => main.answers('history.verify', { outcome: 'unknown' } as never)],
  ])('and of which %s stays unknown', async (_why, given) => {
    await unknown();
    given();
    await verifyNow(serverId, 'written');
    expect(state().ending?.kind).toBe('unknown');
    expect(main.asked('organization.load')).toEqual([]);
  });
});

describe('a change that is watched over the server’s own refresh', () => {
  const watched = { historyId: 'written', until: '2026-11-29T09:00:00Z' };
  beforeEach(async () => {
    await writing();
    await main
      .held('organization.update')
      .answer({ kind: 'saved', view: viewOf('second', mail), check: 'assertion', notes: [], watched });
  });

  test('that held says so; another one says nothing of it', () => {
    applyHeld(serverId, 'another', 'lost');
    expect(state().ending).not.toHaveProperty('held');
    applyHeld(serverId, 'written', 'held');
    expect(state().ending).toMatchObject({ kind: 'saved', watched, held: 'held' });
  });

  test('that was lost is read at once', () => {
    applyHeld(serverId, 'written', 'lost');
    expect(state().ending).toMatchObject({ held: 'lost' });
    expect(main.asked('organization.load')).toEqual([{ serverId, again: true }]);
  });

  test('is forgotten as soon as something else is typed', () => {
    edit(serverId, 'smtpHost', 'third.example.org');
    expect(state().ending).toBeUndefined();
  });
});

test('what is read or saved after its server was removed holds nothing that was typed', async () => {
  await writing();
  void load(serverId);
  setServers([]);
  await main.held('organization.load').answer(viewOf('second'));
  await main
    .held('organization.update')
    .answer({ kind: 'saved', view: viewOf('third', mail), check: 'assertion', notes: [] });
  expect([anyDirty(), keptDrafts()]).toEqual([false, {}]);
});
