import type { PersonSummary, PickResult } from '../model/user';
import { type Message, message } from '../texts/message';

/**
 * Says who gets the mail, why, and what becomes of the others, each a sentence. The search is the same in all versions: people
 * branch and below, `(&(objectClass=top)(objectClass=gluuPerson)(mail=…))`, no look at gluuStatus, sorted by displayName, first
 * taken (oxTrust PasswordReminderAction.requestReminder, PersonService.findPersons).
 */
export function pickInWords({
  hits,
  count,
  more,
  tied,
  sure,
  unknownAddress,
}: Omit<PickResult, 'sentences' | 'address'>): Message[] {
  const [first] = hits;
  if (!first) return [message('users.pick.nobody'), message(`users.pick.unknown.${unknownAddress}`)];
  const picked = tied > 1 ? amongEqual(hits.slice(0, tied), tied, sure) : chosen(first, count);
  const status = statusNotes(sure ? hits.slice(0, 1) : hits.slice(0, tied));
  return [...picked, ...status, ...(more ? [message('users.pick.more')] : [])];
}

function chosen(first: PersonSummary, count: number): Message[] {
  const who = nameOf(first);
  return count === 1
    ? [message('users.pick.only', { who })]
    : [message('users.pick.first', { n: count, who }), message('users.pick.others', { n: count - 1 })];
}

const NAMED = 5;

function amongEqual(tied: readonly PersonSummary[], n: number, sure: boolean): Message[] {
  const list = tied.slice(0, NAMED).map(nameOf);
  const [first] = tied;
  const names = { n, names: { list, as: 'plain' }, more: Math.max(0, n - NAMED) } as const;
  return [
    message(first?.displayName === '' ? 'users.pick.noName' : 'users.pick.sameName', names),
    sure && first
      ? message('users.pick.tiedSure', { who: nameOf(first), inum: first.inum })
      : message('users.pick.tiedOpen'),
  ];
}

function statusNotes(candidates: readonly PersonSummary[]): Message[] {
  const inactive = candidates.filter(({ status }) => status !== 'active');
  const [first] = inactive;
  if (!first) return [];
  if (inactive.length > 1) return [message('users.pick.severalInactive', { n: inactive.length })];
  const { status } = first;
  const who = nameOf(first);
  return [status ? message('users.pick.inactive', { who, status }) : message('users.pick.noStatus', { who })];
}

const nameOf = ({ displayName, uid, inum }: PersonSummary): string =>
  displayName && uid ? `${displayName} (${uid})` : displayName || uid || inum;
