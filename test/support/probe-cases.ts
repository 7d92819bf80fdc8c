import type { ProbeRequest } from '../../src-main/probe/probe-request';
import { expired, selfSigned, signed, unknownAuthority } from './certificates';
import { drop, reset, type ScriptedSmtpOptions, silence, startScriptedSmtp } from './scripted-smtp';
import { startTlsFloor, type TlsFloorOptions } from './tls-floor';

const login = { userName: 'ada@example.org', password: 'correct horse 7' };
/** What a probe asks of every case unless the case says otherwise. */
const usual: Omit<ProbeRequest, 'port'> = {
  host: '127.0.0.1',
  security: 'none',
  until: 'recipient',
  from: 'gluu@example.org',
  to: 'grace@example.org',
  clearTextConsent: true,
};

/** A mail server that runs, what to ask it, and the rows of the table that must come out: failures first, then warnings. */
export interface ProbeCase {
  name: string;
  ids: string[];
  request: ProbeRequest;
  stop(): Promise<void>;
}

type Script = NonNullable<ScriptedSmtpOptions['script']>;
interface Wish {
  name: string;
  ids: string[];
  more: Partial<ProbeRequest>;
  scripted?: ScriptedSmtpOptions;
  floor?: TlsFloorOptions;
}

/**
 * Starts one server for each way a conversation can end that depends on sockets and TLS, where Node and Electron could
 * differ. The caller stops them.
 */
export async function startProbeCases(): Promise<ProbeCase[]> {
  return Promise.all((await wishes()).map(start));
}

async function start({ name, ids, more, scripted, floor }: Wish): Promise<ProbeCase> {
  const server = floor ? await startTlsFloor(floor) : await startScriptedSmtp(scripted);
  return { name, ids, request: { ...usual, port: server.port, ...more }, stop: server.stop };
}

async function wishes(): Promise<Wish[]> {
  const good = await signed();
  const pin = { pin: good.sha256 };
  const script = (name: string, ids: string[], answers: Script, more: Partial<ProbeRequest> = { login }): Wish => ({
    name,
    ids,
    more,
    scripted: { tls: good, script: answers },
  });
  const startTls = { security: 'startTls', login, ...pin } as const;
  const [own, unknown, old] = await Promise.all([selfSigned(), unknownAuthority(), expired()]);
  const floors = [true, false].flatMap((implicit): Wish[] => {
    const way = { security: implicit ? 'tls' : 'startTls', ...pin, tlsVersions: true } as const;
    const floor = (least: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3', most: typeof least, ids: string[]): Wish => ({
      name: `${least} to ${most}, ${way.security}`,
      ids,
      more: way,
      floor: { certificate: good, least, most, implicit },
    });
    const wanting = (version: 'TLSv1.2' | 'TLSv1.3'): Wish => ({
      name: `client certificate, ${version}, ${way.security}`,
      ids: ['S31'],
      more: way,
      floor: { certificate: good, least: version, most: version, implicit, wantsClient: true },
    });
    return [
      floor('TLSv1', 'TLSv1', ['S28']),
      floor('TLSv1.1', 'TLSv1.1', ['S28']),
      floor('TLSv1', 'TLSv1.2', []),
      floor('TLSv1.2', 'TLSv1.3', ['S29']),
      floor('TLSv1.3', 'TLSv1.3', ['S29']),
      wanting('TLSv1.2'),
      wanting('TLSv1.3'),
    ];
  });
  const ciphers = 'ECDHE-RSA-AES128-SHA'; // the key is an EC one
  return [
    { name: 'all is well', ids: [], more: startTls, scripted: { tls: good, login } },
    {
      name: 'all is well, TLS from the start',
      ids: [],
      more: { ...startTls, security: 'tls' },
      scripted: { tls: good, implicitTls: true, login },
    },
    script('drop before the greeting', ['S07'], { greeting: drop }),
    script('reset before the greeting', ['S07'], { greeting: reset }),
    script('silence', ['S08'], { greeting: silence }),
    script('silence for a handshake', ['S08'], { greeting: silence }, { security: 'tls' }),
    { name: 'plain to TLS', ids: ['S09'], more: {}, scripted: { tls: good, implicitTls: true } },
    { name: 'STARTTLS to TLS', ids: ['S09'], more: startTls, scripted: { tls: good, implicitTls: true } },
    script('TLS to plain', ['S10'], {}, { security: 'tls' }),
    script('SSH', ['S11'], { greeting: 'SSH-2.0-OpenSSH_9.2' }),
    script('SSH, asked for TLS', ['S11'], { greeting: 'SSH-2.0-OpenSSH_9.2' }, { security: 'tls' }),
    script('drop at EHLO', ['S15'], { EHLO: drop }),
    script('no STARTTLS', ['S20'], { EHLO: '250 it', STARTTLS: '502 5.5.1 Unknown' }, startTls),
    script('STARTTLS refused', ['S21'], { STARTTLS: '454 4.7.0 Not now' }, startTls),
    script('STARTTLS taken away', ['S22'], { EHLO: '250 it' }, startTls),
    {
      name: 'self-signed, for another name',
      ids: ['S25', 'S27'],
      more: { security: 'startTls', login },
      scripted: { tls: own },
    },
    {
      name: 'unknown authority',
      ids: ['S26'],
      more: { security: 'tls', login },
      scripted: { tls: unknown, implicitTls: true },
    },
    { name: 'expired, but pinned', ids: ['S23'], more: { ...startTls, pin: old.sha256 }, scripted: { tls: old } },
    { name: 'another certificate', ids: ['S35'], more: { ...startTls, pin: own.sha256 }, scripted: { tls: good } },
    ...floors,
    {
      name: 'no cipher in common',
      ids: ['S30'],
      more: { security: 'tls' },
      floor: { certificate: good, least: 'TLSv1.2', most: 'TLSv1.2', implicit: true, ciphers },
    },
    script('bytes after STARTTLS', ['S33'], { STARTTLS: '220 Go\r\n250 evil' }, startTls),
    script('drop at STARTTLS', ['S34'], { STARTTLS: drop }, startTls),
    script('login only behind STARTTLS', ['S40'], {
      EHLO: (session) => (session.secured ? session.proper() : session.say('250-it\r\n250 STARTTLS')),
    }),
    { name: 'login never offered', ids: ['S41'], more: startTls, scripted: { tls: good, extensions: [] } },
    { name: 'only XOAUTH2', ids: ['S42'], more: startTls, scripted: { tls: good, extensions: ['AUTH XOAUTH2'] } },
    script('login in clear', ['S43'], {}, { login, clearTextConsent: false }),
    script('wrong password', ['S44'], { AUTH: '535 5.7.8 No' }, startTls),
    script('drop at login', ['S50'], { AUTH: reset }, startTls),
    script('relaying denied', ['S64'], { RCPT: '554 5.7.1 Relay access denied' }, startTls),
    script('greylisted', ['S67'], { RCPT: '451 4.7.1 Come back' }, startTls),
    script('nothing known', ['S78'], { RCPT: '599 Strange' }, startTls),
  ];
}
