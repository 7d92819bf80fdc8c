import { type Message, message } from '../texts/message';
import { type AuthenticationResult, readAuthentication } from './mail-authentication';
import { type HeaderField, shown, splitFields } from './mail-header-fields';
import { type Hop, readHops } from './mail-hops';

/** What one check of the mailbox's side came to. */
interface MailCheck {
  check: 'SPF' | 'DKIM' | 'DMARC';
  /** `absent`: the headers do not tell. */
  outcome: 'good' | 'bad' | 'unclear' | 'absent';
  words: readonly Message[];
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
  /** What else there is to know. */
  notes: Message[];
}

/** Reads a header block as it was received. Never throws; what it cannot read it leaves out. Linear in its input. */
export function readMailHeaders(text: string): HeaderReading {
  const { fields, cut } = splitFields(text);
  const { results, saidBy, others } = readAuthentication(fields);
  const hops = readHops(fields);
  const times = hops.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]));
  const [first, last] = [times[0], times.at(-1)];
  const notes = [
    ...others.map((server) =>
      server === '' ? message('mailbox.note.namelessResults') : message('mailbox.note.otherResults', { server }),
    ),
    ...(cut ? [message('mailbox.note.cut')] : []),
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

const domainOf = (address = ''): string | Message =>
  shown(address.slice(address.lastIndexOf('@') + 1)) || message('mailbox.domainMissing');
const property = (result: AuthenticationResult, ...names: string[]): string | undefined =>
  names.map((name) => result.properties.find((each) => each.name === name)?.value).find((value) => value !== undefined);

/** The meaning of a result (RFC 8601 section 2.7). */
type Meanings<Result extends string> = Readonly<Record<Result, MailCheck['outcome']>>;

const spfMeanings = {
  pass: 'good',
  fail: 'bad',
  softfail: 'bad',
  neutral: 'unclear',
  none: 'unclear',
  temperror: 'unclear',
  permerror: 'bad',
  policy: 'unclear',
} as const satisfies Meanings<string>;
const dkimMeanings = {
  pass: 'good',
  fail: 'bad',
  none: 'unclear',
  neutral: 'unclear',
  policy: 'unclear',
  temperror: 'unclear',
  permerror: 'bad',
} as const satisfies Meanings<string>;
const dmarcMeanings = {
  pass: 'good',
  fail: 'bad',
  none: 'unclear',
  bestguesspass: 'unclear',
  temperror: 'unclear',
  permerror: 'bad',
} as const satisfies Meanings<string>;

const isIn = <Result extends string>(meanings: Meanings<Result>, result: string): result is Result =>
  Object.hasOwn(meanings, result);

/** A word that stands in no list is quoted. */
const unknown = (check: MailCheck['check'], result: string, by: Message): MailCheck => ({
  check,
  outcome: 'unclear',
  words: [message('mailbox.check.unknown', { check, result: shown(result) }), by],
});
const absent = (check: MailCheck['check']): MailCheck => ({
  check,
  outcome: 'absent',
  words: [message('mailbox.check.absent', { check })],
});
const reporter = (server: string | undefined): Message =>
  server ? message('mailbox.check.by', { server }) : message('mailbox.check.byMailbox');

/** Without a result among the others, the field Received-SPF tells (RFC 7208 section 9.1). */
function spf(results: AuthenticationResult[], saidBy: string | undefined, fields: HeaderField[]): MailCheck[] {
  const all = results.filter(({ method }) => method === 'spf');
  // Some servers check the name of the greeting as well; what counts is the sender of the envelope.
  const found = all.find((each) => property(each, 'smtp.mailfrom', 'smtp.mail') !== undefined) ?? all[0];
  const received = fields.find(({ name }) => name === 'received-spf')?.value.slice(0, 1000);
  if (!found && received === undefined) return [absent('SPF')];
  const written = found?.result ?? /^[A-Za-z]{1,20}/.exec(received ?? '')?.[0].toLowerCase() ?? '';
  const result = written === 'hardfail' ? 'fail' : written;
  const identity = found
    ? property(found, 'smtp.mailfrom', 'smtp.mail', 'smtp.helo')
    : /envelope-from="?<?([^\s">;]{1,320})/.exec(received ?? '')?.[1];
  const by = found ? reporter(saidBy) : message('mailbox.check.byReceivedSpf');
  if (!isIn(spfMeanings, result)) return [unknown('SPF', result, by)];
  const words = [message(`mailbox.spf.${result}`, { domain: domainOf(identity) }), by];
  return [{ check: 'SPF', outcome: spfMeanings[result], words }];
}

function dkim(results: AuthenticationResult[], saidBy: string | undefined): MailCheck[] {
  const found = results.filter(({ method }) => method === 'dkim');
  if (found.length === 0) return [absent('DKIM')];
  const by = reporter(saidBy);
  return found.map((each): MailCheck => {
    const { result } = each;
    if (!isIn(dkimMeanings, result)) return unknown('DKIM', result, by);
    const domain = domainOf(property(each, 'header.d', 'header.i'));
    const meaning = result === 'none' ? message('mailbox.dkim.none') : message(`mailbox.dkim.${result}`, { domain });
    return { check: 'DKIM', outcome: dkimMeanings[result], words: [meaning, by] };
  });
}

function dmarc(results: AuthenticationResult[], saidBy: string | undefined): MailCheck[] {
  const found = results.find(({ method }) => method === 'dmarc');
  if (!found) return [absent('DMARC')];
  const by = reporter(saidBy);
  const { result } = found;
  if (!isIn(dmarcMeanings, result)) return [unknown('DMARC', result, by)];
  const meaning = message(`mailbox.dmarc.${result}`, { domain: domainOf(property(found, 'header.from')) });
  const policy = /\bp=(none|quarantine|reject)\b/i.exec(found.comment ?? '')?.[1]?.toLowerCase();
  const asks = result === 'fail' && policy ? [message('mailbox.dmarc.policy', { policy })] : [];
  return [{ check: 'DMARC', outcome: dmarcMeanings[result], words: [meaning, ...asks, by] }];
}
