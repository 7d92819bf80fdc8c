import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fieldOf } from '../../../src-shared/gluu/pages/pages';
import type { OrganizationView } from '../../../src-shared/model/organization';
import { type ReadinessAction, type ReadinessRemedy, readinessActions } from '../../../src-shared/model/readiness';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { verbatim } from '../../../src-shared/texts/message';
import { say } from '../../support/english';
import { chainOf, type Given } from '../shared/readiness/healthy-facts';
import { calledOff, stubWindow } from './window-stub';

const called = vi.fn();
stubWindow(calledOff(called));
const { editSecret, focusFor, organizationOf, takeView } = await import(
  '../../../src-renderer/organization/organization-store'
);
const { follow } = await import('../../../src-renderer/readiness/follow');
const { useApp } = await import('../../../src-renderer/state/app-store');
const { usersOf } = await import('../../../src-renderer/users/users-store');

let server: ServerSummary;
const state = () => organizationOf(server.id).getState();
beforeEach(() => {
  server = { id: ServerId.parse(crypto.randomUUID()), name: 'gluu' } as ServerSummary;
  useApp.setState({ view: { kind: 'start' }, front: { kind: 'none' } });
  called.mockClear();
});

const label = verbatim('');
const failure = { code: 'net.timeout' } as const;
/** Servers on which one thing or another is wrong: together they bring every remedy of the chain. */
const troubles: Given[] = [
  { resetAllowed: ['disabled'] },
  { stores: { kebabCase: { kind: 'absent' } } },
  { smtp: { host: '' } },
  { smtp: { fromEmail: null } },
  { smtp: { fromEmail: 'Help <help@example.org>' } },
  { smtp: { fromEmail: ' gluu@example.org' } },
  { smtp: { fromEmail: 'somebody@elsewhere.org', userName: 'gluu@gmail.com', host: 'smtp.gmail.com' } },
  { smtp: { password: 'none' } },
  { smtp: { password: 'doesNotDecrypt' } },
  { smtp: { password: 'noSalt' } },
  { smtp: { password: 'wrongSalt' } },
  { smtp: { passwordIsMask: true } },
  { mailServer: null },
  { mailServer: null, smtp: { host: 'https://mail.example.org' } },
  { mailServer: null, smtp: { port: 465, requiresSsl: false } },
  { mailServer: null, smtp: { authentication: false, userName: null, password: 'none' } },
  { mailServer: null, smtp: { requiresSsl: false } },
  { link: { certificate: { ...selfSigned(), distrust: 'CERT_HAS_EXPIRED' } } },
  { link: { page: { kind: 'failed', failure } } },
  { people: { withoutMail: 2, sharedMails: 3 } },
];
function selfSigned() {
  return { subject: 'CN=x', issuer: 'CN=x', names: [], validFrom: '', validTo: '', sha256: 'AA', selfSigned: true };
}
const remedies = troubles.flatMap((given) => chainOf(given).links.flatMap(({ remedy }) => remedy ?? []));
const byTarget = new Map(remedies.map((remedy) => [JSON.stringify(remedy), remedy]));
const toFields = [...byTarget.values()].filter(({ target }) => target.kind === 'field');

test('the troubles bring every action, and fields of every control', () => {
  const actions = remedies.flatMap(({ target }) => (target.kind === 'action' ? target.action : []));
  expect([...new Set(actions)].sort()).toEqual([...readinessActions].sort());
  const controls = toFields.map(({ target }) => target.kind === 'field' && fieldOf(target.field).control);
  expect([...new Set(controls)].sort()).toEqual(['choice', 'number', 'secret', 'text', 'toggle']);
});

describe('a remedy followed from a window that has read nothing yet', () => {
  test.each(toFields.map((remedy) => [say(remedy.label), remedy] as const))('%s', (_label, remedy) => {
    const { target } = remedy;
    if (target.kind !== 'field') throw new Error('not a field');
    follow(server, remedy, () => {});
    expect(useApp.getState().view).toMatchObject({
      kind: 'server',
      serverId: server.id,
      tab: 'organization',
      organizationTab: fieldOf(target.field).tab,
    });
    const set = Object.entries(target.set ?? {});
    const shown = set.map(([id, value]) => [id, typeof value === 'boolean' ? value : String(value)] as const);
    // Laid over a reading that holds something else in each of them.
    const fields = Object.fromEntries(set.map(([id, value]) => [id, { id, value: value === true ? false : 'other' }]));
    takeView(server.id, { fields } as unknown as OrganizationView);
    expect(state().draft).toEqual(Object.fromEntries(shown));
    if (target.field === 'smtpPassword') expect(state().secrets.smtpPassword).toEqual({ kind: 'replace', value: '' });
    expect(focusFor(server.id, target.field, state())).toBeDefined();
    focusFor(server.id, target.field, state())?.();
    expect(state().wanted).toBeUndefined();
  });

  test('leaves a password that is being typed', () => {
    editSecret(server.id, 'smtpPassword', { kind: 'replace', value: 'typed' });
    const field = 'smtpPassword';
    follow(server, { label, target: { kind: 'field', tab: 'smtp', field } }, () => {});
    expect(state().secrets.smtpPassword).toEqual({ kind: 'replace', value: 'typed' });
  });

  const does: Record<ReadinessAction, () => void> = {
    testMail() {
      expect(useApp.getState().view).toMatchObject({ tab: 'organization', organizationTab: 'smtp' });
      expect(state().wanted).toBe('mailTest');
    },
    enterSalt: () => expect(useApp.getState().front).toEqual({ kind: 'serverForm', serverId: server.id, at: 'salt' }),
    showCertificate: () => expect(useApp.getState().view).toEqual({ kind: 'start' }),
    showPeopleWithoutMail: showsMails,
    showSharedMails: showsMails,
    checkAgain: () => expect(called).toHaveBeenCalledWith('readiness.check'),
  };
  function showsMails() {
    expect(useApp.getState().view).toMatchObject({ tab: 'users' });
    expect(usersOf(server.id).getState().tab).toBe('duplicates');
    expect(called).toHaveBeenCalledWith('users.duplicates');
  }
  test.each(readinessActions)('%s', (action) => {
    const showDetails = vi.fn();
    const remedy: ReadinessRemedy = { label, target: { kind: 'action', action } };
    follow(server, remedy, showDetails);
    does[action]();
    expect(showDetails).toHaveBeenCalledTimes(action === 'showCertificate' ? 1 : 0);
    if (action === 'showCertificate') expect(called).not.toHaveBeenCalled();
  });
});
