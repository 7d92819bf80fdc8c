import { javaMailMethods, type LoginChoice } from '../model/mail-server';

/**
 * How JavaMail reads what a mail server says (SMTPTransport.java of 1.4.7 and 1.6.7, which were measured to agree in all of
 * this). Lines are given without their ends; LF, CR LF, CR CR LF and a bare CR end one (LineInputStream.java).
 */

/** The codes that go on; every other one is a failure. Those of EHLO lead to HELO instead. */
export const acceptedCodes = {
  greeting: [220],
  hello: [250],
  login: [235],
  prompt: [334],
  sender: [250],
  recipient: [250, 251],
  data: [354],
  text: [250],
} as const;

/** Whether a reply ends with this line: its fourth character is no hyphen, whatever the rest looks like. */
export const isLastLine = (line: string): boolean => line[3] !== '-';

/** The first three characters of a reply, the end of a short first line among them: SMTPTransport.java joins the lines with LF. */
const beginningOf = (firstLine: string): string => `${firstLine}\n`.slice(0, 3);

/** The code of a reply, which is that of its first line, read with Integer.parseInt; -1 where it begins with no number. */
export function codeOf(firstLine: string): number {
  const beginning = beginningOf(firstLine);
  return beginning.length === 3 && /^[+-]?\d+$/.test(beginning) ? Number(beginning) : -1;
}

/**
 * Whether JavaMail, once it is connected, says QUIT and closes as soon as it reads this reply, without RSET: readServerResponse
 * calls close() where three characters are no number. A shorter reply leaves the connection open.
 */
export const isGarbled = (firstLine: string): boolean =>
  beginningOf(firstLine).length === 3 && !/^[+-]?\d+$/.test(beginningOf(firstLine));

/**
 * The extensions of an answer to EHLO by their names in capitals. A name ends at the first blank and at nothing else, the codes
 * of the lines are not looked at, and a name that comes again replaces what came before.
 */
export function extensionsOf(lines: readonly string[]): Map<string, string> {
  const extensions = new Map<string, string>();
  for (const line of lines.slice(1)) {
    if (line.length < 5) continue;
    const text = line.slice(4);
    const blank = text.indexOf(' ');
    const name = blank > 0 ? text.slice(0, blank) : text;
    extensions.set(name.toUpperCase(), blank > 0 ? text.slice(blank + 1) : '');
  }
  return extensions;
}

/**
 * The login methods JavaMail reads out of the extensions, in capitals. `AUTH=LOGIN` adds LOGIN, but only where there is an AUTH
 * line as well; other forms with an equals sign, a tab or a colon are names of their own.
 */
export function methodsIn(extensions: ReadonlyMap<string, string>): string[] {
  const auth = extensions.get('AUTH');
  if (auth === undefined) return [];
  const listed = auth
    .toUpperCase()
    .split(/[ \t\n\r\f]+/)
    .filter(Boolean);
  return [...new Set([...listed, ...(extensions.has('AUTH=LOGIN') ? ['LOGIN'] : [])])];
}

/** The one method JavaMail logs in with. `AUTH=LOGIN` alone makes it try, and leaves it no method. */
export function loginChoice(extensions: ReadonlyMap<string, string>): LoginChoice {
  if (!extensions.has('AUTH') && !extensions.has('AUTH=LOGIN')) return 'none';
  const listed = methodsIn(extensions);
  return javaMailMethods.find((method) => listed.includes(method)) ?? 'noMethod';
}
