import { type MailDelivery, TEST_BODY, TEST_SUBJECT } from '../../src-shared/model/smtp-test';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { speaksTls } from '../net/speaks-tls';
import type { TlsConnection, Wanted } from '../net/tls';
import type { Mask } from '../probe/mail-mask';
import type { Transcript } from '../probe/transcript';
import type { MailLimits, MailSettings } from './mail-settings';
import type { Mailer } from './mailer';
import { smtpFailure } from './smtp-failure';
import type { Stages } from './stages';

export interface Conversation {
  settings: MailSettings;
  stages: Stages;
  limits: MailLimits;
  wanted: Wanted;
  /** The address that is spoken to. */
  address: string;
  transcript: Transcript;
  mask: Mask;
}

/** How a connection is encrypted, as shown beside its stage. */
export const describeTls = ({ protocol, trust }: TlsConnection): string =>
  `${protocol}, ${trust === 'pin' ? 'the certificate you trust' : 'certificate trusted by this computer'}`;

/**
 * Runs the stages from the greeting to the reply to the message, and gives what came of it. Throws AppError with stage and
 * address. Leaves `mailer` to be closed.
 */
export async function converse(mailer: Mailer, run: Conversation): Promise<MailDelivery> {
  const { settings, stages, address, transcript, mask } = run;
  const tls = await open(mailer, run);
  const loggedIn = await logIn(mailer, run);
  const sent = await sendMessage(mailer, run);
  const goodbye = await mailer.quit();
  return {
    reply: safeText(mask(sent.reply)),
    from: settings.from,
    to: settings.to,
    address,
    ...(tls ? { tls: { protocol: tls.protocol, cipher: tls.cipher, trust: tls.trust } } : {}),
    login: loggedIn ? 'done' : 'notUsed',
    messageId: sent.messageId,
    ...(stages.signal.aborted ? {} : { goodbye }),
    totalMs: transcript.elapsed(),
    transcript: transcript.lines,
  };
}

async function open(mailer: Mailer, run: Conversation): Promise<TlsConnection | undefined> {
  const { stages, settings, wanted } = run;
  const greeted = mailer.answered('EHLO');
  const opening = mailer.open(wanted);
  opening.catch(() => {}); // awaited in the stages below
  if (settings.security !== 'startTls') {
    const tls = await stages.run('Greeting', () => explained(opening, run));
    if (settings.security === 'none') stages.skip('TLS', 'not encrypted');
    return tls;
  }
  await stages.run('Greeting', async (note) => {
    await explained(Promise.race([greeted, opening]), run);
    note(mailer.offer.startTls ? 'offers STARTTLS' : 'does not offer STARTTLS', !mailer.offer.startTls);
  });
  return stages.run('TLS', async (note) => {
    const secured = await opening;
    if (!secured) throw new Error('STARTTLS was required and is not there');
    note(describeTls(secured));
    return secured;
  });
}

/** Tells a port that waits for a TLS handshake from one that is silent for another reason. */
async function explained<T>(greeting: Promise<T>, run: Conversation): Promise<T> {
  const { settings, stages, limits, address, mask } = run;
  try {
    return await greeting;
  } catch (error) {
    const at = stages.at;
    const failure = smtpFailure(error, { stage: 'Greeting', at, startTlsOffered: false, messageBegun: false, mask });
    const isSilent = failure instanceof AppError && failure.code === 'smtp.silent' && settings.security !== 'tls';
    if (!isSilent || !(await speaksTls(address, settings, stages.signal, limits.connectMs / 2, settings.network)))
      throw failure;
    throw new AppError('tls.expected', failure.about, { cause: failure });
  }
}

/** Logs in if the settings want it, and gives whether it did. */
async function logIn(mailer: Mailer, { settings: { login }, stages, mask }: Conversation): Promise<boolean> {
  if (!login) {
    stages.skip('Login', 'Requires Authentication is off');
    return false;
  }
  await stages.run('Login', async (note) => {
    const { at } = stages;
    const { mechanisms, loginChoice } = mailer.offer;
    const methods = login.method ? [login.method] : mailer.methods;
    if (loginChoice === 'none') throw new AppError('smtp.loginNotOffered', { at });
    if (methods.length === 0) {
      throw new AppError('smtp.noMechanism', {
        at,
        facts: { offered: safeText(mask(mechanisms.join(', '))) || 'no method' },
      });
    }
    note(`${login.userName} (${await mailer.login(login, methods)})`);
  });
  return true;
}

async function sendMessage(mailer: Mailer, { settings, stages, mask }: Conversation) {
  const { fromName, from, to, content = { subject: TEST_SUBJECT, text: TEST_BODY } } = settings;
  const sender = mailer.answered('MAIL FROM');
  const recipient = mailer.answered('RCPT TO');
  const sending = mailer.send({ ...content, fromName, from, to });
  sending.catch(() => {}); // awaited in the stages below
  await stages.run('Sender', async (note) => {
    await Promise.race([sender, sending]);
    note(from);
  });
  await stages.run('Recipient', async (note) => {
    await Promise.race([recipient, sending]);
    note(to);
  });
  return stages.run('Data', async (note) => {
    const done = await sending;
    note(safeText(mask(done.reply)));
    return done;
  });
}
