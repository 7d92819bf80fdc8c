import { fieldOf } from '../gluu/pages/pages';
import { whyNotServed } from '../gluu/pages/served-versions';
import type { CanReset, Readiness, ReadinessLink, ReadinessLinkId } from '../model/readiness';
import { readinessLinkIds } from '../model/readiness';
import { type Message, message } from '../texts/message';
import { type Finding, toAction } from './finding';
import { resetMail } from './mail-link';
import { linkCertificate, linkHost, reminderPage } from './page-links';
import { peopleWithoutMail, sharedMail } from './people-links';
import type { ReadinessFacts } from './readiness-facts';
import { expiry, recaptcha, requestBranch } from './request-links';
import { fromAddress, resetEnabled, smtpComplete, smtpPassword } from './setting-links';

interface LinkDefinition {
  judge: (facts: ReadinessFacts) => Finding;
  /** Not knowing it means not knowing whether anyone can reset a password. */
  decides: boolean;
  /** Links that are the cause where both are bad: the reasons then name only those. */
  follows: readonly ReadinessLinkId[];
}
const decisive = { decides: true, follows: [] } as const;
const besides = { decides: false, follows: [] } as const;

/** Every link of the chain. */
const readinessChain: Record<ReadinessLinkId, LinkDefinition> = {
  resetEnabled: { ...decisive, judge: resetEnabled },
  smtpComplete: { ...decisive, judge: smtpComplete },
  smtpPassword: { ...decisive, judge: smtpPassword, follows: ['smtpComplete'] },
  fromAddress: { ...decisive, judge: fromAddress, follows: ['smtpComplete'] },
  resetMail: {
    ...decisive,
    judge: resetMail,
    follows: ['smtpComplete', 'smtpPassword', 'fromAddress'],
  },
  recaptcha: { ...besides, judge: recaptcha },
  requestBranch: { ...decisive, judge: requestBranch },
  expiry: { ...decisive, judge: expiry },
  linkHost: { ...decisive, judge: linkHost },
  linkCertificate: {
    ...besides,
    judge: linkCertificate,
    follows: ['linkHost', 'reminderPage'],
  },
  reminderPage: { ...decisive, judge: reminderPage, follows: ['linkHost'] },
  peopleWithoutMail: { ...besides, judge: peopleWithoutMail },
  sharedMail: { ...besides, judge: sharedMail },
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
    reasons: reasonsOf(can, judged),
    ...(can === 'untested' ? { next: toAction(message('readiness.do.testNow'), 'testMail') } : {}),
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
  const open = causes(judged, isOpen);
  if (open.length > 0) return open.every(({ finding }) => finding.isUntested) ? 'untested' : 'notKnown';
  return judged.some(isFlawed) ? 'yesBut' : 'yes';
}

/** What bears on the answer, causes only. */
function causes(judged: readonly Judged[], bears: (link: Judged) => boolean): Judged[] {
  const bearing = judged.filter(bears);
  return bearing.filter(({ id }) => !bearing.some((other) => readinessChain[id].follows.includes(other.id)));
}

/** What bears on each answer. */
const bearing: Record<CanReset, (link: Judged) => boolean> = {
  yes: () => false,
  yesBut: isFlawed,
  no: isRed,
  notKnown: isOpen,
  untested: isFlawed,
};

/** The causes of an answer, each once: several links may have the same one. */
function reasonsOf(can: CanReset, judged: readonly Judged[]): Message[] {
  const found = causes(judged, bearing[can]).flatMap(({ finding }) => finding.because ?? []);
  return [...new Map(found.map((because) => [JSON.stringify(because), because])).values()];
}

function linkOf({ id, finding }: Judged, isEditable: boolean): ReadinessLink {
  const { because: _because, isUntested: _isUntested, remedy, ...found } = finding;
  const link = { id, ...found };
  if (!remedy) return link;
  if (isEditable || remedy.target.kind !== 'field') return { ...link, remedy };
  const { label } = fieldOf(remedy.target.field);
  return { ...link, advice: [...(found.advice ?? []), message('readiness.inOxtrust.field', { label })] };
}
