import type { ForUnknownAddress, PersonSummary, PickResult } from '../model/user';

const unknownTexts: Record<ForUnknownAddress, string> = {
  tells: 'Gluu sends a mail to this address saying that it is not in its database.',
  silent: 'Gluu sends nothing, and its page still says that a mail was sent.',
  either:
    'Up to 3.1.3 Gluu sends a mail saying that the address is not in its database. From 3.1.3.1 on it sends nothing, and its page still says that a mail was sent.',
};

/**
 * Says in words who gets the mail, why, and what becomes of the others. The search is the same in all versions: people branch
 * and below, `(&(objectClass=top)(objectClass=gluuPerson)(mail=…))`, no look at gluuStatus, sorted by displayName, first taken
 * (oxTrust PasswordReminderAction.requestReminder, PersonService.findPersons).
 */
export function pickInWords({
  hits,
  count,
  more,
  tied,
  sure,
  unknownAddress,
}: Omit<PickResult, 'sentences' | 'address'>): string[] {
  const [first] = hits;
  if (!first) return ['Nobody has this address in mail.', unknownTexts[unknownAddress]];
  const picked = tied > 1 ? amongEqual(hits.slice(0, tied), tied, sure) : chosen(first, count);
  return [...picked, ...statusNotes(sure ? hits.slice(0, 1) : hits.slice(0, tied)), ...(more ? [MORE] : [])];
}

const MORE = 'More people have this address than are listed here, so another one may be first.';

function chosen(first: PersonSummary, count: number): string[] {
  if (count === 1) return [`Gluu picks ${nameOf(first)}, the only person with this address.`];
  return [
    `${count} people have this address. Gluu sorts them by display name and takes the first: ${nameOf(first)}.`,
    count === 2
      ? 'The other one cannot reset a password with this address.'
      : 'The others cannot reset a password with this address.',
  ];
}

function amongEqual(tied: readonly PersonSummary[], count: number, sure: boolean): string[] {
  const names = tied.slice(0, 5).map(nameOf).join(', ');
  const rest = count > 5 ? ` and ${count - 5} more` : '';
  const why = tied[0]?.displayName === '' ? 'have no display name' : 'have the same display name';
  const [first] = tied;
  return [
    `${count} people with this address ${why}, and it comes first: ${names}${rest}.`,
    sure && first
      ? `Among equal names Gluu takes the one its hash table happens to give first: ${nameOf(first)}, ${first.inum}.`
      : 'Gluu takes one of them. LDAP does not reveal which.',
  ];
}

function statusNotes(candidates: readonly PersonSummary[]): string[] {
  const inactive = candidates.filter(({ status }) => status !== 'active');
  const [first] = inactive;
  if (!first) return [];
  const who =
    inactive.length > 1
      ? `${inactive.length} of them are not active`
      : `${nameOf(first)} ${first.status ? `is ${first.status}` : 'has no status'}`;
  return [`${who}. Gluu does not look at that and sends the mail.`];
}

const nameOf = ({ displayName, uid, inum }: PersonSummary): string =>
  displayName && uid ? `${displayName} (${uid})` : displayName || uid || inum;
