import { type Message, message } from '../texts/message';
import { javaMailReleases } from './java-mail';
import type { MailCode } from './mail-code';
import { type Missing, missingOf } from './missing';
import type { Outcome } from './outcome';
import { type Remedy, remedyOf } from './remedy';
import { type RuleId, ruleOf } from './rules';
import { outcomeOf, type Run, runsOf } from './runs';
import { type End, outcomesOf } from './unknowns';
import { factsOf, type VerdictInput } from './verdict-input';
import type { VerdictRule } from './verdict-rule';

/** One reason for an outcome, with the place where it was read. */
interface Reason {
  ruleId: RuleId;
  sentence: Message;
  /** Repository, branch and file. */
  sources: string[];
}

/** What a Gluu Server will do with these settings. */
export interface Verdict {
  outcome: Outcome;
  /** The rule that decided; V00 where the outcome cannot be known. */
  ruleId: RuleId | 'V00';
  /**
   * More than one when an unknown fact changes the reason, the usual one first; where the outcome cannot be known, all that
   * may decide.
   */
  reasons: Reason[];
  /** The outcome, or all that may come out where it cannot be known. */
  possible: Outcome[];
  /** What is sure although the outcome is not: however the mail goes out, it goes out unencrypted. */
  exposure?: Message;
  /** What would have to be known; empty unless the outcome cannot be known. */
  missing: Missing[];
  remedy?: Remedy;
  /** What the outcome takes for granted. */
  assumptions: Message[];
  /** The names of Gluu's code that sends on this occasion; several where the version is not certain. */
  sentBy: string[];
}

function sourcesOf(rule: VerdictRule, code: MailCode): string[] {
  const library = javaMailReleases[code.library].source;
  if (typeof rule.source === 'object') return [rule.source.file];
  return { code: [code.source], library: [library], both: [code.source, library] }[rule.source];
}

const whyOf = (ruleId: RuleId, input: VerdictInput): Message => ({
  id: `verdict.${ruleId}.why`,
  params: factsOf(input),
});

function reasonsOf(runs: readonly Run[], input: VerdictInput): Reason[] {
  const reasons = new Map<RuleId, Reason>();
  for (const { code, ends } of runs) {
    for (const { rule: ruleId } of ends) {
      const rule = ruleOf(ruleId);
      if (!reasons.has(ruleId))
        reasons.set(ruleId, { ruleId, sentence: whyOf(ruleId, input), sources: sourcesOf(rule, code) });
    }
  }
  return [...reasons.values()];
}

const withPassword: readonly RuleId[] = ['V10', 'V12'];

/** Told where no way of sending is encrypted, since that is graver than not to know whether the mail is taken. */
function exposureOf(ends: readonly End[], possible: readonly Outcome[]): Message | undefined {
  const isSure = possible.includes('sendsInClear') && !possible.includes('sends') && !possible.includes('ignoresHost');
  if (!isSure) return undefined;
  const what = ends.some(({ rule }) => withPassword.includes(rule)) ? 'password' : 'mail';
  return message(`verdict.exposure.${what}`);
}

/**
 * The probe judges a certificate with the roots of this workstation, Java with its own. That is worth saying where another
 * judgement would change the outcome.
 */
function restsOnTrust(input: VerdictInput): boolean {
  const { certificate, ...withoutCertificate } = input.seen;
  if (certificate === undefined || input.jvm.trustsCertificate !== undefined) return false;
  return outcomeOf({ ...input, seen: withoutCertificate }) === 'cannotKnow';
}

function assumptionsOf(input: VerdictInput, outcome: Outcome): Message[] {
  const isSent = outcome === 'sends' || outcome === 'sendsInClear';
  const isWithoutText = isSent && input.seen.tried?.withoutText === true;
  return [
    ...(restsOnTrust(input) ? [message('verdict.assumes.sameRoots')] : []),
    ...(isWithoutText ? [message('verdict.assumes.text')] : []),
  ];
}

/**
 * What the Gluu Server will do on this occasion: the Test Configuration button, or the mail of a password reset. Whatever
 * is unknown may have any value; where that changes nothing, the outcome is given, else what is missing.
 */
export function verdictOf(input: VerdictInput): Verdict {
  const { settings, path } = input;
  const isTestedAsTyped = path === 'test' && settings.passwordTyped === true;
  if (settings.password !== 'notKnown' || isTestedAsTyped) return withKnownPassword(input);
  const readable = withKnownPassword({ ...input, settings: { ...settings, password: 'readable' } });
  const unreadable = withKnownPassword({ ...input, settings: { ...settings, password: 'unreadable' } });
  // What happens anyway needs no salt, though its reason may be another one without.
  if (readable.outcome === unreadable.outcome && readable.outcome !== 'cannotKnow') return readable;
  if (readable.ruleId === unreadable.ruleId) return readable;
  const { remedy: _, exposure: __, ...open } = readable;
  const reasons = new Map([...readable.reasons, ...unreadable.reasons].map((reason) => [reason.ruleId, reason]));
  return {
    ...open,
    outcome: 'cannotKnow',
    ruleId: 'V00',
    reasons: [...reasons.values()],
    possible: [...new Set([...readable.possible, ...unreadable.possible])],
    missing: [...missingOf(['password']), ...readable.missing],
    assumptions: [],
  };
}

function withKnownPassword(input: VerdictInput): Verdict {
  const runs = runsOf(input);
  const ends = runs.flatMap((run) => run.ends);
  const possible = outcomesOf(ends);
  const sentBy = [...new Set(runs.map(({ code }) => code.name))];
  const reasons = reasonsOf(runs, input);
  const [outcome, ...others] = possible;
  if (!outcome || others.length > 0) {
    const versions = new Set(runs.map((run) => outcomesOf(run.ends).sort().join()));
    const undecided = ends.flatMap((each) => each.undecided);
    const missing = missingOf(versions.size === 1 ? undecided : ['version', ...undecided]);
    const exposure = exposureOf(ends, possible);
    const open: Verdict = { outcome: 'cannotKnow', ruleId: 'V00', reasons, possible, missing, assumptions: [], sentBy };
    return exposure === undefined ? open : { ...open, exposure };
  }
  const [first] = reasons;
  const [run] = runs;
  if (!first || !run) throw new Error('an outcome without a reason');
  const remedy = remedyOf(input, ruleOf(first.ruleId), run.code.form);
  return {
    outcome,
    ruleId: first.ruleId,
    reasons,
    possible,
    missing: [],
    assumptions: assumptionsOf(input, outcome),
    ...(remedy ? { remedy } : {}),
    sentBy,
  };
}
