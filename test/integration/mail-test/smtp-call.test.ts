import dns from 'node:dns/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import type { SaltEvidence } from '../../../src-main/gluu-ldap/salt-proof';
import type { Snapshot } from '../../../src-main/gluu-ldap/snapshot';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import type { ClearLogin } from '../../../src-main/guard/clear-text';
import { answer } from '../../../src-main/ipc/answer';
import { smtpService } from '../../../src-main/mail-test/smtp-service';
import type { TestHistory } from '../../../src-main/mail-test/test-history';
import { type Network, thisComputer } from '../../../src-main/net/network';
import { IdStore } from '../../../src-main/organization/snapshots';
import type { ProbeLimits } from '../../../src-main/probe/probe-run';
import { type NetworkOf, noRoutes } from '../../../src-main/reach/networks';
import type { KnownServers } from '../../../src-main/registry/known-servers';
import { createWork, type Handlers } from '../../../src-main/work/work';
import { classify } from '../../../src-shared/diagnosis/classify';
import type { Failure } from '../../../src-shared/model/failure';
import { type MailPin, ServerId, type ServerProfile } from '../../../src-shared/model/server';
import type { MailTestOutcome } from '../../../src-shared/model/smtp-test';
import type { Vantage } from '../../../src-shared/model/work';
import type { MailTested } from '../../../src-shared/readiness/readiness-facts';
import { selfSigned } from '../../support/certificates';
import { inEnglish, saying } from '../../support/english';
import { freePorts } from '../../support/free-port';
import { type ScriptedSmtp, silence, startScriptedSmtp } from '../../support/scripted-smtp';
import { snapshotOf } from '../../unit/main/gluu-ldap/snapshot-of';
import { login, shortLimits } from './mail';

const serverId = ServerId.parse('7f1c2b52-6a0e-4d3b-9f5e-0a4c1f8e9d10');
const salt = 'a salt of twenty-four by';
const proves = { kind: 'read', witnesses: new Map([['idpBindPassword', encrypt('Manager-Passw0rd', salt)]]) };
const stored = { password: 'kept on the server 3', userName: login.userName };

let server: ScriptedSmtp;
let snapshotId: string;
let pins: MailPin[];
/** Whether the user lets a password go readable. */
let agreed: boolean;
let bugs: unknown[];
let handlers: Handlers;
let limits: ProbeLimits;
/** Nothing is kept between these tests. */
const noTests = { add: async (_id, record) => ({ ...record, id: serverId }) } as Partial<TestHistory> as TestHistory;
beforeEach(async () => {
  server = await startScriptedSmtp();
  pins = [];
  agreed = true;
  bugs = [];
  limits = { ...shortLimits };
  serve(snapshotFor(server.port));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
  expect(bugs).toEqual([]);
});

/** What is kept of a test for the readiness of the server. */
let remembered: MailTested[] = [];
const remember = (_: ServerId, tested: MailTested) => void remembered.push(tested);

/** The calls about mail, for the one server and what was read of it. */
function serve(snapshot: Snapshot, servers = knownServer(), networkOf: NetworkOf = noRoutes): void {
  const snapshots = new IdStore<Snapshot>();
  snapshotId = snapshots.keep(serverId, snapshot);
  const clearText = { isAllowed: ({ port, user }: ClearLogin) => agreed && port === server.port && user !== 'eve' };
  const rest = { clearText, tests: noTests, networkOf, remember, limits };
  handlers = smtpService({ servers, snapshots, ...rest }) as Handlers;
}

/** The one server of these tests: its salt and its pins are all a mail test asks for. */
const knownServer = ({ route }: Pick<ServerProfile, 'route'> = { route: { kind: 'direct' } }): KnownServers =>
  ({
    get: () => ({ mailPins: pins, route }) as unknown as ServerProfile,
    isDemo: () => false,
    secret: async () => salt,
    pinMail: async (_id, pin) => void pins.push(pin),
  }) as Partial<KnownServers> as KnownServers;

