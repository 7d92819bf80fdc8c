import { expect, test } from 'vitest';
import { createAskOnce } from '../../../../src-main/guard/ask-once';
import type { BoxWords } from '../../../../src-main/guard/box-words';
import type { Question } from '../../../../src-main/guard/confirm';
import {
  createMailGuard,
  type IntendedMail,
  MAILS_A_MINUTE,
  PROBES_A_MINUTE,
} from '../../../../src-main/guard/mail-guard';
import { unwatchedWork } from '../../../../src-main/work/work';
import { ServerProfile } from '../../../../src-shared/model/server';
import { boxInEnglish } from '../../../support/english';

const watched = () => ({ signal: new AbortController().signal });
const profile: ServerProfile = ServerProfile.parse({
  ...{ id: '3f2b8f0e-58a4-4a5e-9f3a-0c6f5a3f1a11', name: 'bank', group: '', environment: 'production', notes: '' },
  ...{ host: 'gluu.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=directory manager', readOnly: true },
  route: { kind: 'direct' },
});
const mail = (more: Partial<IntendedMail> = {}): IntendedMail => ({
  ...{ profile, why: 'A test mail', to: 'grace@example.org', from: 'gluu@example.org', fromName: 'Gluu' },
  ...{ host: 'mail.example.org', port: 587 },
  ...more,
});

function guarding(says = true) {
  const asked: BoxWords[] = [];
  let time = 0;
  const now = () => time;
  const confirm = async (question: Question) => {
    asked.push(boxInEnglish(question));
    return { yes: says, boxTicked: false };
  };
  const mails = createMailGuard({
    ask: createAskOnce({ confirm, now }),
    isOwn: ({ host, via }) => host === 'demo.example' && via === undefined,
    now,
  });
  const codeOf = (one: IntendedMail, work = watched()) =>
    mails.allow(one, work).then(
      () => 'sent',
      ({ code }: { code: string }) => code,
    );
  return { asked, mails, codeOf, pass: (ms: number) => (time += ms) };
}

test('a recipient is asked about once for each server, whole, with the sender and the mail server', async () => {
  const { asked, codeOf } = guarding();
  const to = `${'g'.repeat(64)}@mail.еxample.org`;
  expect(await codeOf(mail({ to, fromName: 'Your bank' }))).toBe('sent');
  expect(asked).toEqual([
    {
      message: `Send mail to ${'g'.repeat(64)}@mail.\\u{435}xample.org (mail.xn--xample-2of.org)?`,
      lines: [
        `To: ${'g'.repeat(64)}@mail.\\u{435}xample.org (mail.xn--xample-2of.org)`,
        ...['From: gluu@example.org', 'Sender’s name: Your bank', 'Purpose: A test mail', 'Server: bank'],
        ...['Mail server: mail.example.org', 'Port: 587', ''],
        'You are asked once for each recipient and server, until the app is closed or locked.',
      ],
      yes: 'Send mail to this address',
    },
  ]);
  // The main job goes through ports, senders and relays until it works.
  expect(await codeOf(mail({ to: to.replace('mail.', 'MAIL.'), port: 465, from: 'it@example.org' }))).toBe('sent');
  expect(asked).toHaveLength(1);
});

test('a sender’s name cannot wrap to a line of its own, and letters that look Latin are told by number', async () => {
  const { asked, codeOf } = guarding();
  const fromName = `${'x'.repeat(44)} Mail server: mail.bank.example ${'y'.repeat(100)}`;
  await codeOf(mail({ to: 'сосо@example.org', from: 'аdа@example.org', fromName }));
  const lines = asked[0]?.lines ?? [];
  expect(lines.find((line) => line.startsWith('Sender’s name'))?.length).toBeLessThanOrEqual(60);
  expect(lines.filter((line) => line.startsWith('The part before @'))).toEqual([
    'The part before @ has characters outside ASCII: \\u{441}\\u{43e}\\u{441}\\u{43e}',
    'The part before @ has characters outside ASCII: \\u{430}d\\u{430}',
  ]);
});

test.each<[string, Partial<IntendedMail>]>([
  ['address', { to: 'hopper@example.org' }],
  ['spelling before the @', { to: 'Grace@example.org' }],
  ['server', { profile: { ...profile, host: 'other.example.org' } }],
])('another %s is another question', async (_, more) => {
  const { asked, codeOf } = guarding();
  await codeOf(mail());
  await codeOf(mail(more));
  expect(asked).toHaveLength(2);
});

