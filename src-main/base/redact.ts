import os from 'node:os';
import { concealer } from './conceal';

const HIDDEN = '[hidden]';
/** A word as common as a shorter one would be hidden everywhere. */
const MIN_LENGTH = 4;
const MAX_KNOWN = 500;
/** So many are forgotten at once, the oldest first: what is left is then prepared again. */
const FORGOTTEN = 100;
/** No detail of a failure is longer (safe-text.ts), and to prepare what the window may call a secret, 64 KB, would take seconds. */
const MAX_LOOKED_FOR = 2000;

/** Secrets that passed through this process. Newest last. */
const known = new Set<string>();
let conceal = concealer([]);

/** Remembers a secret so that it can never reach the log, in whatever form of secret-forms.ts. Very short ones are left out. */
export function hideFromLog(secret: string): void {
  if (secret.length < MIN_LENGTH) return;
  const looked = secret.slice(0, MAX_LOOKED_FOR);
  if (!known.delete(looked)) conceal.add(looked);
  known.add(looked);
  if (known.size <= MAX_KNOWN) return;
  for (const oldest of [...known].slice(0, FORGOTTEN)) known.delete(oldest);
  conceal = concealer([...known]);
}

/** Keeps a login's password out of the log, also in the form PLAIN gives it (RFC 4616), and gives the login. */
export function hiddenLogin(userName: string, password: string): { userName: string; password: string } {
  hideFromLog(password);
  hideFromLog(`\0${userName}\0${password}`);
  return { userName, password };
}

/** Gives texts that belong together without any remembered secret, be it in pieces. */
export function withoutKnown(texts: readonly string[]): string[] {
  if (known.size === 0) return [...texts];
  return conceal(texts, () => HIDDEN);
}

const NAME = String.raw`(?:pass(?:w(?:or)?d|phrase|code)|pass(?=["'\s]{0,5}[=:])|pwd|(?:bind)?pw(?![a-z])|secret|token|credential|salt|api[_-]?key|private[_-]?key|pin(?=[=:"']))`;
const USER_INFO = /(:\/\/[^\s/?#:@"'<>]*:)[^\s/?#"'<>]*@/g;
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}-----|$)/g;
const PUTTY_KEY = /(\bPrivate-Lines: *\d+)[\s\S]*?(?=\r?\n[A-Za-z-]+:|$)/g;
/** RFC 9110 section 11.6.2, RFC 6265 section 4. */
const HEADER = /\b((?:proxy-)?authorization\s{0,5}:\s{0,5}[a-z]{1,20} |(?:set-)?cookie\s{0,5}:\s{0,5})[^\r\n]+/gi;
/** RFC 7519, and whatever stands behind Bearer and looks like no word. */
const BEARER = /\b(bearer\s{1,5})(?=[\w.~+/-]*[\d.])[\w.~+/=-]{8,}/gi;
/** Words with dots, each looked at once; `-eyJ` in a row would have every one of them begin a token. */
const DOTTED = /(?<![\w-])[\w-]{11,}(?:\.[\w-]*){1,4}/g;
const JWT_BEGINS = /\beyJ[\w-]{8}/;
/** `userPassword:: x` of LDIF (RFC 2849), with its folded lines. */
const LDIF = new RegExp(
  String.raw`^((?:[\w;-]{0,60}${NAME}[\w;-]{0,60}::|userPassword:)[ \t]*)[^\r\n]+(?:\r?\n [^\r\n]*)*`,
  'gim',
);
/** `-w x` of OpenLDAP's tools and `--password x`. */
const OPTION = new RegExp(
  String.raw`(^|\s)(-w|--?[\w-]{0,30}${NAME}[\w-]{0,30})(\s{1,5}|=)(?!-)("[^"]*"|'[^']*'|\S+)`,
  'gi',
);
/** `password: x`, `"token":"x"`, `salt=x`. A text in quotes is taken whole. */
const NAMED = new RegExp(
  String.raw`(${NAME}[^\s=:]{0,40}["']?\s{0,20}[=:]{1,2}\s{0,20})("(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|[^\s"',;}&]+)`,
  'gi',
);
const BLOB = /[\w+/-]{8,}={0,2}/g;

/** What looks like a secret by what stands around it or by its shape, in the order in which it is looked for. */
const rules: ((text: string) => string)[] = [
  (text) => text.replace(PRIVATE_KEY, HIDDEN).replace(PUTTY_KEY, `$1 ${HIDDEN}`),
  (text) => text.replace(USER_INFO, `$1${HIDDEN}@`),
  (text) => text.replace(HEADER, `$1${HIDDEN}`),
  (text) => text.replace(BLOB, (blob, at: number) => (isLogin(blob, text, at) ? HIDDEN : blob)),
  (text) => text.replace(BEARER, `$1${HIDDEN}`).replace(DOTTED, withoutToken),
  (text) => text.replace(LDIF, `$1${HIDDEN}`),
  (text) => text.replace(OPTION, `$1$2$3${HIDDEN}`),
  (text) => text.replace(NAMED, `$1${HIDDEN}`),
];

/** Whether this is user and password in Base64: behind Basic (RFC 7617), or with the zeros of PLAIN or the signs of XOAUTH2. */
function isLogin(blob: string, text: string, at: number): boolean {
  const bytes = Buffer.from(blob, 'base64').toString('latin1');
  if (/basic\s{1,5}$/i.test(text.slice(Math.max(0, at - 10), at))) return bytes.includes(':');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 4616 and RFC 7628 part the members by them
  return /^[^\0]{0,255}\0[\x20-\xff]{1,255}\0[\x20-\xff]{1,}$|^(?:user=|n,)[\x20-\xff]{0,300}\x01(?:auth|host)=/.test(
    bytes,
  );
}

function withoutToken(word: string): string {
  const at = word.search(JWT_BEGINS);
  return at >= 0 && word.includes('.', at) ? word.slice(0, at) + HIDDEN : word;
}

/** Gives the text without any remembered secret and without what looks like one by its name or its shape. Linear. */
export function redact(text: string): string {
  return rules.reduce((clean, rule) => rule(clean), withoutKnown([text])[0] ?? '');
}

const ADDRESS_SIGN = String.raw`[\p{L}\p{N}.!#$%*+^_{|}~-]`;
const ADDRESS = new RegExp(
  String.raw`(?<!${ADDRESS_SIGN})${ADDRESS_SIGN}+@(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]*\p{L}`,
  'gu',
);
const NAME_OF_HOME = String.raw`[^\\/:*?"'<>|\s()]{1,80}`;
/** A home folder of somebody, on Linux, macOS or Windows, also in a file address or with doubled backslashes. */
const HOMES = new RegExp(
  String.raw`(/home/|/Users/|[\\/]Users\\{1,2}|\\Documents and Settings\\{1,2})(?:${NAME_OF_HOME}(?: ${NAME_OF_HOME}){1,3}(?=\\)|${NAME_OF_HOME})`,
  'gi',
);

/** As redact(); besides, the log names nobody: mail addresses and home folders go as well. Linear. */
export function redactForLog(text: string): string {
  const home = os.homedir();
  const homes = home.length > 1 ? [home, encodeURI(home)] : [];
  const clean = homes.reduce((rest, folder) => rest.replaceAll(folder, '~'), redact(text));
  return clean.replace(ADDRESS, '[address]').replace(HOMES, '$1[user]');
}
