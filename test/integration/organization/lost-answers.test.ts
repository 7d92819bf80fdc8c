import { afterEach, describe, expect, test, vi } from 'vitest';
import { inEnglish } from '../../support/english';
import { gluuNames } from '../../support/gluu-names';
import { carries } from '../../support/hostile-ldap/message';
import { workWith } from '../../support/test-console';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn, organizationDn } = gluuNames();
const isModify = carries('modify');
/** After how long a silent server is given up, where a test waits for it. */
const impatient = { connectMs: 10_000, operationMs: 2000 };

let server: TestConsole;
afterEach(() => server.stop());

const outcomes = () => server.history.list().map(({ outcome }) => outcome);

describe('the connection breaks', () => {
  test('with the answer on its way: reading the server again settles it as saved', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300, passwordReset: true });
    const swallowed = server.proxy.dropNextResponse(isModify);
    const updating = server.update(plan);
    await swallowed;
    server.proxy.cut();
    expect(inEnglish(await updating)).toMatchObject({
      kind: 'saved',
      check: 'assertion',
      notes: expect.arrayContaining(['Confirmed by reading the server again.']),
      view: { fields: { maxLogSize: { value: 300 }, passwordReset: { value: true } } },
    });
    expect(server.history.list()).toMatchObject([{ outcome: 'saved', verifiedAt: expect.any(String) }]);
  });

  test('with the request on its way: it is reported as not saved', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300 });
    const swallowed = server.proxy.dropNextRequest(isModify);
    const updating = server.update(plan);
    await swallowed;
    server.proxy.cut();
    expect(await updating).toMatchObject({
      kind: 'notSaved',
      failure: { code: 'net.dropped', stage: 'Write' },
      saved: [],
      view: { fields: { maxLogSize: { value: 200 } } },
    });
    expect(outcomes()).toEqual(['notSaved']);
    // Nothing is sent a second time.
    expect(server.slapd.modifies()).toHaveLength(3); // the questions for the rights, which change nothing
  });

  test('after the write, before it was read back: it is settled as saved', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300 });
    const work = workWith('Read back', async () => server.proxy.cut());
    expect(await server.update(plan, { work })).toMatchObject({ kind: 'saved' });
    expect(outcomes()).toEqual(['saved']);
  });

  test('between two entries: it is told which was written', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300, passwordReset: true, organizationName: 'New name' });
    const toOrganization = (bytes: Buffer) => isModify(bytes) && bytes.includes(organizationDn);
    const swallowed = server.proxy.dropNextRequest(toOrganization);
    const updating = server.update(plan);
    await swallowed;
    server.proxy.cut();
    expect(await updating).toMatchObject({
      kind: 'notSaved',
      failure: { code: 'net.dropped' },
      saved: ['maxLogSize', 'passwordReset'],
      view: { fields: { maxLogSize: { value: 300 }, organizationName: { value: 'Example Organization' } } },
    });
    expect(outcomes()).toEqual(['unknown']);
  });

  test('before anything was written: that is a failure, and no history', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300 });
    server.proxy.cut(); // the kept session: a drop of that is made good for
    const work = workWith('Who am I', async () => server.proxy.cut());
    await expect(server.update(plan, { work })).rejects.toMatchObject({
      code: 'net.dropped',
      about: { stage: 'Who am I' },
    });
    expect(outcomes()).toEqual([]);
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
  });
});

describe('the server goes silent', () => {
  test('and is read while the write is under way: nobody says yet how it will end', async () => {
    server = await startConsole();
    const plan = await server.plan({ maxLogSize: 300 });
    const swallowed = server.proxy.dropNextRequest(isModify);
    const updating = server.update(plan);
    await swallowed;
    const [{ id = '' } = {}] = server.history.list();
    await server.load();
    expect(await server.verify(id)).toBe('pending');
    expect(outcomes()).toEqual(['pending']);
    server.proxy.cut();
    expect(await updating).toMatchObject({ kind: 'notSaved' });
    expect(outcomes()).toEqual(['notSaved']);
  });

  test('and had written: after the wait, reading it settles it as saved', async () => {
    server = await startConsole({ ldapLimits: impatient });
    const plan = await server.plan({ maxLogSize: 300 });
    const swallowed = server.proxy.dropNextResponse(isModify);
    const updating = server.update(plan);
    await swallowed;
    expect(await updating).toMatchObject({ kind: 'saved', view: { fields: { maxLogSize: { value: 300 } } } });
    expect(outcomes()).toEqual(['saved']);
  });

  test('and writes late: it is not reported as not saved too soon', async () => {
    server = await startConsole({ ldapLimits: impatient });
    const plan = await server.plan({ maxLogSize: 300 });
    const swallowed = server.proxy.dropNextRequest(isModify);
    const updating = server.update(plan);
    await swallowed;
    const connections = () => [...server.slapd.log().matchAll(/ (conn=\d+) fd=\d+ ACCEPT /g)].map(([, name]) => name);
    const before = connections().length;
    // The server was busy, and carries the request out after it was first read again, over another connection.
    await vi.waitFor(
      () => {
        expect(connections().length).toBeGreaterThan(before);
        expect(server.slapd.log()).toMatch(new RegExp(` ${connections().at(-1)} fd=\\d+ closed`));
      },
      { timeout: 30_000 },
    );
    expect(outcomes()).toEqual(['unknown']);
    await server.slapd.modify(replaceWith(applianceDn, 'gluuMaxLogSize', '300'));
    expect(await updating).toMatchObject({ kind: 'saved', view: { fields: { maxLogSize: { value: 300 } } } });
    expect(outcomes()).toEqual(['saved']);
  });
});

describe('the server is gone after the write', () => {
  async function writeAndDie(): Promise<string> {
    server = await startConsole({ settlePauses: { verify: [50, 100, 200] } });
    const plan = await server.plan({ maxLogSize: 300 });
    const swallowed = server.proxy.dropNextResponse(isModify);
    const updating = server.update(plan);
    await swallowed;
    await server.slapd.kill9();
    server.proxy.cut();
    const outcome = await updating;
    if (outcome.kind !== 'unknown') expect.unreachable(`it ended as ${outcome.kind}`);
    expect(outcome.failure).toMatchObject({ code: 'net.dropped' });
    expect(outcomes()).toEqual(['unknown']);
    return outcome.historyId;
  }

  test('it is reported as unknown, until loading the server settles it', async () => {
    const historyId = await writeAndDie();
    expect(await server.verify(historyId)).toBe('unknown');
    await server.slapd.restart();
    expect((await server.load()).fields.maxLogSize).toEqual({ id: 'maxLogSize', value: 300 });
    expect(outcomes()).toEqual(['saved']);
    expect(await server.verify(historyId)).toBe('saved');
  });

  test('it comes back with an older copy: that settles it as not saved', async () => {
    const historyId = await writeAndDie();
    await server.slapd.restart();
    await server.slapd.modify(replaceWith(applianceDn, 'gluuMaxLogSize', '200'));
    expect(await server.verify(historyId)).toBe('notSaved');
    expect(outcomes()).toEqual(['notSaved']);
  });

  test('it comes back with something else: that stays unknown', async () => {
    const historyId = await writeAndDie();
    await server.slapd.restart();
    await server.slapd.modify(replaceWith(applianceDn, 'gluuMaxLogSize', '400'));
    expect(await server.verify(historyId)).toBe('unknown');
    expect(outcomes()).toEqual(['unknown']);
  });
});