test('a no is reported with the address, and asked about again; work that nobody watches asks nobody', async () => {
  const { asked, mails, codeOf } = guarding(false);
  for (const _ of [1, 2]) {
    await expect(mails.allow(mail(), watched())).rejects.toMatchObject({
      code: 'mail.notAllowed',
      about: { facts: { to: 'grace@example.org' } },
    });
  }
  expect(await codeOf(mail(), unwatchedWork())).toBe('mail.notAllowed');
  expect(asked).toHaveLength(2);
});

test('sixty addresses are asked about five times at most when the user says no', async () => {
  const { asked, codeOf } = guarding(false);
  const codes = await Promise.all(
    Array.from({ length: 60 }, (_, index) => codeOf(mail({ to: `a${index}@example.org` }))),
  );
  expect(asked).toHaveLength(5);
  expect(codes.filter((code) => code === 'confirm.tooMany')).toHaveLength(55);
});

test('ten mails a minute go out, whoever gets them, and the refusal says how long to wait', async () => {
  const { asked, mails, codeOf, pass } = guarding();
  const all = await Promise.all(Array.from({ length: 60 }, () => codeOf(mail())));
  expect(all.filter((code) => code === 'sent')).toHaveLength(MAILS_A_MINUTE);
  expect(all.filter((code) => code === 'mail.tooMany')).toHaveLength(60 - MAILS_A_MINUTE);
  pass(40_000);
  await expect(mails.allow(mail({ to: 'other@example.org' }), watched())).rejects.toMatchObject({
    code: 'mail.tooMany',
    about: { facts: { limit: MAILS_A_MINUTE, seconds: 20 } },
  });
  expect(asked).toHaveLength(1);
  pass(20_000);
  expect(await codeOf(mail())).toBe('sent');
});

test('of sixty addresses that the user says yes to, no more are asked about than may be mailed', async () => {
  const { asked, codeOf } = guarding();
  const codes = await Promise.all(
    Array.from({ length: 60 }, (_, index) => codeOf(mail({ to: `a${index}@example.org` }))),
  );
  expect(codes.filter((code) => code === 'sent')).toHaveLength(MAILS_A_MINUTE);
  expect(asked).toHaveLength(MAILS_A_MINUTE);
});

test('ten logins or recipients a minute are tried, counted apart from mails, and by each way', async () => {
  const { mails, codeOf, pass } = guarding();
  const probe = (ways: Parameters<typeof mails.probe>[0]['ways'] = [[]], host = 'mail.example.org') =>
    mails.probe({ host, port: 25, ways });
  const hop = { host: 'gw.example', port: 22, user: 'admin' };
  for (let index = 0; index < PROBES_A_MINUTE - 2; index += 1) probe();
  probe([[], [hop]]);
  const refused = { code: 'mail.tooManyProbes', about: { facts: { limit: PROBES_A_MINUTE, seconds: 60 } } };
  expect(() => probe()).toThrow(expect.objectContaining(refused));
  expect(() => probe([[]], 'other.example.org')).toThrow(expect.objectContaining(refused));
  for (let index = 0; index < 60; index += 1) probe([[]], 'demo.example');
  expect(await codeOf(mail())).toBe('sent');
  pass(60_000);
  probe();
});

test('an address that another box showed needs no further one', async () => {
  const { asked, mails, codeOf } = guarding(false);
  mails.shown(profile, 'grace@example.org');
  expect(await codeOf(mail())).toBe('sent');
  expect(await codeOf(mail({ profile: { ...profile, name: 'renamed' } }))).toBe('mail.notAllowed');
  expect(asked).toHaveLength(1);
});

test('the demo fleet’s mail server takes what it likes; a host of that name behind SSH is another', async () => {
  const { asked, codeOf } = guarding(false);
  for (let index = 0; index < 60; index += 1) {
    expect(await codeOf(mail({ to: `a${index}@example.org`, host: 'demo.example' }))).toBe('sent');
  }
  expect(asked).toEqual([]);
  const way = [{ host: 'gluu.example.org', port: 22, user: 'ada' }];
  expect(await codeOf(mail({ host: 'demo.example', way }))).toBe('mail.notAllowed');
});
