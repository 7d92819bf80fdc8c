/** Replaces secrets in a text; what stands there instead says how long it was. */
export type Mask = (text: string) => string;

const MIN_LENGTH = 3;

/**
 * Makes a mask for one login. A server may echo what was sent to it, so every form a password takes on the wire is looked
 * for: clear, Base64 (alone, and in the PLAIN blob of RFC 4616), hex, percent-encoded.
 */
export function maskFor(userName: string, password: string): Mask {
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const forms = [
    base64(`\0${userName}\0${password}`),
    base64(`${userName}\0${userName}\0${password}`),
    base64(password),
    base64(password).replace(/=+$/, ''),
    password,
    Buffer.from(password, 'utf8').toString('hex'),
    encodeURIComponent(password),
  ]
    .filter((form) => form.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, `[hidden, ${form.length} characters]`), text);
}

export const noMask: Mask = (text) => text;
