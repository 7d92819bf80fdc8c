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

const typeFaults: [RegExp, string][] = [
  [
    /^sk-/,
    'It needs a security key (FIDO), which is not supported here. Use a key without one, or log in with a password.',
  ],
  [
    /^ssh-dss$|^DSA$/,
    'It is a DSA key, which servers have refused since OpenSSH 7. Make a new one: ssh-keygen -t ed25519.',
  ],
  [/./, 'It is a key of a type that is not supported here. Make one: ssh-keygen -t ed25519.'],
];
const faultOfType = (type: string): string | undefined =>
  TYPES.includes(type) ? undefined : typeFaults.find(([pattern]) => pattern.test(type))?.[1];

/** Why a private key cannot be used here, with what to do, before anybody is asked for its passphrase; undefined if it can. */
export function keyFault(form: KeyForm, file: string): string | undefined {
  if (form.kind === 'openssh') return opensshFault(form.header, file);
  if (form.kind === 'putty') return puttyFault(form);
  if (form.label === 'DSA PRIVATE KEY') return faultOfType('DSA');
  if (form.encryption === undefined) return undefined;
  if (form.label === 'ENCRYPTED PRIVATE KEY') return pkcs8Fault(form.encryption, file);
  return DEK.includes(form.encryption)
    ? undefined
    : `It is encrypted with ${form.encryption}, which is not supported here. Encrypt it again: ssh-keygen -p -f ${file}.`;
}

function opensshFault({ cipher, kdf, type, isWhole }: OpensshHeader, file: string): string | undefined {
  if (!isWhole) return 'It is damaged: a part of it is missing.';
  if (!CIPHERS.includes(cipher) || (cipher !== 'none' && kdf !== 'bcrypt')) {
    const how = CIPHERS.includes(cipher) ? kdf : cipher;
    return `It is encrypted with ${how}, which is not supported here. Encrypt it again: ssh-keygen -p -Z aes256-ctr -f ${file}.`;
  }
  return faultOfType(type);
}

function puttyFault({ key }: KeyForm & { kind: 'putty' }): string | undefined {
  const exported = 'In PuTTYgen: Conversions, Export OpenSSH key.';
  if (isArgon2(key)) return `It is a PuTTY key of version 3 with a passphrase, which is not read here. ${exported}`;
  if (key.version !== 2 && key.version !== 3) return `It is a PuTTY key of version ${key.version}. ${exported}`;
  if (key.encryption !== 'none' && key.encryption !== 'aes256-cbc') {
    return `It is a PuTTY key with an encryption that is not supported here. ${exported}`;
  }
  return faultOfType(key.type);
}

function pkcs8Fault(beginning: string, file: string): string | undefined {
  const isPbes2 = beginning.includes(PBKDF2) && PKCS8_CIPHERS.some((cipher) => beginning.includes(cipher));
  if (isPbes2 || beginning.includes(PKCS12_3DES)) return undefined;
  return `It is encrypted in a way that is not supported here. Encrypt it again: openssl pkcs8 -topk8 -v2 aes-256-cbc -in ${file}.`;
}
