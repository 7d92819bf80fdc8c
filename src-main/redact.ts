const HIDDEN = '[hidden]';
/** `password: x`, `"token":"x"`, `salt=x`: the value after a name that speaks of a secret. */
const NAMED = /((?:pass(?:word|phrase)?|secret|token|credential|salt)[^\s=:]{0,40}["']?\s*[=:]\s*["']?)([^\s"',;}]+)/gi;
const MAX_KNOWN = 500;

/** Secrets that passed through this process, in the forms they could turn up in. Newest last. */
const known = new Set<string>();

/** Remembers a secret so that it can never reach the log, in clear, Base64, hex or percent form. Very short ones are left out. */
export function hideFromLog(secret: string): void {
  if (secret.length < 4) return;
  const bytes = Buffer.from(secret, 'utf8');
  for (const form of [secret, bytes.toString('base64'), bytes.toString('hex'), encodeURIComponent(secret)]) {
    known.add(form);
  }
  for (const oldest of known) {
    if (known.size <= MAX_KNOWN) break;
    known.delete(oldest);
  }
}

/** Gives the text without any remembered secret and without values that stand after a telling name. */
export function redact(text: string): string {
  let clean = text;
  for (const secret of known) clean = clean.replaceAll(secret, HIDDEN);
  return clean.replace(NAMED, `$1${HIDDEN}`);
}
