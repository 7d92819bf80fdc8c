import { fieldOf } from '../model/organization-fields';
import type { CanReset, Readiness, ReadinessLink, ReadinessLinkId } from '../model/readiness';
import { readinessLinkIds } from '../model/readiness';
import { whyNotServed } from '../served-versions';
import type { Finding } from './finding';
import { resetMail } from './mail-link';
import { linkCertificate, linkHost, reminderPage } from './page-links';
import { peopleWithoutMail, sharedMail } from './people-links';
import type { ReadinessFacts } from './readiness-facts';
import { expiry, recaptcha, requestBranch } from './request-links';
import { fromAddress, resetEnabled, smtpComplete, smtpPassword } from './setting-links';

interface LinkDefinition {
  label: string;
  judge: (facts: ReadinessFacts) => Finding;
  /** Not knowing it means not knowing whether anyone can reset a password. */
  decides: boolean;
  /** Links that are the cause where both are bad: the sentence then names only those. */
  follows: readonly ReadinessLinkId[];
}
const decisive = { decides: true, follows: [] } as const;
const besides = { decides: false, follows: [] } as const;

/** Every link of the chain. */
const readinessChain: Record<ReadinessLinkId, LinkDefinition> = {
  resetEnabled: { ...decisive, label: 'Self-Service Password Reset', judge: resetEnabled },
  smtpComplete: { ...decisive, label: 'SMTP settings', judge: smtpComplete },
  smtpPassword: { ...decisive, label: 'SMTP Password', judge: smtpPassword, follows: ['smtpComplete'] },
  fromAddress: { ...decisive, label: 'From Email Address', judge: fromAddress, follows: ['smtpComplete'] },
  resetMail: {
    ...decisive,
    label: 'As Gluu will send it',
    judge: resetMail,
    follows: ['smtpComplete', 'smtpPassword', 'fromAddress'],
  },
  recaptcha: { ...besides, label: 'reCAPTCHA', judge: recaptcha },
  requestBranch: { ...decisive, label: 'Reset requests', judge: requestBranch },
  expiry: { ...decisive, label: 'Links expire', judge: expiry },
  linkHost: { ...decisive, label: 'Link in the mail', judge: linkHost },
  linkCertificate: {
    ...besides,
    label: 'Certificate of the link',
    judge: linkCertificate,
    follows: ['linkHost', 'reminderPage'],
  },
  reminderPage: { ...decisive, label: 'Reset page', judge: reminderPage, follows: ['linkHost'] },
  peopleWithoutMail: { ...besides, label: 'People without mail', judge: peopleWithoutMail },
  sharedMail: { ...besides, label: 'Shared mail addresses', judge: sharedMail },
};

type Judged = { id: ReadinessLinkId; finding: Finding };

/**
 * Whether users of a server can reset their password, link by link, from facts that were read before. Pure: the same facts
 * give the same chain.
 */
export function readiness(facts: ReadinessFacts): Readiness {
  const judged = readinessLinkIds.map((id): Judged => ({ id, finding: readinessChain[id].judge(facts) }));
  const can = canReset(judged);
  const isEditable = whyNotServed(facts.version) === undefined;
  return {
    checkedAt: facts.checkedAt,
    version: facts.version,
    can,
    sentence: sentenceOf(can, judged, facts.serverName),
    links: judged.map((link) => linkOf(link, isEditable)),
  };
}

function canReset(judged: readonly Judged[]): CanReset {
  const isIn = (state: Finding['state']) => judged.filter(({ finding }) => finding.state === state);
  if (isIn('red').length > 0) return 'no';
  if (isIn('notKnown').some(({ id }) => readinessChain[id].decides)) return 'notKnown';
  return isIn('amber').length > 0 || isIn('notKnown').length > 0 ? 'yesBut' : 'yes';
}

const CLAUSES = 2;

/** The clauses that explain the answer, causes only. */
function clausesOf(can: CanReset, judged: readonly Judged[]): string[] {
  const counts = ({ id, finding: { state } }: Judged) =>
    ({
      yes: false,
      no: state === 'red',
      notKnown: state === 'notKnown' && readinessChain[id].decides,
      yesBut: state === 'amber' || state === 'notKnown',
    })[can];
  const counted = judged.filter(counts);
  const named = counted.filter(({ id }) => !counted.some((other) => readinessChain[id].follows.includes(other.id)));
  return [...new Set(named.flatMap(({ finding }) => finding.because ?? []))];
}

function sentenceOf(can: CanReset, judged: readonly Judged[], name: string): string {
  const clauses = clausesOf(can, judged);
  const rest = clauses.length - CLAUSES;
  const why =
    clauses.slice(0, CLAUSES).join(', and ') +
    (rest > 0 ? `, and for ${rest} more ${rest === 1 ? 'reason' : 'reasons'}` : '');
  return {
    yes: `Users of ${name} can reset their password.`,
    no: `Users of ${name} cannot reset their password, because ${why}.`,
    yesBut: `Users of ${name} can reset their password, but ${why}.`,
    notKnown: `It is not known whether users of ${name} can reset their password, because ${why}.`,
  }[can];
}

function linkOf({ id, finding }: Judged, isEditable: boolean): ReadinessLink {
  const { because: _because, remedy, ...found } = finding;
  const link = { id, label: readinessChain[id].label, ...found };
  if (!remedy) return link;
  if (isEditable || remedy.target.kind !== 'field') return { ...link, remedy };
  const { label } = fieldOf(remedy.target.field);
  return { ...link, advice: `${found.advice ?? ''} In oxTrust: Organization Configuration, ${label}.`.trim() };
}
