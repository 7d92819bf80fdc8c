import { beforeEach, describe, expect, test } from 'vitest';
import {
  loadEarlier,
  mailTestOf,
  scanHost,
  takeSavedPassword,
  testMail,
  vantageInForce,
} from '../../../src-renderer/mail/mail-test-store';
import { edit, editSecret, organizationOf, takeView } from '../../../src-renderer/organization/organization-store';
import { setServers } from '../../../src-renderer/state/servers-store';
import { useWork } from '../../../src-renderer/state/task';
import type { OrganizationView } from '../../../src-shared/model/organization';
import type { MailServerSeen, ScanResult } from '../../../src-shared/model/probe';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import type { MailTestOutcome } from '../../../src-shared/model/smtp-test';
import { inEnglish } from '../../support/english';
import { goodMailServer } from '../shared/readiness/healthy-facts';
import { fakeMain } from './fake-main';

const main = fakeMain();
let serverId: ServerId;
const state = () => mailTestOf(serverId).getState();
const last = () => inEnglish(useWork.getState().last);
const stored = {
  smtpHost: 'mail.example.org',
  smtpPort: 587,
  smtpFromName: 'Gluu',
  smtpFromEmail: 'gluu@example.org',
  smtpAuthentication: true,
  smtpUserName: 'gluu',
  smtpRequiresSsl: false,
  smtpTrustServer: false,
};
const view = {
  snapshotId: 'snapshot',
  fields: Object.fromEntries(Object.entries(stored).map(([id, value]) => [id, { id, value }])),
  secrets: { smtpPassword: { state: 'decrypts', mark: 'first' } },
  broken: {},
  stored: {},
  salt: { kind: 'proved', by: [] },
  version: { least: '3.1.2', most: '3.1.2', because: [] },
} as unknown as OrganizationView;
const outcomeOf = (more: Partial<MailTestOutcome> = {}) =>
  ({ seen: goodMailServer, transcript: [], vantage: 'here', ...more }) as MailTestOutcome;
const listed = (route: ServerSummary['route']) => setServers([{ id: serverId, name: 'gluu', route } as ServerSummary]);

beforeEach(() => {
  main.reset();
  main.answers('smtp.tests', []);
  serverId = ServerId.parse(crypto.randomUUID());
  listed({ kind: 'direct' });
  takeView(serverId, view);
});

describe('a mail test', () => {
  test('is made with the values on the screen, and with the stored password where none is typed', async () => {
    edit(serverId, 'smtpHost', 'typed.example.org');
    void testMail(serverId);
    expect(main.held('smtp.test').input).toMatchObject({
      ...{ serverId, snapshotId: 'snapshot', host: 'typed.example.org', port: 587, security: 'none' },
      ...{ until: 'recipient', vantage: 'here', recipient: 'gluu@example.org' },
      login: { userName: 'gluu', password: { kind: 'stored' } },
    });
    expect(state()).toMatchObject({ task: { kind: 'running' }, tested: { settings: { host: 'typed.example.org' } } });
    await main.held('smtp.test').answer(outcomeOf({ delivery: {} as never }));
    expect(state().task.kind).toBe('done');
    expect(last()).toMatchObject({ text: 'mail test succeeded', failed: false });
  });

  test('takes the password that is typed, the recipient that is named, and no login without authentication', async () => {
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    mailTestOf(serverId).setState({ recipient: ' me@example.org ' });
    void testMail(serverId);
    expect(main.held('smtp.test').input).toMatchObject({
      recipient: 'me@example.org',
      login: { password: { kind: 'typed', value: 'typed' } },
    });
    await main.held('smtp.test').answer(outcomeOf());
    edit(serverId, 'smtpAuthentication', false);
    void testMail(serverId);
    expect(main.held('smtp.test').input).not.toHaveProperty('login');
  });

  test('is encrypted as it was chosen, as long as the values stand beside which that was chosen', async () => {
    mailTestOf(serverId).setState({ security: { security: 'startTls', port: 587, requiresSsl: false } });
    void testMail(serverId);
    expect(main.held('smtp.test').input.security).toBe('startTls');
    await main.held('smtp.test').answer(outcomeOf());
    edit(serverId, 'smtpPort', '25');
    void testMail(serverId);
    expect(main.held('smtp.test').input.security).toBe('none');
  });

  test('keeps what it was made with, whatever is typed while it runs', async () => {
    void testMail(serverId);
    edit(serverId, 'smtpHost', 'other.example.org');
    await main.held('smtp.test').answer(outcomeOf());
    expect(state().tested?.settings.host).toBe('mail.example.org');
  });

  test('is not begun twice, nor with a field that has an error, nor before the form was read', async () => {
    void testMail(serverId);
    void testMail(serverId);
    expect(main.asked('smtp.test')).toHaveLength(1);
    await main.held('smtp.test').answer(outcomeOf());
    edit(serverId, 'smtpPort', 'twenty-five');
    await testMail(serverId);
    organizationOf(serverId).setState({ view: undefined, draft: {} });
    await testMail(serverId);
    expect(main.asked('smtp.test')).toHaveLength(1);
  });

  test('that is cancelled is no failure, and the next one can be begun', async () => {
    const done = testMail(serverId);
    const { task } = state();
    if (task.kind === 'running') task.cancel();
    await done;
    expect(state().task).toMatchObject({ kind: 'failed', failure: { code: 'work.cancelled' } });
    expect(last()).toMatchObject({ cancelled: true, failed: false });
    void testMail(serverId);
    expect(main.asked('smtp.test')).toHaveLength(2);
  });

  test('that ends reads the earlier tests again, as does one that fails', async () => {
    const [record] = [{ id: 'one' }];
    main.answers('smtp.tests', [record] as never);
    void testMail(serverId);
    await main.held('smtp.test').fail({ code: 'internal' });
    expect(state()).toMatchObject({ task: { kind: 'failed' }, earlier: [{ id: 'one' }] });
    expect(last()).toMatchObject({ text: 'mail test stopped', failed: true });
  });

  test('shows the certificate where nobody trusts it, and what was said where somebody does', async () => {
    const evidenceAfter = async (tls: Partial<NonNullable<MailServerSeen['tls']>>) => {
      void testMail(serverId);
      const seen = { ...goodMailServer, tls: { ...goodMailServer.tls, ...tls } } as MailServerSeen;
      await main.held('smtp.test').answer(outcomeOf({ seen }));
      return state().evidence;
    };
    expect(await evidenceAfter({ trusted: false })).toBe('certificate');
    expect(await evidenceAfter({ trusted: false, pin: 'same' })).toBe('transcript');
    expect(await evidenceAfter({ trusted: true })).toBe('transcript');
  });
});

