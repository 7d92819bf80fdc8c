import type { OfferSeen, SmtpReply } from '../model/probe';
import { codeOf, extensionsOf, loginChoice, methodsIn } from '../verdict/java-mail-replies';

/** The code of a line and what separates it from its text; codes of later lines are not looked at, as JavaMail does. */
const BEFORE_TEXT = /^\d{3}[ -]?/;
const isCode = (code: number): boolean => code >= 200 && code < 600;
/** Servers announce some ten. */
const MAX_EXTENSIONS = 100;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/;

/**
 * Reads the lines of one SMTP reply (RFC 5321 section 4.2.1), enhanced status code included (RFC 2034: it is repeated on
 * each line). The first line's code counts, as for JavaMail. Undefined if that is not a reply code.
 */
export function readReply(lines: readonly string[]): SmtpReply | undefined {
  const code = codeOf(lines[0] ?? '');
  if (!isCode(code)) return undefined;
  const texts = lines.map((line) => line.replace(BEFORE_TEXT, ''));
  const enhanced = ENHANCED.exec(texts[0] ?? '')?.[1];
  const bare = enhanced === undefined ? texts : texts.map((text) => text.replace(ENHANCED, ''));
  return {
    code,
    ...(enhanced === undefined ? {} : { enhanced }),
    text: joined(bare),
  };
}

/** A link that a server breaks over lines is open in angle brackets, or stops where none can end. */
const BROKEN_LINK = /(?:<https?:\/\/[^\s<>]*|\bhttps?:\/\/[^\s<>]*[?&=#%])$/i;

const MAX_LINK = 2048;

function joined(lines: readonly string[]): string {
  let text = '';
  let tail = ''; // the last word alone is looked at, and no more of it than a link has
  for (const line of lines) {
    const open = BROKEN_LINK.test(tail);
    text += open || text === '' ? line : ` ${line}`;
    tail = (open ? tail + line : line).split(/\s/).at(-1)?.slice(0, MAX_LINK) ?? '';
  }
  return text.trim();
}

/** A reply as a server would write it on one line. */
export const replyText = ({ code, enhanced, text }: SmtpReply): string =>
  [code, enhanced, text].filter((part) => part !== undefined && part !== '').join(' ');

/**
 * Reads what a server offers from the lines of its answer to EHLO; the first only names the server. STARTTLS and login are read
 * as JavaMail reads them, since what it overlooks is not there for the Gluu Server.
 */
export function readOffer(lines: readonly string[], heloOnly = false): OfferSeen {
  const read = extensionsOf(heloOnly ? [] : lines);
  const extensions = heloOnly ? [] : lines.slice(1, MAX_EXTENSIONS).map((line) => line.slice(4).trim());
  const name = lines[0]?.slice(4).split(' ')[0];
  const size = Number(/^ *(\d{1,15}) *$/.exec(read.get('SIZE') ?? '')?.[1] ?? 0);
  return {
    ...(name ? { name } : {}),
    startTls: read.has('STARTTLS'),
    mechanisms: methodsIn(read),
    loginChoice: loginChoice(read),
    ...(size > 0 ? { size } : {}),
    smtpUtf8: read.has('SMTPUTF8'),
    extensions,
    heloOnly,
  };
}
