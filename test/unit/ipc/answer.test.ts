import { expect, test, vi } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { hideFromLog } from '../../../src-main/base/redact';
import { answer } from '../../../src-main/ipc/answer';
import { type Handlers, unwatchedWork } from '../../../src-main/work/work';
import { message } from '../../../src-shared/texts/message';
import { saying } from '../../support/english';

const id = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';

/** Asks with one handler for every call, so that whatever is entered is seen. */
async function ask(name: unknown, input: unknown, handle: (input: unknown) => unknown = () => 'done') {
  const entered = vi.fn(handle);
  const report = vi.fn();
  const handlers = new Proxy({}, { get: () => async (given: unknown) => entered(given) }) as Handlers;
  const result = await answer(handlers, name, input, unwatchedWork(), report);
  return { result, entered, bugs: report.mock.calls.map(([bug]) => bug as unknown) };
}

test('a good call gives its value, and the handler gets what the schema took', async () => {
  const { result, entered, bugs } = await ask('app.setTheme', { theme: 'dark', extra: 1 });
  expect(result).toEqual({ ok: true, value: 'done' });
  expect(entered.mock.calls).toEqual([[{ theme: 'dark' }]]);
  expect(bugs).toEqual([]);
});

test.each([
  'app.nothing',
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'app.state\0',
  null,
  undefined,
  0,
  Symbol('app.state'),
  ['app.state'],
  { toString: () => 'app.state' },
])('%o is no call', async (name) => {
  const { result, entered, bugs } = await ask(name, undefined);
  expect(result).toEqual({ ok: false, failure: { code: 'input.invalid', reason: saying('There is no such call.') } });
  expect(entered).not.toHaveBeenCalled();
  expect(bugs).toEqual([]);
});

test('wrong input names its fields, by path, and enters no handler', async () => {
  const draft = {
    name: '',
    group: '',
    environment: 'test',
    notes: '',
    host: 'x',
    port: 1,
    mode: 'ldaps',
    bindDn: 'x',
    route: { kind: 'direct' },
    readOnly: true,
  };
  const keep = { kind: 'keep' };
  const { result, entered } = await ask('server.save', { draft, bindPassword: keep, salt: keep });
  expect(result).toEqual({
    ok: false,
    failure: {
      code: 'input.invalid',
      fields: {
        'draft.name': message('problem.serverName'),
        'draft.bindDn': message('problem.dn.form'),
      },
    },
  });
  expect(entered).not.toHaveBeenCalled();
});

test.each([
  undefined,
  null,
  {},
  [],
  'x',
  { serverId: '..' },
  { serverId: [id] },
  JSON.parse(`{"__proto__":{"serverId":"${id}"}}`),
])('input %j enters no handler', async (input) => {
  const { result, entered, bugs } = await ask('server.remove', input);
  expect(result).toMatchObject({ ok: false, failure: { code: 'input.invalid' } });
  expect(entered).not.toHaveBeenCalled();
  expect(bugs).toEqual([]);
});

test('a value that is refused is not sent back', async () => {
  const typed = { kind: 'typed', value: 'geheim\0geheim' };
  const { result } = await ask('smtp.test', { login: { userName: 'x', password: typed } });
  expect(result).toMatchObject({ ok: false });
  expect(JSON.stringify(result)).not.toContain('geheim');
});

test('a failure of the world crosses with all it says, and without its cause', async () => {
  const about = {
    stage: 'TLS',
    at: 'gluu:1636',
    detail: 'unable to verify',
    facts: { host: 'gluu', causes: 'It is damaged.' },
  };
  const { result, bugs } = await ask('server.check', { serverId: id }, () => {
    throw new AppError('tls.untrusted', about, { cause: new Error('bindPassword=geheim') });
  });
  expect(result).toEqual({ ok: false, failure: { code: 'tls.untrusted', ...about } });
  expect(bugs).toEqual([]);
});

test('a secret that a server repeats in its words does not reach the window', async () => {
  const password = 'kEy-7/+ü';
  hideFromLog(password);
  const encoded = Buffer.from(password).toString('base64');
  const { result } = await ask('server.check', { serverId: id }, () => {
    throw new AppError('ldap.credentials', { detail: `49: no user with ${password} or ${encoded}` });
  });
  expect(result).toMatchObject({ failure: { detail: '49: no user with [hidden] or [hidden]' } });
});

test('nor does one that it repeats in pieces, or with other bytes before it', async () => {
  const password = 'kEy-7/+ü and more';
  hideFromLog(password);
  const encoded = Buffer.from(`xy${password}`).toString('base64');
  const { result } = await ask('server.check', { serverId: id }, () => {
    throw new AppError('ldap.credentials', { detail: `49: ${encoded.slice(16)} and ${encoded.slice(0, 16)}` });
  });
  expect(result).toMatchObject({
    failure: { detail: expect.stringMatching(/^49: \[hidden\]\S{0,3} and \S{0,3}\[hidden\]$/) },
  });
});

test.each([
  ['an Error', new Error('bind with geheim failed')],
  ['a TypeError', new TypeError('geheim is not a function')],
  ['a text', 'geheim'],
  [
    'an object like an AppError',
    { name: 'AppError', code: 'internal', about: { detail: 'geheim' }, message: 'geheim' },
  ],
  ['nothing', undefined],
])('%s that is thrown is a bug: logged whole, reported as internal', async (_, thrown) => {
  const { result, bugs } = await ask('app.state', undefined, () => {
    throw thrown;
  });
  expect(result).toEqual({ ok: false, failure: { code: 'internal' } });
  expect(bugs).toEqual([thrown]);
});

test('a rejection is a throw too', async () => {
  const bug = new Error('late');
  const { result, bugs } = await ask('app.state', undefined, () => Promise.reject(bug));
  expect(result).toEqual({ ok: false, failure: { code: 'internal' } });
  expect(bugs).toEqual([bug]);
});
