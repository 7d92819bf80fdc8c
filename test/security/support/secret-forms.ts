/** Seven forms in which a secret may turn up in a text. */
const formsOf = (secret: string): Record<string, string> => {
  const bytes = Buffer.from(secret, 'utf8');
  return {
    plain: secret,
    base64: bytes.toString('base64'),
    base64url: bytes.toString('base64url'),
    hex: bytes.toString('hex'),
    percent: encodeURIComponent(secret),
    json: JSON.stringify(secret).slice(1, -1),
    utf16: Buffer.from(secret, 'utf16le').toString('base64'),
  };
};

/** Which secrets occur in a text, and in which form; also where lines of the text are folded as in LDIF. */
export function occurrences(text: string, secrets: readonly string[]): string[] {
  const texts = [text, text.replaceAll('\n ', '')].map((each) => each.toLowerCase());
  return secrets.flatMap((secret) =>
    Object.entries(formsOf(secret))
      .filter(([, form]) => texts.some((each) => each.includes(form.toLowerCase())))
      .map(([name]) => `${secret}: ${name}`),
  );
}
