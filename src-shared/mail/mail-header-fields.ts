/** A header block is read up to here, in characters; whatever follows is left out. */
const MAX_HEADER_TEXT = 256 * 1024;
const MAX_FIELDS = 1000;
const MAX_VALUE = 16 * 1024;
const MAX_TOKENS = 4000;
const MAX_SHOWN = 300;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

export interface HeaderField {
  /** In lower case. */
  name: string;
  /** Unfolded. As hostile as it came: see `shown`. */
  value: string;
}

/** A text of a header, safe to show: one line, at most 300 characters, with what cannot be seen written out. */
export function shown(hostile: string): string {
  const cut = hostile.length > MAX_SHOWN ? `${hostile.slice(0, MAX_SHOWN)}…` : hostile;
  return cut
    .replace(/\r?\n|\t/g, ' ')
    .replace(UNSEEN, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
    .trim();
}

/**
 * The fields of a header block in their order, unfolded (RFC 5322 section 2.2.3). Reads at most 256 KB, 1000 fields and
 * 16 KB of each; ends at the first empty line; leaves out lines that are no field. `cut` says that something was too long.
 */
export function splitFields(text: string): { fields: HeaderField[]; cut: boolean } {
  let cut = text.length > MAX_HEADER_TEXT;
  const fields: HeaderField[] = [];
  let current: HeaderField | undefined;
  for (const raw of text.slice(0, MAX_HEADER_TEXT).split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '') break;
    const folded = line.startsWith(' ') || line.startsWith('\t');
    if (!folded) {
      current = fieldOf(line);
      if (current && fields.length === MAX_FIELDS) return { fields, cut: true };
      if (current) fields.push(current);
    } else if (current) {
      if (current.value.length < MAX_VALUE) current.value += ` ${line.trim()}`;
      else cut = true;
    }
    if (current && current.value.length > MAX_VALUE) {
      current.value = current.value.slice(0, MAX_VALUE);
      cut = true;
    }
  }
  return { fields, cut };
}

function fieldOf(line: string): HeaderField | undefined {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trimEnd();
  return /^[!-9;-~]{1,100}$/.test(name) ? { name: name.toLowerCase(), value: line.slice(colon + 1).trim() } : undefined;
}

/** `;` stands alone; a quoted string is a word without its quotes; comments are without their outer brackets. */
export interface Token {
  kind: 'word' | 'comment' | 'semicolon';
  text: string;
}

/**
 * Takes a structured field value apart (RFC 5322 section 3.2): words, comments that may stand within each other, quoted
 * strings, semicolons. Goes over the text once; an open comment or string ends with the text.
 */
export function tokensOf(value: string): Token[] {
  const tokens: Token[] = [];
  let word = '';
  const endWord = () => {
    if (word !== '') tokens.push({ kind: 'word', text: word });
    word = '';
  };
  for (let at = 0; at < value.length && tokens.length < MAX_TOKENS; ) {
    const char = value.charAt(at);
    if (char === '"') {
      const end = endOfQuoted(value, at);
      word += value.slice(at + 1, end - 1).replace(/\\(.)/g, '$1');
      at = end;
      continue;
    }
    if (char === '(') {
      endWord();
      const end = endOfComment(value, at);
      tokens.push({ kind: 'comment', text: value.slice(at + 1, end - 1).trim() });
      at = end;
      continue;
    }
    if (char === ';' || /\s/.test(char)) {
      endWord();
      if (char === ';') tokens.push({ kind: 'semicolon', text: ';' });
    } else word += char;
    at += 1;
  }
  endWord();
  return tokens;
}

/** The place behind the closing quote, or one behind the end of the text. */
function endOfQuoted(value: string, start: number): number {
  for (let at = start + 1; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === '"') return at + 1;
  }
  return value.length + 1;
}

function endOfComment(value: string, start: number): number {
  let depth = 0;
  for (let at = start; at < value.length; at += 1) {
    if (value[at] === '\\') at += 1;
    else if (value[at] === '(') depth += 1;
    else if (value[at] === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return value.length + 1;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 5322 section 4.3; any other name counts as UTC. */
const ZONES: Record<string, number> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};
const DATE =
  /(\d{1,2}) +([A-Za-z]{3})[a-z]{0,6} +(\d{4}) +(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)? *([+-]\d{4}|[A-Za-z]{1,5})?/;

/** The moment a date-time of RFC 5322 section 3.3 means, as ISO 8601; undefined for anything else. */
export function dateOf(text: string): string | undefined {
  const found = DATE.exec(text.slice(0, 100).replace(/\s+/g, ' '));
  if (!found) return undefined;
  const [, day, monthName = '', year, hour, minute, second = '0', zone = ''] = found;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  const parts = [Number(day), Number(hour), Number(minute), Number(second)] as const;
  const [d, h, m, s] = parts;
  if (month < 0 || d < 1 || d > 31 || h > 23 || m > 59 || s > 60) return undefined;
  const time = Date.UTC(Number(year), month, d, h, m, s) - zoneMinutes(zone) * 60_000;
  return new Date(time).toISOString();
}

function zoneMinutes(zone: string): number {
  const digits = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (!digits) return ZONES[zone.toUpperCase()] ?? 0;
  const [, sign, hours, minutes] = digits;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