function snapshotFor(port: number, evidence: unknown = proves): Snapshot {
  const smtp = {
    host: '127.0.0.1',
    port,
    password: encrypt(stored.password, salt),
    'requires-ssl': false,
    'user-name': stored.userName,
  };
  const snapshot = snapshotOf({ appliance: { oxSmtpConfiguration: [JSON.stringify(smtp)] } });
  return { ...snapshot, tree: { ...snapshot.tree, saltEvidence: evidence as SaltEvidence } };
}

const screen = (more = {}) => ({
  serverId,
  snapshotId,
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  requiresSsl: false,
  trustServer: false,
  until: 'send',
  fromName: 'Gluu Meadow',
  fromEmail: 'gluu@example.org',
  recipient: 'grace@example.org',
  ...more,
});
const typed = (value: string = login.password) => ({
  login: { userName: login.userName, password: { kind: 'typed', value } },
});
const kept = { login: { userName: login.userName, password: { kind: 'stored' } } };

const call = (name: string, input: unknown, signal = new AbortController().signal) =>
  answer(
    handlers,
    name,
    input,
    createWork(signal, () => {}),
    (bug) => void bugs.push(bug),
  );

async function testMail(input: unknown, signal?: AbortSignal): Promise<MailTestOutcome> {
  const result = await call('smtp.test', input, signal);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`);
  return result.value as MailTestOutcome;
}
async function refusal(input: unknown): Promise<Failure> {
  const result = await call('smtp.test', input);
  if (result.ok) throw new Error(`not refused: ${JSON.stringify(result.value)}`);
  return result.failure;
}
const diagnosis = (outcome: MailTestOutcome) => classify(outcome.seen)?.id;
/** Two lines behind each AUTH LOGIN: user name, then password. */
const passwords = () =>
  server
    .lines()
    .flatMap(({ line }, index, lines) => (line === 'AUTH LOGIN' ? (lines[index + 2]?.line ?? []) : []))
    .map((blob) => Buffer.from(blob, 'base64').toString('utf8'));

describe('a password over clear text', () => {
  test('is not sent, and the server is not even called, without consent', async () => {
    agreed = false;
    for (const which of [typed(), kept]) {
      expect(await refusal(screen(which))).toMatchObject({
        code: 'smtp.clearText',
        stage: 'Login',
        facts: { user: login.userName },
      });
    }
    expect(server.connections()).toBe(0);
  });

  test('is sent with consent', async () => {
    expect(await testMail(screen(typed()))).toMatchObject({ delivery: {} });
    expect(passwords()).toEqual([login.password]);
    expect(server.messages()).toHaveLength(1);
  });

  test('consent is not for the window to give', async () => {
    agreed = false;
    for (const says of [true, 'yes']) {
      expect(await refusal(screen({ ...typed(), clearTextConsent: says }))).toMatchObject({ code: 'input.invalid' });
    }
    expect(server.connections()).toBe(0);
  });

  test('consent does not weaken STARTTLS', async () => {
    const outcome = await testMail(screen({ ...typed(), security: 'startTls' }));
    expect(diagnosis(outcome)).toBe('S20');
    expect(passwords()).toEqual([]);
  });
});

describe('the stored password', () => {
  test('goes where the Gluu Server itself would send it', async () => {
    const outcome = await testMail(screen({ ...kept }));
    expect(outcome.delivery).toBeDefined();
    expect(passwords()).toEqual([stored.password]);
    expect(JSON.stringify(outcome)).not.toContain(stored.password);
  });

  /** The server of a test whose salt is judged by other values, or is another one. */
  function judgedBy(evidence: unknown, kept: () => Promise<string> = async () => salt): void {
    serve(snapshotFor(server.port, evidence), { ...knownServer(), secret: kept });
  }
  const foreign = encrypt('Manager-Passw0rd', 'Z'.repeat(24));

  test('is not tested with a salt that this server contradicts, although it decrypts', async () => {
    judgedBy({ kind: 'read', witnesses: new Map([['oxAuthClientPassword', foreign]]) });
    expect(await refusal(screen({ ...kept }))).toMatchObject({
      code: 'gluu.saltContradicted',
      fields: { smtpPassword: saying('The stored password was not used.') },
    });
    expect(server.connections()).toBe(0);
  });

  test('is tested with a salt that cannot be proved, if it decrypts', async () => {
    judgedBy({ kind: 'noEntry' });
    expect((await testMail(screen({ ...kept }))).delivery).toBeDefined();
  });

  test('that does not decrypt with such a salt leaves open which of the two is wrong', async () => {
    judgedBy({ kind: 'noEntry' }, async () => 'Z'.repeat(24));
    const failure = await refusal(screen({ ...kept }));
    expect(failure).toMatchObject({
      code: 'smtp.passwordUnopened',
      facts: { why: saying(/cannot see/) },
    });
    expect(server.connections()).toBe(0);
  });

  test('without a salt is not said to be missing', async () => {
    judgedBy(proves, async () => {
      throw new AppError('secret.missing');
    });
    expect(await refusal(screen({ ...kept }))).toMatchObject({ code: 'gluu.noSalt' });
  });

  test.each([
    ['another host', { host: 'localhost' }],
    ['another encryption', { security: 'startTls' }],
    ['another user', { login: { userName: 'eve', password: { kind: 'stored' } } }],
  ])('does not go to %s', async (_name, more) => {
    const failure = await refusal(screen({ ...kept, ...more }));
    expect(inEnglish(failure)).toMatchObject({ code: 'secret.bound', fields: { smtpPassword: expect.any(String) } });
    expect(server.connections()).toBe(0);
  });

  test('does not go to another port', async () => {
    const [other = 0] = await freePorts(1);
    expect(await refusal(screen({ ...kept, port: other }))).toMatchObject({
      code: 'secret.bound',
    });
  });
});

describe('what cannot be a mail test is refused at its field, and nothing is sent', () => {
  test.each<[string, string, unknown]>([
    ['recipient', 'line breaks', 'grace@example.org\r\nBcc: eve@example.net'],
    ['recipient', 'a line feed at the end of a part', 'grace\n@example.org'],
    ['recipient', 'two addresses', 'grace@example.org, eve@example.net'],
    ['recipient', 'two addresses with a semicolon', 'grace@example.org;eve@example.net'],
    ['recipient', 'two addresses with a blank', 'grace@example.org eve@example.net'],
    ['recipient', 'a name', 'Grace <grace@example.org>'],
    ['recipient', 'brackets', '<grace@example.org>'],
    ['recipient', 'a command behind it', 'grace@example.org> RCPT TO:<eve@example.net'],
    ['recipient', 'a quoted part', '"grace hopper"@example.org'],
    ['recipient', 'a list', ['grace@example.org', 'eve@example.net']],
    ['recipient', 'an object', { address: 'grace@example.org', name: '' }],
    ['recipient', 'nothing', ''],
    ['recipient', 'no domain', 'grace'],
    ['recipient', 'an address literal', 'grace@[127.0.0.1]'],
    ['recipient', 'a mark that turns the text', 'grace\u202e@example.org'],
    ['fromEmail', 'line breaks', 'gluu@example.org\r\nDATA'],
    ['fromEmail', 'a name', 'Gluu <gluu@example.org>'],
    ['fromName', 'line breaks', 'Gluu\r\nBcc: eve@example.net'],
    ['host', 'a scheme', 'smtp://127.0.0.1'],
    ['host', 'a port', '127.0.0.1:25'],
    ['host', 'a path', '127.0.0.1/'],
    ['host', 'a user', 'ada@127.0.0.1'],
    ['host', 'a blank', '127.0.0.1 localhost'],
    ['host', 'nothing', ''],
    ['port', 'zero', 0],
    ['port', 'one too many', 65_536],
    ['port', 'a part', 25.5],
    ['port', 'text', '25'],
    ['port', 'a negative number', -1],
    ['security', 'something else', 'ssl'],
  ])('%s with %s', async (field, _what, value) => {
    const failure = await refusal(screen({ [field]: value }));
    expect(failure.code).toBe('input.invalid');
    expect(inEnglish(failure.fields?.[field])).toMatch(/^\S.*\.?$/);
    expect(server.connections()).toBe(0);
  });

  test.each([
    ['a password with a NUL', { ...typed('two\0parts') }],
    ['an empty password', { ...typed('') }],
    ['an empty user name', { login: { userName: '', password: { kind: 'typed', value: 'x' } } }],
    ['a user name with a line break', { login: { userName: 'a\r\nb', password: { kind: 'typed', value: 'x' } } }],
    ['an option of the mail library', { attachments: [{ path: '/etc/hostname' }] }],
    ['an option of the connection', { tls: { rejectUnauthorized: false } }],
  ])('%s', async (_what, more) => {
    expect(await refusal(screen({ ...more }))).toMatchObject({ code: 'input.invalid' });
    expect(server.connections()).toBe(0);
  });
});

describe('a certificate', () => {
  test('can be trusted once it was seen, for that host and port; another one is refused', async () => {
    const certificate = await selfSigned();
    await server.stop();
    server = await startScriptedSmtp({ tls: certificate });
    const input = screen({ ...typed(), security: 'startTls' });
    const trust = (sha256: string) =>
      call('smtp.trust', { serverId, host: '127.0.0.1', port: server.port, vantage: 'here', sha256 });

    expect(await trust(certificate.sha256)).toMatchObject({ ok: false, failure: { code: 'tls.changed' } });
    const refused = await testMail(input);
    expect(diagnosis(refused)).toBe('S25');
    expect(refused.seen.tls?.chain[0]?.sha256).toBe(certificate.sha256);
    expect(await trust((await selfSigned(2)).sha256)).toMatchObject({ ok: false });
    expect(await trust(certificate.sha256)).toMatchObject({ ok: true });
    expect(pins).toMatchObject([{ host: '127.0.0.1', port: server.port, sha256: certificate.sha256 }]);
    expect(await testMail(input)).toMatchObject({ delivery: { tls: { trust: 'pin' } } });
  });

  test('is trusted for the way it was seen over: behind SSH the same host and port are another machine', async () => {
    const certificate = await selfSigned();
    const tls = { tls: certificate };
    await server.stop();
    server = await startScriptedSmtp(tls);
    const far = await startScriptedSmtp(tls);
    const route = { kind: 'ssh', host: 'gluu.example', port: 22, user: 'root', login: 'agent', jumps: [] } as const;
    const network: Network = {
      ...thisComputer,
      via: 'root@gluu.example',
      way: [route],
      connect: (addresses, _endpoint, ...rest) =>
        thisComputer.connect(addresses, { host: '127.0.0.1', port: far.port }, ...rest),
    };
    serve(snapshotFor(server.port), knownServer({ route: { ...route, jumps: [] } }), async () => network);
    const input = (vantage: Vantage) => screen({ ...typed(), security: 'startTls', vantage });
    const trust = (vantage: Vantage) =>
      call('smtp.trust', {
        ...{ serverId, host: '127.0.0.1', port: server.port, vantage },
        sha256: certificate.sha256,
      });
    const isTrusted = async (vantage: Vantage) => diagnosis(await testMail(input(vantage))) !== 'S25';
    try {
      expect(await isTrusted('here')).toBe(false);
      expect(await trust('server')).toMatchObject({ ok: false, failure: { code: 'tls.changed' } });
      expect(await trust('here')).toMatchObject({ ok: true });
      expect([await isTrusted('here'), await isTrusted('server')]).toEqual([true, false]);
      expect(far.lines().map(({ line }) => line)).not.toContain('AUTH LOGIN');

      pins = [];
      expect(await trust('server')).toMatchObject({ ok: true });
      expect(pins).toMatchObject([{ host: '127.0.0.1', port: server.port, via: 'root@gluu.example' }]);
      expect([await isTrusted('here'), await isTrusted('server')]).toEqual([false, true]);
    } finally {
      await far.stop();
    }
  });
});

describe('a host that cannot be reached', () => {
  test('a name that does not exist', async () => {
    vi.spyOn(dns, 'lookup').mockRejectedValue(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }));
    const outcome = await testMail(screen({ host: 'smtp.example.org' }));
    expect(classify(outcome.seen)).toMatchObject({ id: 'S01', stage: 'Name' });
  });

  test('a name server that does not answer is left when the time is over', async () => {
    vi.spyOn(dns, 'lookup').mockReturnValue(new Promise(() => {}) as never);
    limits.connectMs = 300;
    const outcome = await testMail(screen({ host: 'smtp.example.org' }));
    expect(classify(outcome.seen)).toMatchObject({ id: 'S02', stage: 'Name' });
  });

  test('a port nothing listens on, at every address of the name', async () => {
    const [port = 0] = await freePorts(1);
    vi.spyOn(dns, 'lookup').mockResolvedValue([
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ] as never);
    const outcome = await testMail(screen({ host: 'smtp.example.org', port }));
    expect(classify(outcome.seen)).toMatchObject({ id: 'S04', stage: 'Connect' });
    expect(outcome.seen.addresses.map(({ address }) => address)).toEqual(['127.0.0.2', '127.0.0.1']);
  });

  test('the next address is taken when the first refuses, and named', async () => {
    vi.spyOn(dns, 'lookup').mockResolvedValue([
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ] as never);
    const outcome = await testMail(screen({ host: 'smtp.example.org' }));
    expect(outcome).toMatchObject({ seen: { address: '127.0.0.1' }, delivery: { address: '127.0.0.1' } });
  });

  test('a test that is cancelled behind its message tells that the server may have accepted it', async () => {
    const silent = await startScriptedSmtp({ script: { message: silence } });
    const cancel = new AbortController();
    void silent.reached('message').then(() => cancel.abort());
    const result = await call('smtp.test', screen({ port: silent.port }), cancel.signal);
    const meanwhile = 'The message was already on its way; the server may have accepted it.';
    expect(inEnglish(result)).toMatchObject({ ok: false, failure: { code: 'work.cancelled', facts: { meanwhile } } });
    await silent.stop();
  });

  test('a name look-up that hangs is cancelled at once', async () => {
    vi.spyOn(dns, 'lookup').mockReturnValue(new Promise(() => {}) as never);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 50);
    const began = performance.now();
    const result = await call('smtp.test', screen({ host: 'smtp.example.org' }), cancel.signal);
    expect(result).toMatchObject({ ok: false, failure: { code: 'work.cancelled', stage: 'Name' } });
    expect(performance.now() - began).toBeLessThan(1050);
  });
});

test('a test is remembered with the password it was made with, which cannot be read from that', async () => {
  remembered = [];
  const outcome = await testMail(screen({ ...kept }));
  await testMail(screen(typed(stored.password)));
  await testMail(screen(typed('another password')));
  await testMail(screen());
  const [mark, same, other, none] = remembered.map(({ loginMark }) => loginMark);
  expect(mark).toMatch(/^[\w-]{43}$/);
  expect(same).toBe(mark);
  expect(other).not.toBe(mark);
  expect(none).toBeUndefined();
  expect(remembered[0]).toMatchObject({ seen: outcome.seen, fromName: screen().fromName });
  expect(JSON.stringify(remembered)).not.toContain(stored.password);
  expect(JSON.stringify(outcome)).not.toContain(mark);
});

test('a failure brings its conversation and its time along', async () => {
  await server.stop();
  server = await startScriptedSmtp({ script: { RCPT: '550 5.1.1 No such user', QUIT: silence } });
  const outcome = await testMail(screen());
  expect(diagnosis(outcome)).toBe('S65');
  expect(outcome.transcript).toContainEqual(
    expect.objectContaining({ side: 'server', encrypted: false, text: '550 5.1.1 No such user' }),
  );
  expect(outcome.totalMs).toBeGreaterThanOrEqual(outcome.transcript.at(-1)?.at ?? 0);
});
