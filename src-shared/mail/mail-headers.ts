import { type AuthenticationResult, readAuthentication } from './mail-authentication';
import { type HeaderField, shown, splitFields } from './mail-header-fields';
import { type Hop, readHops } from './mail-hops';

/** What one check of the mailbox's side came to, in words. */
interface MailCheck {
  check: 'SPF' | 'DKIM' | 'DMARC';
  /** `absent`: the headers do not tell. */
  outcome: 'good' | 'bad' | 'unclear' | 'absent';
  words: string;
}

/** The headers of a received message, read for an administrator. All texts are safe to show. */
export interface HeaderReading {
  subject?: string;
  from?: string;
  messageId?: string;
  /** SPF, DKIM (one for each signature) and DMARC, in this order. */
  checks: MailCheck[];
  /** The way of the message, from the first server to the last (RFC 5321 section 4.4). */
  hops: Hop[];
  /** From the first hop's clock to the last one's, in ms, where both tell the time. */
  wayMs?: number;
  /** What else there is to know, as sentences. */
  notes: string[];
}

/** Reads a header block as it was received. Never throws; what it cannot read it leaves out. Linear in its input. */
export function readMailHeaders(text: string): HeaderReading {
  const { fields, cut } = splitFields(text);
  const { results, saidBy, others } = readAuthentication(fields);
  const hops = readHops(fields);
  const times = hops.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]));
  const [first, last] = [times[0], times.at(-1)];
  const notes = [
    ...others.map((other) => `Results in the name of ${other} are not counted: a sender can write them too.`),
    ...(cut ? ['The headers are longer than what is read here; some of them are left out.'] : []),
  ];
  return {
    ...only('subject', fields),
    ...only('from', fields),
    ...only('message-id', fields),
    checks: [...spf(results, saidBy, fields), ...dkim(results, saidBy), ...dmarc(results, saidBy)],
    hops,
    ...(times.length > 1 && first !== undefined && last !== undefined ? { wayMs: last - first } : {}),
    notes,
  };
}

/** Whether one of these fields carries `token`; names in lower case. */
export function carriesToken(text: string, names: readonly string[], token: string): boolean {
  return splitFields(text).fields.some(({ name, value }) => names.includes(name) && value.includes(token));
}

function only(name: 'subject' | 'from' | 'message-id', fields: HeaderField[]): Partial<HeaderReading> {
  const value = fields.find((field) => field.name === name)?.value;
  if (value === undefined) return {};
  return { [name === 'message-id' ? 'messageId' : name]: shown(value) };
}

const domainOf = (address: string): string => shown(address.slice(address.lastIndexOf('@') + 1)) || 'the sender';
const property = (result: AuthenticationResult, ...names: string[]): string | undefined =>
  names.map((name) => result.properties.find((each) => each.name === name)?.value).find((value) => value !== undefined);

/** The meaning of a result (RFC 8601 section 2.7); a word that stands in no list is quoted. */
type Meanings = Record<string, [MailCheck['outcome'], string]>;

function inWords(check: MailCheck['check'], result: string, meanings: Meanings, by: string): MailCheck {
  const known = Object.hasOwn(meanings, result) ? meanings[result] : undefined;
  const [outcome, meaning] = known ?? ['unclear', `the result is “${shown(result)}”.`];
  return { check, outcome, words: `${check}: ${meaning} ${by}` };
}

const sayer = (saidBy: string | undefined): string => (saidBy ? `So says ${saidBy}.` : 'So says the mailbox server.');
const absent = (check: MailCheck['check']): MailCheck => ({
  check,
  outcome: 'absent',
  words: `${check}: the headers do not tell; the mailbox server did not check it, or kept the result to itself.`,
});

