import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { KnownField } from '../../../src-shared/gluu/pages/pages';
import type { OrganizationView } from '../../../src-shared/model/organization';
import type { MailServerSeen } from '../../../src-shared/model/probe';
import { ServerId } from '../../../src-shared/model/server';
import { stubWindow } from './window-stub';

const call = vi.fn();
stubWindow(call);
const { edit, editSecret, organizationOf, takeView } = await import(
  '../../../src-renderer/organization/organization-store'
);
const { formSaved, update } = await import('../../../src-renderer/organization/organization-update');
const { mailTestOf, takeSavedPassword, testMail } = await import('../../../src-renderer/mail/mail-test-store');
const { basisOf, firstStale } = await import('../../../src-renderer/mail/test-basis');
const { useServers } = await import('../../../src-renderer/state/servers-store');
const { seenBefore } = await import('../../../src-shared/diagnosis/seen-before');

formSaved.on(takeSavedPassword);

const stored = {
  smtpHost: 'mail.example.org',
  smtpPort: 587,
  smtpFromName: 'Gluu',
  smtpFromEmail: 'gluu@example.org',
  smtpAuthentication: true,
  smtpUserName: 'gluu',
  smtpRequiresSsl: true,
  smtpTrustServer: false,
};
const viewOf = (values: Partial<typeof stored> = {}, passwordMark = 'first') =>
  ({
    fields: Object.fromEntries(Object.entries({ ...stored, ...values }).map(([id, value]) => [id, { id, value }])),
    secrets: { smtpPassword: { state: 'decrypts', mark: passwordMark } },
    broken: {},
    stored: {},
    salt: { kind: 'proved', by: ['idpBindPassword'] },
    version: { least: '3.1.2', most: '3.1.2', because: [] },
  }) as unknown as OrganizationView;

const seen = { asked: {}, stages: [], addresses: [], offers: {}, trials: [], loggedIn: false };
const outcome = { seen, transcript: [], vantage: 'here', delivery: { reply: '250 ok' } };
const answers: Record<string, unknown> = { 'smtp.test': outcome, 'smtp.tests': [], 'history.list': [] };
let serverId: ServerId;
const stale = () => {
  const { tested, security, recipient } = mailTestOf(serverId).getState();
  return tested && firstStale(tested.basis, basisOf(organizationOf(serverId).getState(), security, recipient));
};

beforeEach(() => {
  serverId = ServerId.parse(crypto.randomUUID());
  useServers.setState({ servers: [{ id: serverId, name: 'gluu', route: { kind: 'direct' } }] as never });
  call.mockImplementation(async (name: string) => ({ result: { ok: true, value: answers[name] }, steps: [] }));
  takeView(serverId, viewOf());
});

describe('what was tested with the values on the screen', () => {
  const changes: [KnownField, string | boolean, string | undefined][] = [
    ['smtpHost', 'other.example.org', 'Connect'],
    ['smtpPort', '465', 'Connect'],
    ['smtpRequiresSsl', false, 'Connect'],
    ['smtpAuthentication', false, 'Login'],
    ['smtpUserName', 'other', 'Login'],
    ['smtpFromEmail', 'other@example.org', 'Sender'],
    ['smtpFromName', 'Other', 'Data'],
    ['smtpTrustServer', true, undefined],
    ['organizationName', 'Other', undefined],
  ];
  test.each(changes)('a change of %s leaves all before that stage standing', async (field, value, first) => {
    await testMail(serverId);
    expect(stale()).toBeUndefined();
    edit(serverId, field, value);
    expect(stale()).toBe(first);
  });

  test('another recipient, and another password', async () => {
    await testMail(serverId);
    mailTestOf(serverId).setState({ recipient: 'somebody@example.org' });
    expect(stale()).toBe('Recipient');
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'other' });
    expect(stale()).toBe('Login');
  });

  test('still holds once exactly that is saved, with the password that was typed', async () => {
    edit(serverId, 'smtpHost', 'new.example.org');
    editSecret(serverId, 'smtpPassword', { kind: 'replace', value: 'typed' });
    await testMail(serverId);
    answers['organization.update'] = {
      kind: 'saved',
      view: viewOf({ smtpHost: 'new.example.org' }, 'second'),
      check: 'assertion',
      notes: [],
    };
    await update(serverId, { planId: 'x', serverName: 'gluu' } as never, '', '');
    expect(organizationOf(serverId).getState().secrets).toEqual({});
    expect(stale()).toBeUndefined();
    expect(JSON.stringify(mailTestOf(serverId).getState().tested)).not.toContain('typed"');
  });

  test('does not hold for another password that was saved, nor for one that somebody else stored', async () => {
    await testMail(serverId);
    takeView(serverId, viewOf());
    expect(stale()).toBeUndefined();
    takeView(serverId, viewOf({}, 'theirs'));
    expect(stale()).toBe('Login');
  });
});

test('what was seen before a stage stays, and nothing of what came after', () => {
  const seen = {
    stages: ['Name', 'Connect', 'TLS', 'Login', 'Sender', 'Recipient', 'Goodbye', 'Data'].map((step) => ({ step })),
    offers: { encrypted: { mechanisms: ['PLAIN'] } },
    loggedIn: true,
    login: { answer: 'accepted' },
  } as unknown as MailServerSeen;
  const steps = (left: MailServerSeen) => left.stages.map(({ step }) => step);
  expect(steps(seenBefore(seen, 'Login'))).toEqual(['Name', 'Connect', 'TLS']);
  expect(seenBefore(seen, 'Login')).toMatchObject({ loggedIn: false, offers: seen.offers });
  expect(seenBefore(seen, 'Login').login).toBeUndefined();
  expect(steps(seenBefore(seen, 'Sender'))).toEqual(['Name', 'Connect', 'TLS', 'Login']);
  expect(seenBefore(seen, 'Data')).toMatchObject({ loggedIn: true, login: seen.login });
  expect(steps(seenBefore(seen, 'Data'))).not.toContain('Data');
});
