import type { OfferSeen, SmtpReply } from '../model/probe';

const LINE = /^([2-5]\d\d)(?:[ -](.*))?$/;
/** Servers announce some ten. */
const MAX_EXTENSIONS = 100;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/;

/**
 * Reads the lines of one SMTP reply (RFC 5321 section 4.2.1), enhanced status code included (RFC 2034: it is repeated on
 * each line). Undefined if they are none: another form, or different codes.
 */
export function readReply(lines: readonly string[]): SmtpReply | undefined {
  const parts = lines.map((line) => LINE.exec(line));
  const code = parts[0]?.[1];
  if (code === undefined || parts.some((part) => part?.[1] !== code)) return undefined;
  const texts = parts.map((part) => part?.[2] ?? '');
  const enhanced = ENHANCED.exec(texts[0] ?? '')?.[1];
  const bare = enhanced === undefined ? texts : texts.map((text) => text.replace(ENHANCED, ''));
  return {
    code: Number(code),
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

/** Whether a line says that more of the same reply follows. */
export const hasMore = (line: string): boolean => /^[2-5]\d\d-/.test(line);

/** A reply as a server would write it on one line. */
export const replyText = ({ code, enhanced, text }: SmtpReply): string =>
  [code, enhanced, text].filter((part) => part !== undefined && part !== '').join(' ');

/** Reads what a server offers from the lines of its answer to EHLO; the first only names the server. */
export function readOffer(lines: readonly string[], heloOnly = false): OfferSeen {
  const extensions = heloOnly ? [] : lines.slice(1, MAX_EXTENSIONS).map((line) => line.slice(4).trim());
  const named = (name: RegExp) => extensions.find((line) => name.test(line));
  const name = lines[0]?.slice(4).split(' ')[0];
  const size = Number(/^SIZE +(\d{1,15})$/i.exec(named(/^SIZE /i) ?? '')?.[1] ?? 0);
  return {
    ...(name ? { name } : {}),
    startTls: named(/^STARTTLS$/i) !== undefined,
    // Some servers of the nineties wrote AUTH=LOGIN; nodemailer and JavaMail read it as well.
    mechanisms: [
      ...new Set(
        extensions
          .filter((line) => /^AUTH[ =]/i.test(line))
          .flatMap((line) => line.toUpperCase().split(/[ =]+/).slice(1))
          .filter(Boolean),
      ),
    ],
    ...(size > 0 ? { size } : {}),
    smtpUtf8: named(/^SMTPUTF8$/i) !== undefined,
    extensions,
    heloOnly,
  };
}
