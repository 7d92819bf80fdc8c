import { expect, test } from 'vitest';
import { guardReach } from '../../../../src-main/calls/guarded-reach';
import { changeLines } from '../../../../src-main/guard/box-lines';
import type { BoxWords } from '../../../../src-main/guard/box-words';
import { createWriteConsent, holdTo, requireHeld } from '../../../../src-main/guard/write-consent';
import type { Reached } from '../../../../src-main/reach/reach';
import { createWork } from '../../../../src-main/work/work';
import { type Environment, ServerProfile } from '../../../../src-shared/model/server';
import { boxInEnglish } from '../../../support/english';

const watched = () => ({ signal: new AbortController().signal });
const profile = (environment: Environment, more: Partial<ServerProfile> = {}): ServerProfile => ({
  ...ServerProfile.parse({
    id: '3f2b8f0e-58a4-4a5e-9f3a-0c6f5a3f1a11',
    name: 'gluu-one',
    group: '',
    environment,
    notes: '',
    host: 'gluu.example.org',
    port: 1636,
    mode: 'ldaps',
    bindDn: 'cn=directory manager',
    route: { kind: 'direct' },
    readOnly: false,
  }),
  ...more,
});

function consenting(answer: { yes: boolean; boxTicked: boolean }, isDemo = false) {
  const asked: BoxWords[] = [];
  const consent = createWriteConsent({
    confirm: async (question) => {
      asked.push(boxInEnglish(question));
      return answer;
    },
    isDemo: () => isDemo,
  });
  const write = (server: ServerProfile) =>
    consent.ask({ profile: server, action: 'update', lines: changeLines('SMTP Host', 'a', 'b') }, watched());
  return { consent, asked, write };
}

test('names server, environment, host and every line, and says on the button where it writes', async () => {
  const { asked, write } = consenting({ yes: true, boxTicked: false });
  await write(profile('production'));
  expect(asked).toEqual([
    {
      message: 'Update on gluu-one (Production)?',
      lines: ['Host: gluu.example.org', 'Port: 1636', '', 'SMTP Host: a → b'],
      yes: 'Write to gluu-one (Production)',
    },
  ]);
});

test('without a yes it throws', async () => {
  const { write } = consenting({ yes: false, boxTicked: true });
  await expect(write(profile('test'))).rejects.toMatchObject({ code: 'write.notConfirmed' });
  await expect(write(profile('test'))).rejects.toMatchObject({ code: 'write.notConfirmed' });
});

test('the box spares later questions of that very server only', async () => {
  const { asked, write } = consenting({ yes: true, boxTicked: true });
  await write(profile('test'));
  await write(profile('test'));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.box).toBe('Do not ask again for this server until the app is closed');
  await write(profile('test', { host: 'other.example.org' }));
  await write(profile('staging'));
  expect(asked).toHaveLength(3);
});

test('production is asked each time and offers no box', async () => {
  const { asked, write } = consenting({ yes: true, boxTicked: true });
  await write(profile('production'));
  await write(profile('production'));
  expect(asked).toHaveLength(2);
  expect(asked.every(({ box }) => box === undefined)).toBe(true);
});

test('the demo fleet is not asked about', async () => {
  const { asked, write } = consenting({ yes: false, boxTicked: false }, true);
  await write(profile('production'));
  expect(asked).toEqual([]);
});

test.each<[string, Partial<ServerProfile>, string]>([
  ['another host', { host: 'bank.example.org' }, 'write.changed'],
  ['another environment', { environment: 'production' }, 'write.changed'],
  ['other notes', { notes: 'x' }, 'done'],
])('work agreed to for one server is not done where its profile says %s by now', async (_, change, end) => {
  const agreed = profile('test');
  const open = { allow: async () => {}, isAllowed: () => true };
  const reached = { ...agreed, ...change };
  const reach = guardReach(
    async (_id, _work, use) => use({ profile: reached } as Reached, undefined as never),
    { get: () => agreed },
    { places: open, clearText: open },
    async () => [],
  );
  const work = createWork(new AbortController().signal, () => {});
  const attempt = () => reach(agreed.id, work, async () => 'done').catch(({ code }: { code: string }) => code);
  expect(await attempt()).toBe('done'); // nobody was asked: it only reads
  holdTo(work, agreed);
  expect(await attempt()).toBe(end);
});

test('a yes for a work holds in every piece inside it, and that for one piece in no other', () => {
  const [one, other] = [profile('test'), profile('test', { host: 'other.example.org' })];
  const work = createWork(new AbortController().signal, () => {});
  const [first, second] = [work.child('first'), work.child('second')];
  holdTo(first, one);
  holdTo(second, other);
  requireHeld(first, one);
  requireHeld(second.child('inside'), other);
  expect(() => requireHeld(first.child('inside'), other)).toThrow(expect.objectContaining({ code: 'write.changed' }));
  expect(() => requireHeld(second, one)).toThrow(expect.objectContaining({ code: 'write.changed' }));
  // Whatever a piece was allowed, the work around it is for one server.
  holdTo(work, one);
  requireHeld(first, one);
  expect(() => requireHeld(second, other)).toThrow(expect.objectContaining({ code: 'write.changed' }));
});
