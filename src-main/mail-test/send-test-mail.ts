import type { MailSecurity } from '../../src-shared/model/mail-server';
import type { MailDelivery } from '../../src-shared/model/smtp-test';
import type { MailStep } from '../../src-shared/model/work';
import { AppError } from '../base/app-error';
import { clearTextRefused } from '../guard/clear-text';
import { thisComputer } from '../net/network';
import { place } from '../net/tcp';
import { startTls } from '../net/tls';
import { type Mask, maskFor, maskOfSecrets } from '../probe/mail-mask';
import { Transcript } from '../probe/transcript';
import { createWork, type Work } from '../work/work';
import { converse, describeTls } from './conversation';
import { type MailLimits, type MailSettings, mailLimits } from './mail-settings';
import { Mailer, type OpenedConnection } from './mailer';
import { Stages } from './stages';

/** The stages of a connection with this protection, in the order they happen. */
const stagesOf = (security: MailSecurity): MailStep[] => {
  const rest: MailStep[] = ['Login', 'Sender', 'Recipient', 'Data'];
  if (security === 'tls') return ['Name', 'Connect', 'TLS', 'Greeting', ...rest];
  return ['Name', 'Connect', 'Greeting', 'TLS', ...rest];
};

/** The mail as a conversation that fills `transcript`, so that a failure leaves its transcript as well. */
export interface MailTestRun {
  transcript: Transcript;
  send(work: Work): Promise<MailDelivery>;
}

/**
 * Prepares sending oxTrust's test message, or the one given, with these settings from this workstation. `send` throws
 * AppError with stage and address; it never sends a password over an unencrypted connection without consent, and never
 * without a login the server offered. It ends within `limits.totalMs`, and at once when the work is cancelled.
 */
export function mailTestRun(settings: MailSettings, limits: MailLimits = mailLimits): MailTestRun {
  const { login, secret } = settings;
  const others = secret ? [secret] : [];
  const mask = login ? maskFor(login.userName, login.password, ...others) : maskOfSecrets(others);
  const transcript = new Transcript(mask);
  return {
    transcript,
    async send(work) {
      refuseClearText(settings);
      work.plan(stagesOf(settings.security));
      const stages = new Stages(work, limits.totalMs, mask, place(settings));
      try {
        return await send(settings, { stages, limits, transcript, mask });
      } finally {
        stages.end();
      }
    },
  };
}

/**
 * Sends as the stage `Message`; throws as `send`. A cancelled stage ends at once; the sending itself is then awaited, because it
 * says how far it got.
 */
export async function sendAsStage(run: MailTestRun, work: Work): Promise<MailDelivery> {
  let sending: Promise<MailDelivery> | undefined;
  try {
    return await work.step('Message', async (note) => {
      sending = run.send(createWork(work.signal, () => {}));
      const sent = await sending;
      note(sent.reply);
      return sent;
    });
  } catch (error) {
    if (sending && error instanceof AppError && error.code === 'work.cancelled') return await sending;
    throw error;
  }
}

/** Throws AppError `smtp.clearText` where a password would go readable without consent. Nothing was sent by then. */
export function refuseClearText({ host, port, security, login, clearTextConsent }: MailSettings): void {
  if (!login || security !== 'none' || clearTextConsent) return;
  throw clearTextRefused({ protocol: 'smtp', host, port, user: login.userName });
}

interface Run {
  stages: Stages;
  limits: MailLimits;
  transcript: Transcript;
  mask: Mask;
}

async function send(settings: MailSettings, run: Run): Promise<MailDelivery> {
  const { host, security } = settings;
  const { stages, limits, transcript, mask } = run;
  const { signal } = stages;
  const { opened, address } = await connect(settings, run);
  const wanted = { host, at: stages.at, ...(settings.pin ? { pin: settings.pin } : {}) };
  if (security === 'tls') {
    const plain = opened.socket;
    await stages.run('TLS', async (note) => {
      const secured = await startTls(plain, wanted, signal, limits.connectMs);
      note(describeTls(secured));
      transcript.encrypted = true;
      Object.assign(opened, { socket: secured.socket, secured: true });
    });
  }
  const options = { host, requireStartTls: security === 'startTls', silenceMs: limits.silenceMs };
  const mailer = new Mailer(opened, options, transcript);
  stages.follow(mailer);
  const stop = () => mailer.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await converse(mailer, { settings, stages, limits, wanted, address, transcript, mask });
  } finally {
    signal.removeEventListener('abort', stop);
    mailer.close();
  }
}

async function connect(settings: MailSettings, { stages, limits }: Run) {
  const { network = thisComputer, host, port } = settings;
  const addresses = await stages.run('Name', async (note) => {
    const found = await network.lookUp(host, stages.signal, limits.connectMs);
    note(found.map(({ address }) => address).join(', '));
    return found;
  });
  const { socket, address } = await stages.run('Connect', async (note) => {
    const connected = await network.connect(addresses, { host, port }, stages.signal, limits.connectMs);
    note(place({ host: connected.address, port }));
    return connected;
  });
  if (address !== host) stages.at = `${place({ host, port })} (${address})`;
  const opened: OpenedConnection = { socket, secured: false };
  return { opened, address };
}