/** Without a result among the others, the field Received-SPF tells (RFC 7208 section 9.1). */
function spf(results: AuthenticationResult[], saidBy: string | undefined, fields: HeaderField[]): MailCheck[] {
  const all = results.filter(({ method }) => method === 'spf');
  // Some servers check the name of the greeting as well; what counts is the sender of the envelope.
  const found = all.find((each) => property(each, 'smtp.mailfrom', 'smtp.mail') !== undefined) ?? all[0];
  const received = fields.find(({ name }) => name === 'received-spf')?.value.slice(0, 1000);
  if (!found && received === undefined) return [absent('SPF')];
  const result = found?.result ?? /^[A-Za-z]{1,20}/.exec(received ?? '')?.[0].toLowerCase() ?? '';
  const identity = found
    ? property(found, 'smtp.mailfrom', 'smtp.mail', 'smtp.helo')
    : /envelope-from="?<?([^\s">;]{1,320})/.exec(received ?? '')?.[1];
  const domain = domainOf(identity ?? '');
  const meanings: Meanings = {
    pass: ['good', `the relay may send for ${domain}.`],
    fail: ['bad', `the relay may not send for ${domain}; its SPF record says so.`],
    hardfail: ['bad', `the relay may not send for ${domain}; its SPF record says so.`],
    softfail: ['bad', `the SPF record of ${domain} does not list the relay, and asks for suspicion.`],
    neutral: ['unclear', `the SPF record of ${domain} says neither yes nor no to the relay.`],
    none: ['unclear', `${domain} has no SPF record.`],
    temperror: ['unclear', `the SPF record of ${domain} could not be looked up at that moment.`],
    permerror: ['bad', `the SPF record of ${domain} has an error.`],
    policy: ['unclear', 'a rule of the mailbox server decided.'],
  };
  return [inWords('SPF', result, meanings, found ? sayer(saidBy) : 'So says the field Received-SPF.')];
}

function dkim(results: AuthenticationResult[], saidBy: string | undefined): MailCheck[] {
  const found = results.filter(({ method }) => method === 'dkim');
  if (found.length === 0) return [absent('DKIM')];
  return found.map((each) => {
    const domain = domainOf(property(each, 'header.d', 'header.i') ?? '');
    const meanings: Meanings = {
      pass: ['good', `the signature of ${domain} is valid.`],
      fail: [
        'bad',
        `the signature of ${domain} does not fit; the message was changed on its way, or the key is another.`,
      ],
      none: ['unclear', 'the message carries no signature.'],
      neutral: ['unclear', `the signature of ${domain} could not be used.`],
      policy: ['unclear', `the signature of ${domain} is valid, but not accepted by a rule of the mailbox server.`],
      temperror: ['unclear', `the key of ${domain} could not be looked up at that moment.`],
      permerror: ['bad', `the signature or the key of ${domain} has an error.`],
    };
    return inWords('DKIM', each.result, meanings, sayer(saidBy));
  });
}

function dmarc(results: AuthenticationResult[], saidBy: string | undefined): MailCheck[] {
  const found = results.find(({ method }) => method === 'dmarc');
  if (!found) return [absent('DMARC')];
  const domain = domainOf(property(found, 'header.from') ?? '');
  const wish = /\bp=(none|quarantine|reject)\b/i.exec(found.comment ?? '')?.[1]?.toLowerCase();
  const asks = wish ? ` Its policy for failures is ${wish}.` : '';
  const meanings: Meanings = {
    pass: ['good', `the sender ${domain} is confirmed by SPF or DKIM.`],
    fail: ['bad', `neither SPF nor DKIM confirms the sender ${domain}.${asks}`],
    none: ['unclear', `${domain} publishes no DMARC policy.`],
    bestguesspass: ['unclear', `${domain} publishes no DMARC policy; the mailbox server guesses that it would pass.`],
    temperror: ['unclear', `the DMARC policy of ${domain} could not be looked up at that moment.`],
    permerror: ['bad', `the DMARC policy of ${domain} has an error.`],
  };
  return [inWords('DMARC', found.result, meanings, sayer(saidBy))];
}
