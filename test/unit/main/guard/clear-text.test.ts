import { describe, expect, test } from 'vitest';
import { guardReach, withoutClearText } from '../../../../src-main/calls/guarded-reach';
import { createAskOnce } from '../../../../src-main/guard/ask-once';
import type { BoxWords } from '../../../../src-main/guard/box-words';
import { type ClearLogin, createClearText } from '../../../../src-main/guard/clear-text';
import type { Reach } from '../../../../src-main/reach/reach';
import { unwatchedWork, type Work } from '../../../../src-main/work/work';
import { ServerProfile } from '../../../../src-shared/model/server';
import { boxInEnglish } from '../../../support/english';

const watched = () => ({ signal: new AbortController().signal }) as Work;
const jump = { host: 'gluu.example.org', port: 22, user: 'ada' };
const login = (more: Partial<ClearLogin> = {}): ClearLogin => ({
  ...{ protocol: 'smtp', host: 'mail.example.org', port: 25, user: 'gluu@example.org', ways: [[]], server: 'gluu-one' },
  ...more,
});

/** `meanwhile` happens while a box is open. */
function asking(says = true, meanwhile: () => void = () => {}) {
  const asked: BoxWords[] = [];
  const ask = createAskOnce({
    confirm: async (question) => {
      asked.push(boxInEnglish(question));
      meanwhile();
      return { yes: says, boxTicked: false };
    },
  });
  return { asked, clearText: createClearText({ ask, isOwn: ({ host }) => host === 'demo.example' }) };
}

test('the box names host, port and user whole, and stands once for each place and user', async () => {
  const { asked, clearText } = asking();
  const user = `${'u'.repeat(240)}@evil.test`;
  await clearText.allow(login({ user, host: 'mail.еxample.org' }), watched());
  await clearText.allow(login({ user, host: 'MAIL.еxample.org' }), watched());
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    message: 'Send a password unencrypted to mail.\\u{435}xample.org (mail.xn--xample-2of.org)?',
    lines: expect.arrayContaining([
      ...['Purpose: Login at the mail server (SMTP)', 'Server: gluu-one', 'User:'],
      ...['To: mail.\\u{435}xample.org (mail.xn--xample-2of.org)', 'Port: 25', 'From: this computer'],
    ]),
  });
  const rows = asked[0]?.lines.filter((line) => line.startsWith('  | ')) ?? [];
  expect(rows.map((row) => row.slice(4)).join('')).toBe(user);
});

test.each<[string, Partial<ClearLogin>]>([
  ['host', { host: 'mail.example.net' }],
  ['port', { port: 587 }],
  ['user', { user: 'eve' }],
  ['protocol', { protocol: 'imap' }],
  ['way', { ways: [[jump]] }],
  ['way beside this one', { ways: [[], [jump]] }],
])('another %s is asked about by itself', async (_, more) => {
  const { asked, clearText } = asking();
  await clearText.allow(login(), watched());
  expect(clearText.isAllowed(login(more))).toBe(false);
  await clearText.allow(login(more), watched());
  expect([asked.length, clearText.isAllowed(login(more))]).toEqual([2, true]);
});

test('one box tells of both ways, and covers both', async () => {
  const { asked, clearText } = asking();
  await clearText.allow(login({ ways: [[], [jump]] }), watched());
  expect(asked[0]?.lines).toEqual(
    expect.arrayContaining([
      'From: this computer',
      'From: the far end of the SSH route',
      '  through: gluu.example.org',
      'Port: 22',
    ]),
  );
  expect([login(), login({ ways: [[jump]] })].map(clearText.isAllowed)).toEqual([true, true]);
});

test.each([
  ['smtp', 'smtp.clearText'],
  ['imap', 'imap.clearText'],
  ['ldap', 'ldap.clearText'],
] as const)(
  'a no to %s is reported with place and user, and nobody is asked for work that nobody watches',
  async (protocol, code) => {
    const about = { at: 'mail.example.org:25', facts: { user: 'gluu@example.org' } };
    const { asked, clearText } = asking(false);
    await expect(clearText.allow(login({ protocol }), watched())).rejects.toMatchObject({ code, about });
    expect(asked).toHaveLength(1);
    await expect(clearText.allow(login({ protocol }), unwatchedWork())).rejects.toMatchObject({ code, about });
    expect(asked).toHaveLength(1);
  },
);

