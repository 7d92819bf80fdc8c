import { linkFormOf, resetLink } from '../../src-shared/gluu/reset-link';
import { resetMail } from '../../src-shared/gluu/reset-mail';
import { type ResetRequestInput, type ResetRequestOutcome, viewOfRun } from '../../src-shared/model/reset';
import { reachSteps } from '../../src-shared/model/work';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { requireServed } from '../gluu-ldap/discover';
import { requireWriting } from '../guard/require-writing';
import type { Work } from '../work/work';
import { requestProblems } from './preview';
import type { ResetContext } from './reset-context';
import { mailValues, type ResetFacts } from './reset-facts';
import { beginning, factsStep, linkStep, noteLink, reachSettled, readyToSend } from './reset-steps';
import { sendResetMail } from './send-reset-mail';
import { writeRequest } from './write-request';

/**
 * Writes the request, sends its mail with the working link and opens that by GET. The other way round than oxTrust, which
 * sends a dead link where the write then fails. Once the write has begun, whatever happens is told and kept, not thrown.
 * Throws AppError before it: `server.readOnly`, `gluu.nameNotTyped`, `gluu.notSupported`, `input.invalid`, and as a rehearsal does.
 */
export async function requestReset(
  input: ResetRequestInput,
  context: ResetContext,
  work: Work,
): Promise<ResetRequestOutcome> {
  const { serverId, reason, linkForm } = input;
  const { servers, runs } = context;
  requireWriting(servers.get(serverId), input.typedName);
  work.plan([...reachSteps, 'Person', 'Write', 'Read back', 'Message', 'Link']);
  const { facts, settings, end } = await reachSettled(context, serverId, work, async (reached) => {
    requireServed(reached.tree.version, 'resetRequest');
    const read = await factsStep(reached, input.personInum, work);
    requireSensible(read, input.to);
    const ready = await readyToSend(context, reached, read, input, work);
    const run = beginning(context, 'request', read, ready);
    const written = await writeRequest(reached, read, { run, reason, linkForm }, context, work);
    return { facts: read, settings: ready, end: written };
  });
  const runId = end.run.id;
  try {
    if (end.kind !== 'written') return { kind: end.kind, run: end.run, failure: end.failure.toFailure() };
    const { run, notes } = end;
    const { guid } = end.request;
    const url = resetLink(facts.linkBase ?? '', linkFormOf(facts.rules, linkForm), guid);
    const mail = resetMail(facts.rules, mailValues(facts, url));
    const { part, change } = await sendResetMail(settings, mail, { ...run, secret: guid }, context, work);
    const sent = await runs.note(serverId, runId, change);
    if (sent.mail === 'refused') {
      work.skip('Link', message('reset.step.noMail'));
      return { kind: 'written', run: viewOfRun(sent), notes, ...part };
    }
    const link = await linkStep(context, url, work);
    const checked = await noteLink(context, serverId, runId, link);
    return { kind: 'written', run: viewOfRun(checked), link, notes, ...part };
  } finally {
    runs.leave(runId);
  }
}

/** Throws AppError `input.invalid` where a real request cannot work, or its link would go to somebody else. */
function requireSensible(facts: ResetFacts, to: string): void {
  const [problem] = requestProblems(facts);
  if (problem) throw new AppError('input.invalid', { fields: { request: problem } });
  const isOwn = facts.person.mails.some((mail) => mail.trim().toLowerCase() === to.toLowerCase());
  if (!isOwn) throw new AppError('input.invalid', { fields: { to: message('reset.problem.ownAddressOnly') } });
}
