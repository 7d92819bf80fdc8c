/** The values of a Java properties file by key, in the order they stand there; a key may stand there more than once. */
export type JavaProperties = ReadonlyMap<string, readonly string[]>;

const BLANK = /[ \t\f]/;
const NAMED_ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/**
 * Reads the text of a .properties file (java.util.Properties, `load`): comments with # and !, lines that go on behind a
 * backslash, keys that end at =, : or a blank, and escapes. Never throws: where Java refuses (a \u without four hexadecimal
 * digits) the letters stay as they are. Values keep their trailing blanks. Linear in the length of the text.
 */
export function parseJavaProperties(text: string): JavaProperties {
  const properties = new Map<string, string[]>();
  for (const line of logicalLines(text)) {
    const end = endOfKey(line);
    const key = unescaped(line.slice(0, end));
    const value = unescaped(line.slice(startOfValue(line, end)));
    const known = properties.get(key);
    if (known) known.push(value);
    else properties.set(key, [value]);
  }
  return properties;
}

/** Lines as they are meant: joined where one goes on, without leading blanks, without comments and empty ones. */
function* logicalLines(text: string): Generator<string> {
  let parts: string[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)) {
    const bare = line.replace(/^[ \t\f]+/, '');
    // Only where a line begins: what looks like a comment behind a backslash is part of the value.
    if (parts.length === 0 && (bare === '' || bare.startsWith('#') || bare.startsWith('!'))) continue;
    if (goesOn(bare)) {
      parts.push(bare.slice(0, -1));
      continue;
    }
    yield parts.join('') + bare;
    parts = [];
  }
  if (parts.length > 0) yield parts.join('');
}

/** An even number of backslashes at the end are backslashes themselves. */
function goesOn(line: string): boolean {
  let backslashes = 0;
  for (let at = line.length - 1; at >= 0 && line[at] === '\\'; at -= 1) backslashes += 1;
  return backslashes % 2 === 1;
}

function endOfKey(line: string): number {
  for (let at = 0; at < line.length; at += 1) {
    const char = line.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '=' || char === ':' || BLANK.test(char)) return at;
  }
  return line.length;
}

function startOfValue(line: string, endOfKey: number): number {
  const skipBlanks = (from: number) => {
    let at = from;
    while (at < line.length && BLANK.test(line.charAt(at))) at += 1;
    return at;
  };
  const sign = skipBlanks(endOfKey);
  return line[sign] === '=' || line[sign] === ':' ? skipBlanks(sign + 1) : sign;
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S])|$)/g, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? (NAMED_ESCAPES[char ?? ''] ?? char ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );

/**
 * The text of a file whose encoding is not told: UTF-8 if it is that, else Latin-1, in which Java writes and reads
 * properties files.
 */
export function textOfBytes(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1'); // not UTF-8: the answer, not a fault
  }
}
