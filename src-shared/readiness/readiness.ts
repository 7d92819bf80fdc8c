import { fieldOf } from '../gluu/pages/pages';
import { whyNotServed } from '../gluu/served-versions';
import type { CanReset, Readiness, ReadinessLink, ReadinessLinkId } from '../model/readiness';
import { readinessLinkIds } from '../model/readiness';
import { type Finding, toAction } from './finding';
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
    sentence: sentenceOf(can, judged),
    ...(isOnlyUntested(can, judged) ? { next: toAction('Test now', 'testMail') } : {}),
    links: judged.map((link) => linkOf(link, isEditable)),
  };
}

const isOpen = ({ id, finding: { state } }: Judged) => state === 'notKnown' && readinessChain[id].decides;
const isRed = ({ finding: { state } }: Judged) => state === 'red';
/** Not right, and yet it decides nothing. */
const isFlawed = (link: Judged) =>
  link.finding.state === 'amber' || (link.finding.state === 'notKnown' && !readinessChain[link.id].decides);

function canReset(judged: readonly Judged[]): CanReset {
  if (judged.some(isRed)) return 'no';
  if (judged.some(isOpen)) return 'notKnown';
  return judged.some(isFlawed) ? 'yesBut' : 'yes';
}

/** What bears on the answer, causes only. */
function causes(judged: readonly Judged[], bears: (link: Judged) => boolean): Judged[] {
  const bearing = judged.filter(bears);
  return bearing.filter(({ id }) => !bearing.some((other) => readinessChain[id].follows.includes(other.id)));
}

/** Whether all is answered but how the mail server takes the mail, which nobody asked yet. */
function isOnlyUntested(can: CanReset, judged: readonly Judged[]): boolean {
  const open = causes(judged, isOpen);
  return can === 'notKnown' && open.every(({ finding }) => finding.isUntested);
}

const factsOf = (links: readonly Judged[]): string[] => [
  ...new Set(links.flatMap(({ finding }) => finding.because ?? [])),
];

const NAMED = 2;

/** The first facts by name, and how many more there are; `; ` between them where one has a comma of its own. */
function listed(facts: readonly string[]): string {
  const named = facts.slice(0, NAMED);
  const rest = facts.length - named.length;
  const parts = [...named, ...(rest > 0 ? [`${rest} more`] : [])];
  return `${parts.join(named.some((fact) => fact.includes(',')) ? '; ' : ', ')}.`;
}

/** The answer with its reasons: one as a clause, several as a list. */
function answered(answer: string, link: string, facts: readonly string[], several: string): string {
  if (facts.length === 0) return `${answer}.`;
  if (facts.length === 1) return `${answer}, ${link} ${facts[0]}.`;
  return `${answer}. ${facts.length} ${several}: ${listed(facts)}`;
}

function sentenceOf(can: CanReset, judged: readonly Judged[]): string {
  const flaws = factsOf(causes(judged, isFlawed));
  if (isOnlyUntested(can, judged)) {
    const untested = 'The mail itself has not been tested yet.';
    if (flaws.length === 0) return `Everything is set up. ${untested}`;
    return `${untested} ${flaws.length === 1 ? '1 thing needs' : `${flaws.length} things need`} attention: ${listed(flaws)}`;
  }
  switch (can) {
    case 'no': {
      const wrong = factsOf(causes(judged, isRed));
      return answered('Users cannot reset their password', 'because', wrong, 'things stand in the way');
    }
    case 'notKnown': {
      const open = factsOf(causes(judged, isOpen));
      return answered('It is not known whether users can reset their password', 'because', open, 'things are open');
    }
    default:
      return answered('Users can reset their password', 'but', flaws, 'things need attention');
  }
}

function linkOf({ id, finding }: Judged, isEditable: boolean): ReadinessLink {
  const { because: _because, isUntested: _isUntested, remedy, ...found } = finding;
  const link = { id, label: readinessChain[id].label, ...found };
  if (!remedy) return link;
  if (isEditable || remedy.target.kind !== 'field') return { ...link, remedy };
  const { label } = fieldOf(remedy.target.field);
  return { ...link, advice: `${found.advice ?? ''} In oxTrust: Organization Configuration, ${label}.`.trim() };
}
