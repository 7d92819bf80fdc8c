import { beforeEach, describe, expect, test } from 'vitest';
import {
  choosePerson,
  forgetPerson,
  loadPending,
  lookInMailbox,
  purge,
  rehearse,
  reportArrival,
  requestReset,
  resetOf,
  withdraw,
} from '../../../src-renderer/reset/reset-store';
import { setServers } from '../../../src-renderer/state/servers-store';
import { useWork } from '../../../src-renderer/state/task';
import type { MailboxFinding } from '../../../src-shared/model/mailbox';
import type { PendingView, ResetPreview, ResetRunView } from '../../../src-shared/model/reset';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { inEnglish } from '../../support/english';
import { fakeMain } from './fake-main';

const main = fakeMain();
let serverId: ServerId;
const state = () => resetOf(serverId).getState();
const last = () => inEnglish(useWork.getState().last);
const previewOf = (inum: string, ...mails: string[]) => ({ person: { inum, name: inum, mails } }) as ResetPreview;
const runOf = (id: string, mail: ResetRunView['mail'] = 'accepted') =>
  ({ id, mail, token: `token ${id}`, beganAt: '2026-11-29T08:00:00Z' }) as ResetRunView;
const pendingOf = (count: number) => ({ requests: Array(count).fill({}) }) as PendingView;
const failure = { code: 'ldap.rights' } as const;

/** Somebody is chosen, and the mail is composed. */
async function chosen(inum = 'ada', ...mails: string[]): Promise<void> {
  void choosePerson(serverId, inum);
  await main.held('reset.preview').answer(previewOf(inum, ...(mails.length > 0 ? mails : [`${inum}@example.org`])));
}

beforeEach(() => {
  main.reset();
  serverId = ServerId.parse(crypto.randomUUID());
  setServers([{ id: serverId, name: 'gluu' } as ServerSummary]);
  main.answers('reset.runs', []);
});

describe('whose reset is tested', () => {
  test('the mail goes to the first address of who is chosen', async () => {
    await chosen('ada', 'ada@example.org', 'second@example.org');
    expect(state()).toMatchObject({ personInum: 'ada', to: 'ada@example.org', preview: { kind: 'done' } });
    expect(last()?.text).toBe('The mail was composed.');
  });

  test('the last one who was chosen stays, with the mail and the address of that person', async () => {
    void choosePerson(serverId, 'ada');
    const ada = main.held('reset.preview');
    void choosePerson(serverId, 'bob');
    const bob = main.held('reset.preview');
    expect(ada.isCancelled()).toBe(true);
    await bob.answer(previewOf('bob', 'bob@example.org'));
    await ada.answer(previewOf('ada', 'ada@example.org'));
    expect(state()).toMatchObject({
      personInum: 'bob',
      to: 'bob@example.org',
      preview: { kind: 'done', value: { person: { inum: 'bob' } } },
    });
  });

  test('nobody, once the address leads to nobody, however late the mail is composed', async () => {
    void choosePerson(serverId, 'ada');
    const ada = main.held('reset.preview');
    forgetPerson(serverId);
    await ada.answer(previewOf('ada', 'ada@example.org'));
    expect(state()).toMatchObject({ personInum: undefined, to: '', preview: { kind: 'idle' } });
  });

  test('another person takes what was tested with the one before off the page', async () => {
    await chosen();
    void rehearse(serverId);
    await main.held('reset.rehearse').answer({ run: runOf('one'), transcript: [] });
    expect(state().run?.id).toBe('one');
    await chosen('bob');
    expect(state()).toMatchObject({ run: undefined, rehearsal: { kind: 'idle' } });
  });

  test('no mail that could be composed says why', async () => {
    void choosePerson(serverId, 'ada');
    await main.held('reset.preview').fail(failure);
    expect(state()).toMatchObject({ personInum: 'ada', to: '', preview: { kind: 'failed', failure } });
  });
});

