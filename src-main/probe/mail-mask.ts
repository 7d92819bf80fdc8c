import { concealer } from '../base/conceal';
import { withoutKnown } from '../base/redact';

/** Replaces secrets in a text; what stands there instead says how long it was. */
export interface Mask {
  (text: string): string;
  /** The same for texts that belong together: a secret may begin in one and end in another. */
  together(texts: readonly string[]): string[];
  /** Looks for one more secret from now on. */
  add(secret: string): void;
}

/**
 * Makes a mask for one login, and for what else is secret in this conversation. A server may echo what was sent to it, so
 * every form a password takes is looked for, also behind the user name as in the PLAIN message of RFC 4616, and in pieces
 * over the whole conversation. Secrets of other conversations are hidden as well.
 */
export function maskFor(userName: string, password: string, ...others: readonly string[]): Mask {
  const messages = [`\0${userName}\0${password}`, `${userName}\0${userName}\0${password}`];
  return maskOf(password === '' ? others : [...messages, password, ...others]);
}

/** Makes a mask for a conversation without a login. */
export const maskOfSecrets = (secrets: readonly string[]): Mask => maskOf(secrets);

/** Hides only what the process knows. */
export const noMask: Mask = maskOfSecrets([]);

function maskOf(secrets: readonly string[]): Mask {
  const conceal = concealer(secrets);
  const pieces = new Set<string>();
  const together = (texts: readonly string[]) =>
    withoutKnown(conceal(texts, (length) => `[hidden, ${length} characters]`, pieces));
  return Object.assign((text: string) => together([text])[0] ?? '', { together, add: conceal.add });
}
