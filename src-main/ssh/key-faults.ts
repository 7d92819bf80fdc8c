import { type Message, message } from '../../src-shared/texts/message';
import type { KeyForm } from './key-forms';
import type { OpensshHeader } from './openssh-key';
import { isArgon2 } from './putty-key';

/** The types that are used here (ssh2, keyParser.js). */
const TYPES = ['ssh-ed25519', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'];
/** Of OpenSSH's format (its cipher.c); ChaCha20-Poly1305 is missing in Electron's BoringSSL. */
const CIPHERS = [
  'none',
  '3des-cbc',
  'aes128-cbc',
  'aes192-cbc',
  'aes256-cbc',
  'aes128-ctr',
  'aes192-ctr',
  'aes256-ctr',
  'aes128-gcm@openssh.com',
  'aes256-gcm@openssh.com',
];
/** Of DEK-Info: those that BoringSSL and OpenSSL 3 both have. */
const DEK = ['AES-128-CBC', 'AES-192-CBC', 'AES-256-CBC', 'DES-EDE3-CBC'];
/** Of PKCS #8, as DER writes their identifiers: PBKDF2 (RFC 8018) with AES or Triple DES; BoringSSL has no scrypt. */
const PBKDF2 = '06092a864886f70d01050c';
const PKCS8_CIPHERS = [
  '0609608648016503040102',
  '0609608648016503040116',
  '060960864801650304012a',
  '06082a864886f70d0307',
];
/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292 appendix C). */
const PKCS12_3DES = '060a2a864886f70d010c0103';

const NEW_KEY = 'ssh-keygen -t ed25519';
const typeFaults: [RegExp, Message][] = [
  [/^sk-/, message('ssh.key.securityKey')],
  [/^ssh-dss$|^DSA$/, message('ssh.key.dsa', { command: NEW_KEY })],
  [/./, message('ssh.key.type', { command: NEW_KEY })],
];
const faultOfType = (type: string): Message | undefined =>
  TYPES.includes(type) ? undefined : typeFaults.find(([pattern]) => pattern.test(type))?.[1];

/** Why a private key cannot be used here, with what to do, before anybody is asked for its passphrase; undefined if it can. */
export function keyFault(form: KeyForm, file: string): Message | undefined {
  if (form.kind === 'openssh') return opensshFault(form.header, file);
  if (form.kind === 'putty') return puttyFault(form);
  if (form.label === 'DSA PRIVATE KEY') return faultOfType('DSA');
  if (form.encryption === undefined) return undefined;
  if (form.label === 'ENCRYPTED PRIVATE KEY') return pkcs8Fault(form.encryption, file);
  return DEK.includes(form.encryption)
    ? undefined
    : message('ssh.key.cipher', { cipher: form.encryption, command: `ssh-keygen -p -f ${file}` });
}

function opensshFault({ cipher, kdf, type, isWhole }: OpensshHeader, file: string): Message | undefined {
  if (!isWhole) return message('ssh.key.cut');
  if (!CIPHERS.includes(cipher) || (cipher !== 'none' && kdf !== 'bcrypt')) {
    const how = CIPHERS.includes(cipher) ? kdf : cipher;
    return message('ssh.key.cipher', { cipher: how, command: `ssh-keygen -p -Z aes256-ctr -f ${file}` });
  }
  return faultOfType(type);
}

function puttyFault({ key }: KeyForm & { kind: 'putty' }): Message | undefined {
  if (isArgon2(key)) return message('ssh.key.puttyPassphrase');
  if (key.version !== 2 && key.version !== 3) return message('ssh.key.puttyVersion', { version: key.version });
  if (key.encryption !== 'none' && key.encryption !== 'aes256-cbc') return message('ssh.key.puttyEncryption');
  return faultOfType(key.type);
}

function pkcs8Fault(beginning: string, file: string): Message | undefined {
  const isPbes2 = beginning.includes(PBKDF2) && PKCS8_CIPHERS.some((cipher) => beginning.includes(cipher));
  if (isPbes2 || beginning.includes(PKCS12_3DES)) return undefined;
  return message('ssh.key.encryption', { command: `openssl pkcs8 -topk8 -v2 aes-256-cbc -in ${file}` });
}