describe('what was tested with a typed password', () => {
  /** The form as it is once that password is saved. */
  const saved = () =>
    organizationOf(serverId).setState({
      draft: {},
      secrets: {},
      view: { ...view, secrets: { smtpPassword: { state: 'decrypts', mark: 'second' } } },
    });

  test('holds for the password that was saved', async () => {
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    void testMail(serverId);
    await main.held('smtp.test').answer(outcomeOf());
    const before = organizationOf(serverId).getState();
    const basis = state().tested?.basis.Login;
    saved();
    takeSavedPassword(serverId, before);
    expect(state().tested?.basis.Login).not.toBe(basis);
    expect(state().tested?.basis.Login).toContain('second');
  });

  test('does not hold for another one that was saved', async () => {
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'tested' });
    void testMail(serverId);
    await main.held('smtp.test').answer(outcomeOf());
    const basis = state().tested?.basis.Login;
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'saved' });
    const before = organizationOf(serverId).getState();
    saved();
    takeSavedPassword(serverId, before);
    expect(state().tested?.basis.Login).toBe(basis);
  });
});

describe('a look at the ports', () => {
  test('asks for the host on the screen and its port, from where a test looks', async () => {
    listed({ kind: 'ssh' } as ServerSummary['route']);
    edit(serverId, 'smtpHost', 'typed.example.org');
    void scanHost(serverId);
    void scanHost(serverId);
    expect(main.asked('smtp.scan')).toEqual([{ serverId, host: 'typed.example.org', port: 587, vantage: 'server' }]);
    await main.held('smtp.scan').answer({ host: 'typed.example.org' } as ScanResult);
    expect(state().scan.kind).toBe('done');
    expect(last()?.text).toBe('Finished looking at typed.example.org');
  });

  test('names no port that there is not, and asks nothing without a host', async () => {
    edit(serverId, 'smtpPort', '70000');
    void scanHost(serverId);
    expect(main.held('smtp.scan').input).not.toHaveProperty('port');
    await main.held('smtp.scan').fail({ code: 'net.refused' });
    expect(last()).toMatchObject({ text: 'Could not look at mail.example.org', failed: true });
    edit(serverId, 'smtpHost', '');
    await scanHost(serverId);
    expect(main.asked('smtp.scan')).toHaveLength(1);
  });
});

test('earlier tests that cannot be read leave those that were', async () => {
  main.answers('smtp.tests', [{ id: 'one' }] as never);
  await loadEarlier(serverId);
  main.fails('smtp.tests', { code: 'internal' });
  await loadEarlier(serverId);
  expect(state().earlier).toEqual([{ id: 'one' }]);
});

test('a server without a route is looked at from here, whatever was chosen before it lost it', () => {
  expect(vantageInForce({ route: { kind: 'direct' } }, 'server')).toBe('here');
  expect(vantageInForce({ route: { kind: 'ssh' } as ServerSummary['route'] }, undefined)).toBe('both');
  expect(vantageInForce({ route: { kind: 'ssh' } as ServerSummary['route'] }, 'here')).toBe('here');
});

test('a server that is removed takes its test with it; what ends after that is not shown when it is added again', async () => {
  void testMail(serverId);
  const held = main.held('smtp.test');
  setServers([]);
  await held.answer(outcomeOf({ delivery: {} as never }));
  expect(state()).toMatchObject({ task: { kind: 'idle' }, tested: undefined });
});
