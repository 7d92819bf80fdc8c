import * as z from '../base/zod';

/** Names that have to be known, because they do not look like host names or mail addresses by themselves. */
export interface KnownNames {
  hosts: readonly string[];
  users: readonly string[];
}

/** Replaces names by placeholders that stay the same for the same name, in whatever text it stands. */
export interface NameHider {
  /** For what hosts and users said: a known user name is hidden as a bare word too. */
  hide(text: string): string;
  /** For sentences of this console: "Gluu" is no user there, even where one is called so. */
  hideInOwn(text: string): string;
}

const LABEL = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?`;
const DOMAIN = String.raw`${LABEL}(?:\.${LABEL})*`;
const LOCAL_SIGN = String.raw`[^\s<>()[\]",;:\\|@]`;
const ADDRESS = String.raw`(?<!${LOCAL_SIGN})(?<local>"[^"\r\n]+"|${LOCAL_SIGN}+)@(?<domain>\[[^\]\s]{1,60}\]|${DOMAIN})`;
const HOST = String.raw`(?<![\p{L}\p{N}_-])(?<host>(?:${LABEL}\.)+(?:xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+))(?![\p{L}\p{N}])`;
const COLONS = String.raw`(?<![\p{L}\p{N}.])(?<colons>(?:[0-9a-f]{0,4}:){2,}[0-9a-f.]{0,15})(?![\p{L}\p{N}:]|\.\p{L})`;
const IPV4 = String.raw`(?<!\d|\d\.)(?<ipv4>\d{1,3}(?:\.\d{1,3}){3})(?!\d|\.\d)`;
const IPV6 = z.ipv6();

/** File names in sentences of this console, which look like hosts. */
const FILE = /\.(java|log|jar|json|xhtml|properties|ldif)$/i;
/** Written in capitals these are SMTP's words, even where a user or a host has the same name. */
const COMMAND = /^(EHLO|HELO|MAIL|FROM|RCPT|TO|DATA|AUTH|LOGIN|PLAIN|QUIT|RSET|NOOP|HELP|SIZE|STARTTLS|E?SMTP|TLS)$/;

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const folded = (name: string): string => name.toLowerCase().replace(/\.$/, '');
const localPart = (user: string): string => user.replace(/@[^@]*$/, '');

/** Gives each new name the next number of its kind. */
function placeholders() {
  const counts = { host: 0, domain: 0, user: 0 };
  const naming = (names: Map<string, string>) => (name: string, kind: keyof typeof counts) => {
    const found = names.get(folded(name));
    if (found !== undefined) return found;
    counts[kind] += 1;
    const given = `${kind}-${counts[kind]}`;
    names.set(folded(name), given);
    return given;
  };
  // A host and a mail domain of one name are one place; a person of that name is not.
  return { place: naming(new Map()), person: naming(new Map()) };
}

function pattern(words: readonly string[]): RegExp {
  const longestFirst = [...new Set(words)].filter((word) => word.length >= 2).sort((a, b) => b.length - a.length);
  const known = longestFirst.map(literal).join('|');
  const word = known === '' ? '' : String.raw`|(?<![\p{L}\p{N}])(?<word>${known})(?![\p{L}\p{N}])`;
  return new RegExp(`${ADDRESS}|${HOST}|${COLONS}|${IPV4}${word}`, 'giu');
}

/**
 * Hides in any text: every mail address (`user-1@domain-1`), every host name with a dot and every IP address (`host-1`),
 * and the names given, with and without a dot. Letter case makes no other name. The numbers go by the order in which names
 * are met, the given ones first. A name inside a Base64 blob is not seen; the transcript's mask takes care of those.
 */
export function nameHider({ hosts, users }: KnownNames): NameHider {
  const { place, person } = placeholders();
  const knownHosts = new Set(hosts.map(folded));
  const knownUsers = new Set(users.filter((user) => !user.includes('@')).map(folded));

  const hiding = (names: RegExp) => (text: string) => {
    if (text !== '' && knownHosts.has(folded(text))) return place(text, 'host');
    if (text !== '' && knownUsers.has(folded(text))) return person(text, 'user');
    return text.replace(names, (...match) => {
      const whole: string = match[0];
      const { local, domain, host, colons, word }: Record<string, string | undefined> = match.at(-1);
      if (local !== undefined && domain !== undefined) {
        const inner = domain.replace(/^\[(.*)\]$/, '$1');
        return `${person(local, 'user')}@${inner === domain ? place(domain, 'domain') : `[${place(inner, 'host')}]`}`;
      }
      if (host !== undefined && FILE.test(host) && !knownHosts.has(folded(host))) return whole;
      if (colons !== undefined && !IPV6.safeParse(colons).success) {
        return whole.replace(new RegExp(IPV4, 'gu'), (ip) => place(ip, 'host'));
      }
      if (word === undefined) return place(whole, 'host');
      if (COMMAND.test(word)) return whole;
      return knownHosts.has(folded(word)) ? place(word, 'host') : person(word, 'user');
    });
  };
  const hide = hiding(pattern([...hosts, ...users, ...users.map(localPart)]));
  for (const name of [...hosts, ...users]) hide(name);
  return { hide, hideInOwn: hiding(pattern(hosts)) };
}

/** What may stand where a host names itself, and is no name. */
const NO_NAME =
  /^(e?smtp|service|server|mail|ready|ok|hello|hi|welcome|the|this|bye|goodbye|closing|starttls|tls|\d+|.)$/i;
const NAME = String.raw`([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)`;
/** RFC 5321 sections 4.1.1.1 and 4.2: after EHLO, in the greeting, in the reply to EHLO, and in the last reply. */
const placesOfNames = [
  `^(?:EHLO|HELO) ${NAME}$`,
  String.raw`^220[ -]${NAME}(?=\s.*SMTP)`,
  String.raw`^250[ -]${NAME}(?=\s+(?:hello|hi|greets|nice|pleased|at your service))`,
  String.raw`^(?:220|221|421)[ -](?=\S*[\d-])${NAME}(?=\s|$)`,
].map((text) => new RegExp(text, 'iu'));

/** Names without a dot that hosts gave themselves in these lines of a conversation. */
export function namesSaid(lines: readonly string[]): string[] {
  const said = lines.flatMap((line) => placesOfNames.map((at) => at.exec(line.trim())?.[1] ?? ''));
  return [...new Set(said)].filter((name) => name !== '' && !NO_NAME.test(name));
}
