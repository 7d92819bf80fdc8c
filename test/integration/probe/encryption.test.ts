import { once } from 'node:events';
import type net from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { expired, selfSigned, signed, type TestCertificate, unknownAuthority } from '../../support/certificates';
import {
  drop,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  silence,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { aMail, login, plain, runProbe, sending } from './run-probe';

let good: TestCertificate;
beforeAll(async () => {
  good = await signed();
});
let server: ScriptedSmtp;
afterEach(() => server?.stop());

async function meet(options: ScriptedSmtpOptions, more: Partial<ProbeRequest> = {}) {
  const started = await startScriptedSmtp(options);
  server = started;
  return { started, ...(await runProbe({ ...plain(started.port), ...more })) };
}
const pinned = (security: 'tls' | 'startTls', certificate = good) => ({ security, pin: certificate.sha256, login });
/** Nothing but EHLO and STARTTLS went out unencrypted. */
const nothingInClear = ({ lines }: ScriptedSmtp) =>
  expect(lines().filter(({ line, secured }) => !secured && !/^(EHLO|HELO|STARTTLS|QUIT)/.test(line))).toEqual([]);

describe('encryption as chosen', () => {
  test('STARTTLS: stages, marks and offers of both sides of it', async () => {
    const ran = await meet({ tls: good, login }, { ...pinned('startTls'), until: 'send', text: aMail });
    expect(ran.failures).toEqual([]);
    expect([ran.seen.loggedIn, ran.accepted]).toEqual([true, '250 2.0.0 Queued as 4711']);
    nothingInClear(ran.started);
    expect(ran.seen.stages.map(({ step, encrypted }) => [step, encrypted])).toEqual([
      ['Name', false],
      ['Connect', false],
      ['Greeting', false],
      ['EHLO', false],
      ['TLS', false],
      ['Certificate', true],
      ['EHLO', true],
      ['Login', true],
      ['Sender', true],
      ['Recipient', true],
      ['Data', true],
      ['Goodbye', true],
    ]);
    expect(ran.seen.offers).toMatchObject({ clear: { startTls: true }, encrypted: { startTls: false } });
    expect(ran.seen.tls).toMatchObject({ protocol: 'TLSv1.3', trusted: false, nameMatches: true, pin: 'same' });
    expect(ran.seen.tls?.chain[0]).toMatchObject({ keyType: 'EC', keyBits: 256, sha256: good.sha256 });
    const from = ran.transcript.findIndex(({ encrypted }) => encrypted);
    expect(ran.transcript[from - 1]?.text).toBe('220 2.0.0 Go ahead');
    expect(ran.transcript.slice(from).every(({ encrypted }) => encrypted)).toBe(true);
  });

  test('TLS from the start', async () => {
    const ran = await meet({ tls: good, implicitTls: true, login }, pinned('tls'));
    expect(ran.failures).toEqual([]);
    expect(ran.seen.stages.map(({ step }) => step).slice(0, 6)).toEqual([
      'Name',
      'Connect',
      'TLS',
      'Certificate',
      'Greeting',
      'EHLO',
    ]);
    expect(ran.steps.map(({ state }) => state)).toEqual(ran.steps.map(() => 'done'));
  });

  test('a name goes into SNI, an address does not', async () => {
    const names: string[] = [];
    const meetName = async (host: string) => {
      const ran = await runProbe({ ...plain(port), host, security: 'tls' });
      return ran.seen.asked.serverName;
    };
    const listener = tls.createServer({
      ...good,
      SNICallback: (name, done) => {
        names.push(name);
        done(null);
      },
    });
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const { port } = listener.address() as net.AddressInfo;
    try {
      expect(await meetName('localhost')).toBe('localhost');
      expect(await meetName('127.0.0.1')).toBeUndefined();
    } finally {
      listener.close();
    }
    expect(new Set(names)).toEqual(new Set(['localhost']));
  });
});

describe('the wrong kind of encryption', () => {
  test.each(['none', 'startTls'] as const)('%s to a port that begins with TLS', async (security) => {
    const ran = await meet({ tls: good, implicitTls: true }, { security });
    expect(ran.failures).toEqual(['S09']);
    expect(ran.seen.trials).toMatchObject([
      { kind: 'tls', spoken: true, greeting: { code: 220 }, tls: { protocol: 'TLSv1.3' } },
    ]);
  });

  test('TLS to a port that begins in plain text', async () => {
    const ran = await meet({ tls: good }, { security: 'tls' });
    expect(ran.failures).toEqual(['S10']);
    expect(ran.seen.trials).toMatchObject([{ kind: 'plain', greeting: { code: 220 }, offer: { startTls: true } }]);
  });

  test('TLS to a plain port that refuses: the refusal is what counts', async () => {
    expect((await meet({ script: { greeting: '554 5.7.1 Not you' } }, { security: 'tls' })).failures).toEqual(['S13']);
  });

  test('a silent port, with each choice', async () => {
    const silent = await startScriptedSmtp({ script: { greeting: silence } });
    server = silent;
    const choices = ['none', 'startTls', 'tls'] as const;
    const all = await Promise.all(choices.map((security) => runProbe({ ...plain(silent.port), security })));
    expect(all.map(({ failures }) => failures)).toEqual(choices.map(() => ['S08']));
  });
});

describe('silence', () => {
  test('in the handshake ends with the limit of the whole', async () => {
    server = await startScriptedSmtp({ script: { greeting: silence } });
    const limits = { totalMs: 1500, connectMs: 10_000 };
    const ran = await runProbe({ ...sending(server.port), security: 'tls' }, { limits });
    expect(ran.failedStep).toBe('TLS');
    expect(ran.seen.stages.at(-1)?.ending).toEqual({ kind: 'late', limitMs: 1500, whole: true });
    await server.idle();
  });

  test('after the handshake is silence, and not mistaken for a port without TLS', async () => {
    const ran = await meet({ tls: good, implicitTls: true, script: { greeting: silence } }, pinned('tls'));
    expect(ran.findings[0]).toMatchObject({ id: 'S08', stage: 'Greeting' });
    expect(ran.started.connections()).toBe(1);
  });
});

describe('STARTTLS', () => {
  test('not offered: nothing is sent', async () => {
    const extensions = ['AUTH PLAIN', 'SIZE 9'];
    const ran = await meet({ extensions }, { security: 'startTls', login, clearTextConsent: true });
    expect(ran.failures).toEqual(['S20']);
    expect(ran.seen.offers.clear?.extensions).toEqual(extensions);
    expect(ran.started.lines().map(({ line }) => line.split(' ')[0])).toEqual(['EHLO', 'STARTTLS']);
  });

  test('is wanted from a server that knows HELO only', async () => {
    const ran = await meet({ script: { EHLO: '502 5.5.1 What' } }, { ...pinned('startTls'), mailOnly: true });
    expect(ran.failures).toEqual(['S20']);
    nothingInClear(ran.started);
  });

  test.each([
    ['taken all the same', '250-it\r\n250 AUTH PLAIN'],
    ['overwritten', '250-it\r\n250-XXXXXXXA\r\n250 AUTH PLAIN'],
  ])('offered, but %s: somebody in between takes it away', async (_name, EHLO) => {
    const ran = await meet({ tls: good, script: { EHLO } }, { ...pinned('startTls'), clearTextConsent: true });
    expect(ran.failures).toEqual(['S22']);
    nothingInClear(ran.started);
  });

  test.each([
    ['the greeting with stars', '220 **************************2******200**0*00', '500 5.5.1 Unknown'],
    ['the command with X', '220 mx ESMTP', '500 5.5.1 Command unrecognized: "XXXXXXXX"'],
  ])('overwritten: %s, and EHLO with X', async (_name, greeting, STARTTLS) => {
    const script = { greeting, EHLO: '500 5.5.1 Command unrecognized: "XXXX"', HELO: '250 ok', STARTTLS };
    expect((await meet({ script }, pinned('startTls'))).failures).toEqual(['S22']);
  });

  test('overwritten, and the command as well', async () => {
    const script = { EHLO: '250-it\r\n250 XXXXXXXA', STARTTLS: '500 Unknown' };
    expect((await meet({ script }, pinned('startTls'))).failures).toEqual(['S22']);
  });

  test.each([
    ['502 5.5.1 Unknown', 'S20'],
    ['500 What', 'S20'],
    ['454 4.7.0 Not now', 'S21'],
    ['554 5.7.3 Never', 'S21'],
  ])('answered with %s', async (reply, id) => {
    const ran = await meet({ tls: good, script: { STARTTLS: reply } }, pinned('startTls'));
    expect(ran.failures).toEqual([id]);
    nothingInClear(ran.started);
  });

  test('bytes behind the yes are an attack, not part of the conversation', async () => {
    const injected = '220 Go ahead\r\n250-evil.example\r\n250 AUTH PLAIN';
    const ran = await meet({ tls: good, script: { STARTTLS: injected } }, pinned('startTls'));
    expect(ran.failures).toEqual(['S33']);
    expect(ran.findings[0]?.words).toContain('evil.example');
    nothingInClear(ran.started);
  });

  test.each<[string, NonNullable<ScriptedSmtpOptions['script']>, string]>([
    ['dropped', { STARTTLS: drop }, 'S34'],
    ['left without an answer', { STARTTLS: silence }, 'S34'],
    ['agreed to without a handshake', { STARTTLS: '220 Go ahead' }, 'S34'],
    [
      'dropped in the handshake',
      {
        STARTTLS: ({ say, socket }) => {
          say('220 Go ahead');
          socket.removeAllListeners('data');
          socket.once('data', () => socket.end());
        },
      },
      'S34',
    ],
    [
      'agreed to, then answered in plain text',
      {
        STARTTLS: ({ say, socket }) => {
          say('220 Go ahead');
          socket.removeAllListeners('data');
          socket.on('data', () => socket.write('500 5.5.1 What is this\r\n'));
        },
      },
      'S34',
    ],
  ])('%s', async (_name, script, id) => {
    const ran = await meet({ tls: good, script }, pinned('startTls'));
    expect(ran.failures).toEqual([id]);
    nothingInClear(ran.started);
  });
});

describe('a certificate', () => {
  test.each<[string, () => Promise<TestCertificate>, string, string]>([
    ['self-signed', () => selfSigned(), 'S25', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of an unknown authority', () => unknownAuthority(), 'S26', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s stops before login, and still shows what is offered behind it', async (_name, make, id, distrust) => {
    const certificate = await make();
    for (const security of ['startTls', 'tls'] as const) {
      const options = { tls: certificate, implicitTls: security === 'tls' };
      const ran = await meet(options, { security, login, host: 'localhost' });
      expect(ran.failures).toEqual([id]);
      expect(ran.seen.tls).toMatchObject({ distrust, chain: [{ sha256: certificate.sha256 }] });
      expect(ran.seen.offers.encrypted?.mechanisms).toEqual(['PLAIN', 'LOGIN']);
      expect(ran.started.lines().map(({ line }) => line.split(' ')[0])).not.toContain('AUTH');
      expect(ran.started.lines().map(({ line }) => line.split(' ')[0])).not.toContain('MAIL');
      expect(ran.steps.find(({ name }) => name === 'Certificate')?.state).toBe('failed');
      await server.stop();
    }
  });

  test('that is not the pinned one stops it, however good it is', async () => {
    const ran = await meet({ tls: await signed(undefined, 2) }, { ...pinned('startTls') });
    expect(ran.failures).toEqual(['S35']);
    expect(ran.started.lines().some(({ line }) => line.startsWith('AUTH'))).toBe(false);
  });

  test.each(['startTls', 'tls'] as const)(
    '%s: another one than the pinned one, although it looks the same',
    async (way) => {
      const [trusted, shown] = await Promise.all([selfSigned(1), selfSigned(2)]);
      const ran = await meet({ tls: shown, implicitTls: way === 'tls' }, pinned(way, trusted));
      expect(ran.failures).toEqual(['S35']);
      expect(ran.seen.tls?.chain[0]?.sha256).toBe(shown.sha256);
      expect(ran.started.lines().some(({ line }) => /^(AUTH|MAIL)/.test(line))).toBe(false);
    },
  );

  test.each(['startTls', 'tls'] as const)(
    '%s: one that is pinned will do; that it ended is a warning then',
    async (way) => {
      const old = await expired();
      const ran = await meet({ tls: old, implicitTls: way === 'tls', login }, pinned(way, old));
      expect([ran.failures, ran.warnings]).toEqual([[], ['S23']]);
      expect(ran.seen).toMatchObject({ loggedIn: true, tls: { pin: 'same' } });
    },
  );
});

describe('login and encryption', () => {
  test('offered only behind STARTTLS, and not chosen: a second connection tells', async () => {
    const cautious: ScriptedSmtpOptions = {
      tls: good,
      script: { EHLO: (session) => (session.secured ? session.proper() : session.say('250-it\r\n250 STARTTLS')) },
    };
    const ran = await meet(cautious, { login, clearTextConsent: true });
    expect(ran.failures).toEqual(['S40']);
    expect(ran.seen.trials).toMatchObject([{ kind: 'startTls', offer: { mechanisms: ['PLAIN', 'LOGIN'] } }]);
  });

  test('never offered, with STARTTLS or without', async () => {
    expect((await meet({ tls: good, extensions: [] }, { login })).failures).toEqual(['S41']);
    await server.stop();
    expect((await meet({ tls: good, extensions: [] }, pinned('startTls'))).failures).toEqual(['S41']);
  });

  test.each(['530 5.7.0 Authentication required', '530 5.7.0 Go on'])('%s over TLS asks for login', async (reply) => {
    const { login: _, ...withoutLogin } = pinned('startTls');
    expect((await meet({ tls: good, script: { MAIL: reply } }, withoutLogin)).failures).toEqual(['S61']);
  });
});
