import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ServerSummary } from '../../../src-shared/model/server';
import { startTestConsole, type TestConsole, watchedWork } from '../../support/test-console';

let console: TestConsole;
let servers: ServerSummary[];
beforeAll(async () => {
  console = await startTestConsole({ helpers: inject('helpers') });
  servers = await console.must('demo.start');
});
afterAll(async () => {
  await console.must('demo.stop');
  await console.stop();
});

/** The first person of that server who has a given name and an address. */
async function requestOf(name: string) {
  const { id: serverId } = servers.find((each) => each.name === name) ?? expect.unreachable(`no server ${name}`);
  const { people } = await console.must('users.search', { serverId, text: '', anywhere: false, offset: 0 });
  for (const { dn } of people) {
    const { inum, mails, givenName } = await console.must('users.person', { serverId, dn });
    if (inum && givenName && mails[0]) return { serverId, personInum: inum, to: mails[0] };
  }
  return expect.unreachable('no person with an address');
}

test.each(['meadow-312', 'harbour-315'])(
  'a real request on %s of the demo fleet is written, told and withdrawn',
  async (name) => {
    const input = await requestOf(name);
    const preview = await console.must('reset.preview', { serverId: input.serverId, personInum: input.personInum });
    expect(preview).toMatchObject({ subject: expect.stringContaining('[TEST'), requestProblems: [] });
    const outcome = await console.must('reset.request', input);
    expect(outcome).toMatchObject({ kind: 'written', run: { entry: 'there', mail: 'accepted', canWithdraw: true } });
    const [{ id: messageId = '' } = {}] = await console.must('demo.inbox');
    expect(JSON.stringify(await console.must('demo.message', { messageId }))).toContain(outcome.run.token);
    const pending = await console.must('reset.pending', { serverId: input.serverId });
    expect(pending.requests.map(({ runId }) => runId)).toContain(outcome.run.id);
    const run = { serverId: input.serverId, runId: outcome.run.id };
    expect(await console.must('reset.withdraw', run)).toMatchObject({ kind: 'withdrawn' });
  },
);

test.each([
  ['orchard-314', 'smtp.passwordUnreadable'],
  ['tower-318', 'input.invalid'],
])('the fault %s teaches is reported before anything is written', async (name, code) => {
  const input = await requestOf(name);
  await expect(console.calls['reset.request'](input, watchedWork())).rejects.toMatchObject({ code });
  expect(await console.must('reset.runs', { serverId: input.serverId })).toEqual([]);
  const pending = await console.must('reset.pending', { serverId: input.serverId });
  expect(pending.requests).toEqual([]);
});
