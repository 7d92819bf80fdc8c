import { roughDuration } from '../base/duration';
import { type Message, message } from '../texts/message';
import { dateOf, type HeaderField, shown, type Token, tokensOf } from './mail-header-fields';

const MAX_HOPS = 100;
const CLAUSES = ['from', 'by', 'via', 'with', 'id', 'for'];

/** One server that took the message. All texts are safe to show. */
export interface Hop {
  /** The sending side's name: as it called itself, or, where `claim` tells that apart, as the receiving side found it. */
  from?: string;
  /** What the sending side called itself, where that is not what stands in `from`. */
  claim?: string;
  /** The address it came from, as the receiving side saw it. */
  fromAddress?: string;
  by?: string;
  /** The protocol as written, e.g. `ESMTPS`. */
  with?: string;
  /** The receiving server's own number for it. */
  id?: string;
  /** Undefined where the field does not tell. */
  encrypted?: boolean;
  loggedIn?: boolean;
  /** By that server's clock, ISO 8601. */
  at?: string;
  /** Since the hop before, in ms; below 0 where the clocks differ. */
  tookMs?: number;
  /** The same as sentences. */
  words: readonly Message[];
}
type HopFacts = Omit<Hop, 'words'>;

/** The hops of a message from the first to the last: each server puts its Received field on top (RFC 5321 section 4.4). */
export function readHops(fields: readonly HeaderField[]): Hop[] {
  const received = fields.filter(({ name }) => name === 'received').slice(0, MAX_HOPS);
  const hops: Hop[] = [];
  for (const { value } of received.reverse()) {
    const hop = hopOf(value);
    const before = hops.findLast(({ at }) => at !== undefined)?.at;
    const tookMs = hop.at && before ? Date.parse(hop.at) - Date.parse(before) : undefined;
    const timed = { ...hop, ...(tookMs === undefined ? {} : { tookMs }) };
    hops.push({ ...timed, words: sentencesOf(timed) });
  }
  return hops;
}

function hopOf(value: string): HopFacts {
  const tokens = tokensOf(value);
  const lastSemicolon = tokens.findLastIndex(({ kind }) => kind === 'semicolon');
  const date = tokens
    .slice(lastSemicolon + 1)
    .flatMap(({ kind, text }) => (kind === 'word' ? [text] : []))
    .join(' ');
  const clauses = clausesOf(lastSemicolon < 0 ? tokens : tokens.slice(0, lastSemicolon));
  const protocol = text(clauses.get('with'));
  const at = dateOf(date);
  const known = {
    ...giverOf(clauses.get('from')),
    by: text(clauses.get('by')),
    with: protocol,
    id: text(clauses.get('id')),
    at,
    ...protectionOf(protocol, [...clauses.values()].flat()),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''));
}

/** The tokens behind each keyword, up to the next. */
function clausesOf(tokens: readonly Token[]): Map<string, Token[]> {
  const clauses = new Map<string, Token[]>();
  let current: Token[] = [];
  for (const token of tokens) {
    const keyword = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (CLAUSES.includes(keyword) && !clauses.has(keyword)) {
      current = [];
      clauses.set(keyword, current);
    } else current.push(token);
  }
  return clauses;
}

const text = (clause: readonly Token[] | undefined): string | undefined =>
  clause &&
  shown(
    clause
      .filter(({ kind }) => kind === 'word')
      .map((token) => token.text)
      .join(' '),
  );

/**
 * Who gave the message. The address of the connection was seen by the receiving server; what the other side said in HELO or
 * EHLO is a claim, also where it is an address. Where the two stand differs by make (RFC 5321 section 4.4 has the claim
 * outside and the address in the comment):
 *
 *     from claim (name [address])        Postfix, Sendmail, Exchange, Google
 *     from name ([address] helo=claim)   Exim; from [address] (helo=claim) where the address has no name
 *     from name (HELO claim) (address)   qmail; from [address] (HELO claim) in CommuniGate
 */
