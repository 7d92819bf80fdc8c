import { once } from 'node:events';
import { type MailDelivery, type MailSecurity, TEST_BODY, TEST_SUBJECT } from '../../src-shared/model/smtp-test';
import type { MailStep } from '../../src-shared/model/work';
import { AppError } from '../app-error';
import type { Work } from '../ipc/work';
import { connectTcp, lookUp, place } from '../net/tcp';
import { startTls, type TlsConnection, type Wanted } from '../net/tls';
import { type Mask, maskFor, noMask } from './mail-mask';
import { Mailer, type OpenedConnection } from './mailer';
import { smtpFailure } from './smtp-failure';
import { Transcript } from './transcript';

export interface MailSettings {
  host: string;
  port: number;
  security: MailSecurity;
  fromName: string;
  from: string;
  to: string;
  login?: { userName: string; password: string };
  clearTextConsent: boolean;
  /** SHA-256 of the certificate the user took for this host and port. */
  pin?: string;
}

const CONNECT_MS = 10_000;

/** The stages of a connection with this protection, in the order they happen. */
export const stagesOf = (security: MailSecurity): MailStep[] => {
  const rest: MailStep[] = ['Login', 'Sender', 'Recipient', 'Data'];
  if (security === 'tls') return ['Name', 'Connect', 'TLS', 'Greeting', ...rest];
  return ['Name', 'Connect', 'Greeting', 'TLS', ...rest];
};

/** The test mail as a conversation that fills `transcript`; made by `begin` so that a failure leaves its transcript. */
export interface MailTestRun {
  transcript: Transcript;
  mask: Mask;
  send(work: Work): Promise<MailDelivery>;
}

/**
 * Prepares sending oxTrust's test message with these settings from this workstation. `send` throws AppError with stage and
 * address; it never sends a password over an unencrypted connection without consent, and never without a login the server
 * offered.
 */
export function mailTestRun(settings: MailSettings): MailTestRun {
  const { login } = settings;
  const mask = login ? maskFor(login.userName, login.password) : noMask;
  const transcript = new Transcript(mask);
  return { transcript, mask, send: (work) => send(settings, transcript, mask, work) };
}

async function send(settings: MailSettings, transcript: Transcript, mask: Mask, work: Work): Promise<MailDelivery> {
  const { host, port, security, login } = settings;
  if (login && security === 'none' && !settings.clearTextConsent) {
    throw new AppError('smtp.clearText', {
      stage: 'Login',
      at: place({ host, port }),
      facts: { user: login.userName },
    });
  }
  work.plan(stagesOf(security));
  const addresses = await work.step('Name', async (note) => {
    const found = await lookUp(host, work.signal, CONNECT_MS);
    note(found.map(({ address }) => address).join(', '));
    return found;
  });
  const { socket, address } = await work.step('Connect', async (note) => {
    const opened = await connectTcp(addresses, { host, port }, work.signal, CONNECT_MS);
    note(place({ host: opened.address, port }));
    return opened;
  });
  const at = address === host ? place({ host, port }) : `${place({ host, port })} (${address})`;
  const wanted = { host, at, ...(settings.pin ? { pin: settings.pin } : {}) };
  let opened: OpenedConnection = { socket, secured: false };
  if (security === 'tls') {
    opened = await work.step('TLS', async (note) => {
      const secured = await startTls(socket, wanted, work.signal, CONNECT_MS);
      note(describe(secured));
      transcript.encrypted = true;
      return { socket: secured.socket, secured: true };
    });
  }
  const mailer = new Mailer(opened, host, security === 'startTls', transcript);
  const stop = () => mailer.close();
  work.signal.addEventListener('abort', stop, { once: true });
  try {
    return await converse(mailer, { settings, at, wanted, address, transcript, mask, work });
  } finally {
    work.signal.removeEventListener('abort', stop);
    mailer.close();
  }
}

const describe = ({ protocol, trust }: TlsConnection): string =>
  `${protocol}, ${trust === 'pin' ? 'the certificate you trust' : 'certificate trusted by this computer'}`;

interface Conversation {
  settings: MailSettings;
  at: string;
  address: string;
  transcript: Transcript;
  mask: Mask;
  work: Work;
  wanted: Wanted;
}

async function converse(mailer: Mailer, run: Conversation): Promise<MailDelivery> {
  const { settings, at, address, transcript, mask, work } = run;
  const stage = <T>(name: MailStep, body: (note: (text: string, warned?: boolean) => void) => Promise<T>) =>
    work.step(name, (note) =>
      body(note).catch((error: unknown) => {
        throw smtpFailure(error, name, at, mailer.offer.startTls, mask);
      }),
    );

  const opening = mailer.open(run.wanted);
  opening.catch(() => {}); // awaited in the stages below
  if (settings.security === 'startTls') {
    const asked = lineSent(mailer, /^STARTTLS/i);
    await stage('Greeting', async (note) => {
      await Promise.race([asked, opening]);
      note(`${mailer.offer.startTls ? 'offers STARTTLS' : 'does not offer STARTTLS'}`, !mailer.offer.startTls);
    });
    await stage('TLS', async (note) => {
      const secured = await opening;
      if (secured) note(describe(secured));
    });
  } else {
    await stage('Greeting', async () => void (await opening));
    if (settings.security === 'none') work.skip('TLS', 'not encrypted');
  }

  const tls = await opening;
  const loggedIn = await logIn(mailer, run, stage);
  const rcpt = lineSent(mailer, /^RCPT TO/i);
  const data = lineSent(mailer, /^DATA/i);
  const sending = mailer.send({
    fromName: settings.fromName,
    from: settings.from,
    to: settings.to,
    subject: TEST_SUBJECT,
    text: TEST_BODY,
  });
  sending.catch(() => {}); // awaited in the stages below
  await stage('Sender', async (note) => {
    await Promise.race([rcpt, sending]);
    note(settings.from);
  });
  await stage('Recipient', async (note) => {
    await Promise.race([data, sending]);
    note(settings.to);
  });
  const sent = await stage('Data', async (note) => {
    const done = await sending;
    note(mask(done.reply));
    return done;
  });
  mailer.quit();
  return {
    reply: mask(sent.reply),
    from: settings.from,
    to: settings.to,
    address,
    ...(tls ? { tls: { protocol: tls.protocol, cipher: tls.cipher, trust: tls.trust } } : {}),
    login: loggedIn ? 'done' : 'notUsed',
    messageId: sent.messageId,
    totalMs: transcript.elapsed(),
    transcript: transcript.lines,
  };
}

async function logIn(
  mailer: Mailer,
  { settings, at, work }: Conversation,
  stage: <T>(name: MailStep, body: (note: (text: string) => void) => Promise<T>) => Promise<T>,
): Promise<boolean> {
  const { login } = settings;
  if (!login) {
    work.skip('Login', 'Requires Authentication is off');
    return false;
  }
  await stage('Login', async (note) => {
    const { mechanisms } = mailer.offer;
    if (mechanisms.length === 0) throw new AppError('smtp.loginNotOffered', { at });
    if (!mailer.mechanism) throw new AppError('smtp.noMechanism', { at, facts: { offered: mechanisms.join(', ') } });
    await mailer.login(login.userName, login.password);
    note(`${login.userName} (${mailer.mechanism})`);
  });
  return true;
}

/** Resolves when a command that matches goes out. */
async function lineSent(mailer: Mailer, command: RegExp): Promise<void> {
  for (;;) {
    const [line] = (await once(mailer, 'client')) as [string];
    if (command.test(line)) return;
  }
}