describe('a rehearsal', () => {
  test('goes to the address in the field, and its run is shown and listed', async () => {
    await chosen();
    resetOf(serverId).setState({ to: ' me@example.org ' });
    void rehearse(serverId);
    expect(main.held('reset.rehearse').input).toEqual({ serverId, personInum: 'ada', to: 'me@example.org' });
    main.answers('reset.runs', [runOf('one')]);
    await main.held('reset.rehearse').answer({ run: runOf('one'), transcript: [], delivery: {} as never });
    expect(state()).toMatchObject({ run: { id: 'one' }, rehearsal: { kind: 'done' }, runs: [{ id: 'one' }] });
    expect(last()).toMatchObject({ text: 'The rehearsal was accepted.', failed: false });
  });

  test('that ends after another person was chosen is not shown as that person’s, but listed', async () => {
    await chosen();
    void rehearse(serverId);
    const rehearsal = main.held('reset.rehearse');
    await chosen('bob');
    main.answers('reset.runs', [runOf('one')]);
    await rehearsal.answer({ run: runOf('one'), transcript: [] });
    expect(state()).toMatchObject({ run: undefined, rehearsal: { kind: 'idle' }, runs: [{ id: 'one' }] });
  });

  test('is not made for nobody', async () => {
    await rehearse(serverId);
    expect(main.names()).toEqual([]);
  });

  test.each([
    ['refused', 'The rehearsal was not sent.'],
    ['unknown', 'The rehearsal may have been sent.'],
  ] as const)('whose mail is %s ended badly: %s', async (mail, text) => {
    await chosen();
    void rehearse(serverId);
    await main.held('reset.rehearse').answer({ run: runOf('one', mail), transcript: [], failure });
    expect(last()).toMatchObject({ text, failed: true });
  });

  test('that is cancelled is no failure, and leaves no run', async () => {
    await chosen();
    const done = rehearse(serverId);
    const { rehearsal } = state();
    if (rehearsal.kind === 'running') rehearsal.cancel();
    await done;
    expect(state()).toMatchObject({ run: undefined, rehearsal: { failure: { code: 'work.cancelled' } } });
    expect(last()).toMatchObject({ cancelled: true, failed: false });
  });
});

describe('a real request', () => {
  test('carries the typed name and the reason where there are any, and takes a rehearsal off the page', async () => {
    await chosen();
    resetOf(serverId).setState({ run: runOf('rehearsal') });
    void requestReset(serverId, '', '  ');
    expect(main.held('reset.request').input).toEqual({ serverId, personInum: 'ada', to: 'ada@example.org' });
    expect(state().run).toBeUndefined();
    await main.held('reset.request').answer({ kind: 'written', run: runOf('real'), notes: [], transcript: [] });
    expect(state()).toMatchObject({ run: { id: 'real' }, request: { kind: 'done' } });
    expect(last()).toMatchObject({ text: 'The request was written.', failed: false });
    void requestReset(serverId, 'gluu', ' ticket 7 ');
    expect(main.held('reset.request').input).toMatchObject({ typedName: 'gluu', reason: ' ticket 7 ' });
  });

  test.each([
    [{ kind: 'notWritten', run: runOf('real', 'none'), failure }, 'No request was written.'],
    [{ kind: 'unknown', run: runOf('real', 'none'), failure }, 'It is not known whether the request was written.'],
    [{ kind: 'written', run: runOf('real', 'refused'), notes: [], failure }, 'The request was written.'],
  ] as const)('of which not all came about ended badly: %o', async (outcome, text) => {
    await chosen();
    void requestReset(serverId, '', '');
    await main.held('reset.request').answer(outcome as never);
    expect(state().run?.id).toBe('real');
    expect(last()).toMatchObject({ text, failed: true });
  });

  test('that ends after another person was chosen is not shown as that person’s, but reported and listed', async () => {
    await chosen();
    void requestReset(serverId, '', '');
    const request = main.held('reset.request');
    await chosen('bob');
    request.progress([{ name: 'Write', state: 'running' }], false);
    main.answers('reset.runs', [runOf('real')]);
    await request.answer({ kind: 'written', run: runOf('real'), notes: [], transcript: [] });
    expect(state()).toMatchObject({ run: undefined, request: { kind: 'idle' }, runs: [{ id: 'real' }] });
    expect(last()).toMatchObject({ serverName: 'gluu', text: 'The request was written.' });
  });

  test('is withdrawn, and then its run says so', async () => {
    await chosen();
    void withdraw(serverId, 'real');
    expect(main.held('reset.withdraw').input).toEqual({ serverId, runId: 'real' });
    await main.held('reset.withdraw').answer({ kind: 'gone', run: runOf('real') });
    expect(state()).toMatchObject({ run: { id: 'real' }, withdrawal: { kind: 'done' } });
    expect(last()?.text).toBe('The request was already gone.');
    void withdraw(serverId, 'real');
    await main.held('reset.withdraw').fail(failure);
    expect(state()).toMatchObject({ run: { id: 'real' }, withdrawal: { kind: 'failed', failure } });
  });
});