function giverOf(clause: readonly Token[] = []): { from: string; claim?: string; fromAddress: string | undefined } {
  const from = text(clause) ?? '';
  const comments = clause.flatMap(({ kind, text: part }) => (kind === 'comment' ? [part.slice(0, MAX_COMMENT)] : []));
  const claim = comments.flatMap((part) => claimIn(part) ?? [])[0];
  const addresses = comments.flatMap((part) => addressIn(part.replace(CLAIM, ' ').replace(NAMED_VALUE, ' ')) ?? []);
  if (claim === undefined) return { from, fromAddress: addresses[0] };
  // qmail writes the claim first, so nothing that the claim holds comes behind the true address.
  return { from, claim: shown(claim), fromAddress: addresses.at(-1) ?? addressIn(from) };
}

const MAX_COMMENT = 1000;
/** Exim's `helo=claim`; `HELO claim` of qmail and CommuniGate, which goes on to the end of the comment. */
const CLAIM = /(?<![^\s(])(?:helo=(\S*)|(?:HELO|EHLO) (.*)$)/;
/** Exim's `ident=…` and the user of the IDENT protocol are words of the other side as well. */
const NAMED_VALUE = /(?<![^\s(])(?:\w{1,20}=\S*|IDENT:\S*@)/g;

function claimIn(comment: string): string | undefined {
  const found = CLAIM.exec(comment);
  return found?.[1] ?? found?.[2];
}

const ADDRESS = '([0-9A-Fa-f:.]{3,45})';
const IN_BRACKETS = new RegExp(`^(?:[^\\[\\]"=]{0,255}[\\s@])?\\[(?:IPv6:)?${ADDRESS}\\]`);
const ALONE = new RegExp(`^(?:[^\\s"]{1,255}@)?${ADDRESS}$`);

/** The address in a comment or word that is one, or that has one in brackets at its start or behind a host name. */
function addressIn(part: string): string | undefined {
  const found = (IN_BRACKETS.exec(part.trim()) ?? ALONE.exec(part.trim()))?.[1];
  return found && /[:.]/.test(found) ? found : undefined;
}

/** RFC 3848 and RFC 6531 section 4.3: an S in the protocol's name is TLS, an A is a login. Others write TLS in a comment. */
function protectionOf(protocol: string | undefined, tokens: readonly Token[]): Pick<Hop, 'encrypted' | 'loggedIn'> {
  const named = /^(?:UTF8)?(?:ESMTP|SMTP|LMTP)(S?)(A?)$/i.exec(protocol ?? '');
  const inComment = tokens.some((token) => token.kind === 'comment' && /\bTLS ?v?_?1|version=TLS/i.test(token.text));
  if (!named) return inComment ? { encrypted: true } : {};
  return { encrypted: named[1] !== '' || inComment, loggedIn: named[2] !== '' };
}

function sentencesOf(hop: HopFacts): Message[] {
  const giver = hop.from ?? hop.fromAddress;
  const facts = [
    hop.with,
    giver !== undefined &&
      hop.encrypted !== undefined &&
      message(`mailbox.hop.${hop.encrypted ? 'encrypted' : 'unencrypted'}`),
    hop.loggedIn && message('mailbox.hop.loggedIn'),
  ].filter((fact) => fact !== undefined && fact !== false);
  return [
    handover(hop, giver),
    ...(facts.length > 0 ? [message('mailbox.hop.connection', { facts: { list: facts, as: 'plain' } })] : []),
    ...(hop.tookMs === undefined ? [] : [delay(hop.tookMs)]),
  ];
}

function handover({ by, from, fromAddress, claim }: HopFacts, giver: string | undefined): Message {
  const taker = by ?? message('mailbox.hop.unnamed');
  if (giver === undefined) return message('mailbox.hop.inside', { by: taker });
  const isNamed = from?.includes(fromAddress ?? '') ?? false;
  return message('mailbox.hop.received', {
    by: taker,
    giver,
    seen: fromAddress && !isNamed ? 'address' : 'none',
    address: fromAddress ?? '',
    named: claim && claim !== from ? 'claim' : 'none',
    claim: claim ?? '',
  });
}

function delay(ms: number): Message {
  if (ms < 0) return message('mailbox.hop.behind', { duration: roughDuration(-ms) });
  return ms < 1000 ? message('mailbox.hop.sameSecond') : message('mailbox.hop.took', { duration: roughDuration(ms) });
}
