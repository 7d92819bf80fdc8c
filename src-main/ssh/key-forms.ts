import { OPENSSH_LABEL, type OpensshHeader, opensshHeader } from './openssh-key';
import { type PuttyKey, puttyKey } from './putty-key';

/** A private key as it stands in a file, whatever else stands there. */
export type KeyForm =
  | { kind: 'openssh'; block: string; header: OpensshHeader }
  /** PKCS #1, SEC 1 and PKCS #8 (RFC 7468); `encryption` is what it names itself, in hexadecimal for PKCS #8. */
  | { kind: 'pem'; block: string; label: string; encryption?: string }
  | { kind: 'putty'; key: PuttyKey };

/** A text as editors and shells of Windows leave it: with a byte order mark, in UTF-16, and with their line ends. */
export function keyText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes
    .toString(isUtf16 ? 'utf16le' : 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}

/** The first private key in a text; undefined if there is none. */
export function keyForm(text: string): KeyForm | undefined {
  const putty = puttyKey(text);
  if (putty) return { kind: 'putty', key: putty };
  for (let at = text.indexOf('-----BEGIN '); at >= 0; at = text.indexOf('-----BEGIN ', at + 1)) {
    const label = /^-----BEGIN ([A-Z0-9 ]{0,30}PRIVATE KEY)-----\s*\n/.exec(text.slice(at, at + 80))?.[1];
    if (label === undefined) continue;
    const mark = `-----END ${label}-----`;
    const end = text.indexOf(mark, at);
    if (end < 0) return undefined;
    const lines = text.slice(at, end).split('\n').slice(1);
    const trimmed = lines.map((line) => line.trim()).join('\n');
    const block = `-----BEGIN ${label}-----\n${trimmed.trimEnd()}\n${mark}\n`;
    if (label !== OPENSSH_LABEL) return { kind: 'pem', block, label, ...encryptionOf(label, trimmed) };
    const header = opensshHeader(trimmed);
    return header && { kind: 'openssh', block, header };
  }
  return undefined;
}

/** DEK-Info (RFC 1421 section 4.6.1.3), or the beginning of PKCS #8, where its algorithms stand. */
function encryptionOf(label: string, body: string): { encryption?: string } {
  if (label === 'ENCRYPTED PRIVATE KEY') {
    return { encryption: Buffer.from(body, 'base64').subarray(0, 160).toString('hex') };
  }
  const named = /^DEK-Info: ([^,\s]{1,60})/m.exec(body)?.[1];
  return named === undefined ? {} : { encryption: named };
}