describe('where the mail arrived', () => {
  test.each([
    [{ kind: 'notYet' }, 'notYet', 'No mail yet.'],
    [{ kind: 'found', folder: { kind: 'junk' } }, 'spam', 'The mail arrived.'],
    [{ kind: 'found', folder: { kind: 'inbox' } }, 'inbox', 'The mail arrived.'],
  ] as const)('%o is kept with the run as %s', async (finding, where, text) => {
    void lookInMailbox(serverId, runOf('one'));
    expect(main.held('mailbox.wait').input).toMatchObject({ token: 'token one', since: '2026-11-29T08:00:00Z' });
    await main.held('mailbox.wait').answer(finding as unknown as MailboxFinding);
    expect(main.held('reset.arrived').input).toEqual({ serverId, runId: 'one', where });
    await main.held('reset.arrived').answer(runOf('told'));
    expect(state().run?.id).toBe('told');
    expect(last()?.text).toBe(text);
  });

  test('a mailbox that cannot be read says nothing of the mail', async () => {
    void lookInMailbox(serverId, runOf('one'));
    await main.held('mailbox.wait').fail(failure);
    expect(state().mailbox).toMatchObject({ kind: 'failed', failure });
    expect(main.asked('reset.arrived')).toEqual([]);
  });

  test('what could not be kept leaves the run as it was', async () => {
    resetOf(serverId).setState({ run: runOf('one') });
    main.fails('reset.arrived', failure);
    await reportArrival(serverId, 'one', 'inbox');
    expect(state().run?.id).toBe('one');
  });
});

describe('pending requests', () => {
  test('are counted as they are read', async () => {
    void loadPending(serverId);
    expect(state().pending.kind).toBe('running');
    await main.held('reset.pending').answer(pendingOf(2));
    expect(state().pending).toMatchObject({ kind: 'done', value: { requests: [{}, {}] } });
    expect(last()?.text).toBe('2 requests found.');
  });

  test('are shown as a purge left them, or read again', async () => {
    void purge(serverId, 'expired' as never, 'gluu');
    expect(main.held('reset.purge').input).toMatchObject({ which: 'expired', typedName: 'gluu' });
    await main.held('reset.purge').answer({ removed: 2, gone: 0, kept: 0, left: 0, pending: pendingOf(1) });
    expect(state().pending).toMatchObject({ kind: 'done', value: { requests: [{}] } });
    expect(main.asked('reset.pending')).toEqual([]);
    expect(last()?.text).toBe('2 requests removed.');
    void purge(serverId, 'expired' as never, '');
    await main.held('reset.purge').fail(failure);
    expect(state().purge).toMatchObject({ kind: 'failed', failure });
    expect(main.asked('reset.pending')).toHaveLength(1);
  });
});

test('what ends after its server was removed is kept nowhere', async () => {
  void loadPending(serverId);
  setServers([]);
  await main.held('reset.pending').answer(pendingOf(1));
  expect(resetOf.all().map(([id]) => id)).not.toContain(serverId);
});
