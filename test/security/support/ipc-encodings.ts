const bytes = (text: string) => Buffer.from(text, 'utf8');

/** Seven forms in which a secret could stand in an answer. */
export const encodings: Readonly<Record<string, (secret: string) => string>> = {
  clear: (secret) => secret,
  json: (secret) => JSON.stringify(secret).slice(1, -1),
  base64: (secret) => bytes(secret).toString('base64').replace(/=+$/, ''),
  base64url: (secret) => bytes(secret).toString('base64url'),
  hex: (secret) => bytes(secret).toString('hex'),
  percent: (secret) => encodeURIComponent(secret),
  utf16: (secret) => Buffer.from(secret, 'utf16le').toString('base64').replace(/=+$/, ''),
};
