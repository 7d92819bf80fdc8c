import type { RehearseOutcome } from '../../src-shared/model/reset';
import type { UserPage } from '../../src-shared/model/user';
import { expect } from '../e2e/support/app';
import { compromised, test } from '../e2e/support/compromised';
import { boxesOf, codeOf, type MailScene, startMailScene, user } from './support/mail-scene';

// One app and one story: the boxes that were refused, and the mails that went out, count together.
test.describe.configure({ mode: 'serial' });

const inside = compromised();
let scene: MailScene;
test.beforeAll(async () => {
  scene = await startMailScene(inside);
});
test.afterAll(() => scene?.stop());

test('the first mail to an address is asked about, the next ones are not', async () => {
  const first = await boxesOf(inside, 'yes', () => scene.mailTest());
  expect([codeOf(first.answer), first.boxes.length]).toEqual(['done', 1]);
  for (const line of [
    `To: ${user}`,
    `From: ${user}`,
    'Sender’s name: Your bank',
    'Server: bank',
    'Mail server: localhost',
  ])
    expect(first.boxes[0]).toContain(`\n${line}\n`);
  const next = await boxesOf(inside, 'no', () => scene.mailTest({ fromName: 'Gluu' }));
  expect([codeOf(next.answer), next.boxes]).toEqual(['done', []]);
  expect(scene.mail.messages()).toHaveLength(2);
});

test('a rehearsal goes to no address that the user has not confirmed', async () => {
  const { serverId, mail } = scene;
  const found = await inside.ask<UserPage>('users.search', { serverId, text: '', anywhere: true, offset: 0 });
  const personInum = found.ok ? found.value.people[0]?.inum : undefined;
  const rehearse = () => inside.ask<RehearseOutcome>('reset.rehearse', { serverId, personInum, to: 'eve@example.net' });
  const { boxes, answer } = await boxesOf(inside, 'no', rehearse);
  expect(codeOf(answer)).toBe('mail.notAllowed');
  expect(boxes).toEqual([expect.stringMatching(/^Send mail to eve@example\.net\?\n/)]);
  expect(mail.messages()).toHaveLength(2);
});

test('sixty mails to sixty strangers: the user is left alone after five refusals, and none goes out', async () => {
  const flood = () =>
    Promise.all(
      Array.from({ length: 60 }, (_, index) => scene.mailTest({ recipient: `stranger${index}@example.net` })),
    );
  const { boxes, answer } = await boxesOf(inside, 'no', flood);
  expect(scene.mail.messages()).toHaveLength(2);
  expect(new Set(answer.map(codeOf))).toEqual(new Set(['mail.notAllowed', 'confirm.tooMany']));
  expect(boxes).toHaveLength(4); // one refusal of the test before counts in the same minute
  expect(boxes[0]).toMatch(/^Send mail to stranger\d+@example\.net\?\n/);
});

test('no more than ten mails a minute go out, and the refusal says how long to wait', async () => {
  const { boxes, answer } = await boxesOf(inside, 'no', () =>
    Promise.all(Array.from({ length: 60 }, () => scene.mailTest())),
  );
  expect(boxes).toEqual([]);
  const refusals = answer.flatMap((one) => (one.ok ? [] : [one.failure]));
  expect(refusals.length).toBeGreaterThanOrEqual(50);
  expect(scene.mail.messages().length - 2).toBe(60 - refusals.length);
  for (const { code, facts } of refusals) {
    expect([code, facts?.limit]).toEqual(['mail.tooMany', 10]);
    expect(facts?.seconds).toBeGreaterThan(0);
    expect(facts?.seconds).toBeLessThanOrEqual(60);
  }
});

test('no more than ten recipients or logins a minute are tried without a message', async () => {
  const { boxes, answer } = await boxesOf(inside, 'no', () =>
    Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        scene.mailTest({ recipient: `guess${index}@example.net`, until: index % 2 ? 'login' : 'recipient' }),
      ),
    ),
  );
  expect(boxes).toEqual([]);
  const refusals = answer.flatMap((one) => (one.ok ? [] : [one.failure]));
  expect(refusals.length).toBeGreaterThanOrEqual(50);
  for (const { code, facts } of refusals) expect([code, facts?.limit]).toEqual(['mail.tooManyProbes', 10]);
  const named = scene.mail.lines().filter(({ line }) => line.startsWith('RCPT TO:<guess'));
  expect(named.length).toBeLessThanOrEqual(10);
});
