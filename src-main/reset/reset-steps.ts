import { failureInShort } from '../../src-shared/messages/failure-texts';
import type { LinkAnswer, RehearseInput, ResetRun } from '../../src-shared/model/reset';
import type { ServerId } from '../../src-shared/model/server';
import { mapFacts, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { redact } from '../base/redact';
import { safeText } from '../base/safe-text';
import { log } from '../files/log';
import type { MailSettings } from '../mail-test/mail-settings';
import { webPlace } from '../net/place-name';
import { place } from '../net/tcp';
import { usableSalt } from '../reach/known-salt';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { newRun } from './new-run';
import type { ResetContext } from './reset-context';
import { type ResetFacts, readResetFacts } from './reset-facts';
import { sendingSettings } from './server-mail';

/** Reaches a server and first settles what an earlier run of the app left open. */
export function reachSettled<T>(
  context: ResetContext,
  serverId: ServerId,
  work: Work,
  use: (reached: Reached) => Promise<T>,
): Promise<T> {
  return context.reach(serverId, work, async (reached) => {
    await context.settle.open(reached, 'resetRequest').catch((error: unknown) => {
      // An account that may not read the branch can still rehearse; a lost connection shows in what follows.
      if (!(error instanceof AppError)) throw error;
      log.info(`What is open of earlier reset tests could not be read: ${error.code}`);
    });
    return use(reached);
  });
}

/** Reads all a reset mail is made of, as the stage `Person`. */
export const factsStep = ({ session, tree }: Reached, personInum: string, work: Work): Promise<ResetFacts> =>
  work.step('Person', async (say) => {
    const facts = await readResetFacts(session, tree, personInum);
    say(verbatim(facts.person.displayName));
    return facts;
  });

/**
 * The settings to send with. Throws AppError as `sendingSettings` does, and `place.*`, `smtp.clearText`, `mail.*` where the
 * user does not want this console to connect to the relay, to send it the password readable, or to mail this recipient.
 */
export async function readyToSend(
  context: ResetContext,
  { profile, tree }: Reached,
  facts: ResetFacts,
  { serverId, to }: RehearseInput,
  work: Work,
): Promise<MailSettings> {
  const why = message('box.why.resetMail');
  const salt = () => usableSalt(context.servers, serverId, tree.saltEvidence);
  const settings = await sendingSettings(facts.rules, facts.mail, {
    profile,
    version: tree.version,
    to,
    salt,
  });
  const { host, port, login, security, from, fromName } = settings;
  await context.places.allow({ host, ports: [port], why, server: profile.name }, work);
  const ways = login && security === 'none' ? [[]] : [];
  const user = login?.userName ?? '';
  await context.clearText.allow({ protocol: 'smtp', host, port, user, ways, server: profile.name }, work);
  await context.mails.allow({ profile, why, to, from, fromName, host, port }, work);
  return { ...settings, clearTextConsent: true };
}

/** A run that begins now. */
export const beginning = (
  { now }: ResetContext,
  kind: ResetRun['kind'],
  facts: ResetFacts,
  settings: MailSettings,
): ResetRun => newRun({ kind, facts, to: settings.to, relay: place(settings), from: settings.from }, now());

/**
 * What a GET of a link came to, as the stage `Link`, without the link's guid. A link that nobody answers is a finding, not a
 * failure.
 */
export const linkStep = ({ checkLink, places }: ResetContext, url: string, work: Work): Promise<LinkAnswer> =>
  work.step('Link', async (say) => {
    await places.allow({ ...webPlace(url), why: message('box.why.resetLink') }, work);
    const { good, text } = await checkLink(url, work.signal).catch((error: unknown): LinkAnswer => {
      if (!(error instanceof AppError) || error.code === 'work.cancelled') throw error;
      return { good: false, text: message('reset.answer.none', { why: failureInShort(error.toFailure()) }) };
    });
    const answer = { good, text: mapFacts(text, (fact) => safeText(redact(fact))) };
    say(answer.text, !good);
    return answer;
  });

/** Adds to a run what its link came to. Throws what `RunLog.note` throws. */
export const noteLink = ({ runs }: ResetContext, serverId: ServerId, runId: string, { good, text }: LinkAnswer) =>
  runs.note(serverId, runId, { event: { kind: 'linkChecked', text, good } });