test('encrypted logins and the demo fleet are not asked about', async () => {
  const { asked, clearText } = asking(false);
  await clearText.allow(login({ ways: [] }), watched());
  await clearText.allow(login({ host: 'demo.example' }), watched());
  expect(asked).toEqual([]);
});

test('after five refusals in a minute nobody is asked', async () => {
  const { asked, clearText } = asking(false);
  const codes: string[] = [];
  for (let port = 1; port <= 20; port += 1) {
    await clearText.allow(login({ port }), watched()).catch(({ code }) => codes.push(code));
  }
  expect([asked.length, codes.length]).toEqual([5, 20]);
  expect(new Set(codes.slice(5))).toEqual(new Set(['confirm.tooMany']));
});

const profile = (more: Partial<ServerProfile> = {}): ServerProfile => ({
  ...ServerProfile.parse({
    ...{
      id: '3f2b8f0e-58a4-4a5e-9f3a-0c6f5a3f1a11',
      name: 'gluu-one',
      group: '',
      environment: 'production',
      notes: '',
    },
    ...{ host: 'gluu.example.org', port: 389, mode: 'plain', bindDn: 'cn=admin,o=gluu', readOnly: true },
    route: { kind: 'direct' },
  }),
  ...more,
});

describe('a bind without encryption', () => {
  /** A list with one server, whose password is given out for whatever it says at that moment. */
  function listed(says = true, meanwhile: () => void = () => {}) {
    let now = profile();
    const { asked, clearText } = asking(says, () => {
      meanwhile();
    });
    const sent: string[] = [];
    const list = { get: () => now, secretFor: async () => 'bind password' };
    const held = withoutClearText(list, clearText);
    const bind = (async (_id, _work, use) => {
      const used = held.get(now.id);
      await held.secretFor(used, 'bindPassword', []);
      sent.push(`${used.host}:${used.port} ${used.bindDn}`);
      return use({} as never, undefined as never);
    }) as Reach;
    const places = { allow: async () => {}, isAllowed: () => true };
    const reach = guardReach(bind, list, { places, clearText }, async () => []);
    const change = (more: Partial<ServerProfile>) => {
      now = profile(more);
    };
    return { asked, sent, change, held, reach: (work = watched()) => reach(now.id, work, async () => 'reached') };
  }

  test('is asked for, once, with host and bind DN', async () => {
    const { asked, sent, reach } = listed();
    expect([await reach(), await reach()]).toEqual(['reached', 'reached']);
    expect(sent).toHaveLength(2);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.lines).toEqual(
      expect.arrayContaining(['Server: gluu-one', 'User: cn=admin,o=gluu', 'To: gluu.example.org', 'Port: 389']),
    );
  });

  test('does not take place after a no, nor unasked', async () => {
    const { asked, sent, reach } = listed(false);
    await expect(reach(unwatchedWork())).rejects.toMatchObject({ code: 'ldap.clearText' });
    expect(asked).toEqual([]);
    await expect(reach()).rejects.toMatchObject({ code: 'ldap.clearText' });
    expect([asked.length, sent]).toEqual([1, []]);
  });

  test('to where the profile was moved behind the box is asked about as well', async () => {
    const moved = listed(true, () => moved.change({ host: 'evil.test' }));
    await moved.reach();
    expect(moved.asked.map(({ message }) => message)).toEqual([
      'Send a password unencrypted to gluu.example.org?',
      'Send a password unencrypted to evil.test?',
    ]);
  });

  test('is refused where the password is taken, if the profile changed after the question', async () => {
    const { held, reach } = listed();
    await reach();
    const other = profile({ host: 'evil.test' });
    await expect(held.secretFor(other, 'bindPassword', [])).rejects.toMatchObject({ code: 'ldap.clearText' });
    expect(await held.secretFor({ ...other, mode: 'ldaps' }, 'bindPassword', [])).toBe('bind password');
  });
});
