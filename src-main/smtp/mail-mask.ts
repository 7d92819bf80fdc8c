/** Replaces secrets in a text; what stands there instead says how long it was. */
export type Mask = (text: string) => string;

/** A shorter form would be found in the middle of ordinary words. */
const MIN_LENGTH = 4;

/**
 * Makes a mask for one login. A server may echo what was sent to it, so every form a password takes on the wire is looked
 * for: clear, Base64 (also in the middle of a longer blob, as in the PLAIN message of RFC 4616), hex, percent-encoded. A
 * clear password of one to three characters is hidden only where it stands as a word.
 */
export function maskFor(userName: string, password: string): Mask {
  const bytes = Buffer.from(password, 'utf8');
  const hex = bytes.toString('hex');
  const blobs = [`\0${userName}\0${password}`, `${userName}\0${userName}\0${password}`, password].map((text) =>
    Buffer.from(text, 'utf8').toString('base64'),
  );
  const forms = [
    ...new Set([...blobs, ...insideBase64(bytes), password, encodeURIComponent(password), hex, hex.toUpperCase()]),
  ]
    .filter((form) => form.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const clean = forms.reduce((shown, form) => shown.replaceAll(form, instead(form)), text);
    return password.length < MIN_LENGTH ? maskWord(clean, password) : clean;
  };
}

export const noMask: Mask = (text) => text;

const instead = (form: string): string => `[hidden, ${form.length} characters]`;

/**
 * The part of its Base64 form that does not depend on what stands before and behind, for each of the three ways bytes can
 * lie in groups of three (RFC 4648 section 4).
 */
const insideBase64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  });

function maskWord(text: string, word: string): string {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'), instead(word));
}
