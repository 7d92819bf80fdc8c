import { judgePending } from '../../src-shared/gluu/pending-state';
import { inertLink, linkBaseProblem, linkFormOf, linkShape } from '../../src-shared/gluu/reset-link';
import { mailQuirks, markedAsTest, resetMail } from '../../src-shared/gluu/reset-mail';
import { lifetimeOf, lifetimeProblem } from '../../src-shared/gluu/reset-time';
import { contradictedSentence, whyUnproved } from '../../src-shared/messages/salt-words';
import type { ResetPreview } from '../../src-shared/model/reset';
import { type LinkForm, linkForms } from '../../src-shared/model/reset';
import type { SaltState } from '../../src-shared/model/salt';
import { type Message, message } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';
import { wantsName } from '../guard/require-writing';
import { heldSalt, stateOf } from '../reach/known-salt';
import type { Reached } from '../reach/reach';
import { type RequestEntry, requestsIn } from './request-entry';
import type { ResetContext } from './reset-context';
import { mailValues, type ResetFacts } from './reset-facts';
import { encryptionOf, mailProblems, senderOf } from './server-mail';

/** What stands for the token until there is one. */
const NO_TOKEN = '…';

/** The mail a rehearsal sends, of this version and with this person's values. */
export function rehearsalMail(facts: ResetFacts, chosen: LinkForm | undefined, token: string) {
  const link = inertLink(linkFormOf(facts.rules, chosen));
  return markedAsTest(resetMail(facts.rules, mailValues(facts, link)), token);
}

/** What the window shows before anything is sent or written. */
export async function previewOf(
  reached: Reached,
  facts: ResetFacts,
  chosen: LinkForm | undefined,
  context: ResetContext,
): Promise<ResetPreview> {
  const { rules, doubts, person, mail, linkBase, expirationSeconds } = facts;
  const form = linkFormOf(rules, chosen);
  const { subject, plain, html } = rehearsalMail(facts, chosen, NO_TOKEN);
  const problem = lifetimeProblem(rules, expirationSeconds);
  const userName = mail?.authentication ? (mail.userName ?? '') : undefined;
  const salt = userName === undefined ? undefined : await saltOf(reached, context);
  const security = mail ? encryptionOf(mail, reached.tree.version) : 'none';
  return {
    person: {
      inum: person.inum,
      name: safeText(person.displayName),
      mails: person.mails,
      status: safeText(person.status),
    },
    from: senderOf(rules, mail),
    subject,
    plain,
    ...(html === undefined ? {} : { html }),
    quirks: mailQuirks(rules, mailValues(facts, '')),
    doubts:
      salt?.kind === 'unproved' ? [...doubts, message('reset.doubt.salt', { why: whyUnproved(salt.why) })] : doubts,
    linkShape: linkShape(linkBase ?? 'null', form),
    ...(rules.link === 'either' ? { linkForms } : {}),
    lifetimeSeconds: lifetimeOf(rules, expirationSeconds),
    ...(problem ? { lifetimeProblem: problem } : {}),
    wouldSupersede: rules.several === 'newest' ? await liveOf(reached, facts, context) : 0,
    relay: {
      host: mail?.host ?? '',
      port: mail?.port ?? 0,
      security,
      ...(userName === undefined ? {} : { userName }),
    },
    passwordInClear: userName !== undefined && security === 'none',
    problems: [...mailProblems(mail), ...(salt?.kind === 'contradicted' ? [contradictedSentence(salt)] : [])],
    requestProblems: requestProblems(facts),
    typeName: wantsName(reached.profile),
  };
}

const saltOf = async ({ profile, tree }: Reached, { servers }: ResetContext): Promise<SaltState> =>
  stateOf(await heldSalt(servers, profile.id, tree.saltEvidence));

/** Why a real request of this person makes no sense or is not allowed. */
export function requestProblems({ person, linkBase, linkBaseKey }: ResetFacts): Message[] {
  const problems = [
    linkBaseProblem(linkBase, linkBaseKey),
    person.mails.length === 0 ? message('reset.problem.noAddress') : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

/** How many requests of the person work now. */
async function liveOf({ session, tree }: Reached, facts: ResetFacts, { now }: ResetContext): Promise<number> {
  const requests: RequestEntry[] = [];
  for await (const page of requestsIn(session, tree.requestsDn, facts.person.inum)) requests.push(...page);
  const judged = judgePending(facts.rules, facts.expirationSeconds, requests, now().getTime());
  return judged.filter(({ state }) => state === 'live').length;
}
