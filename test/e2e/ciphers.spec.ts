import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { otherSalt, salt, vectors } from '../support/cipher-vectors';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { expect, test } from './support/app';

const salts = { first: salt, second: otherSalt };
const encrypt = vectors.map(([key, plain, cipher]) => ({
  case: plain,
  salt: key === salt ? 'first' : 'second',
  plain,
  cipher,
  error: null,
  'decrypt_2.4.4_to_4.2.2': signExtended(plain),
  'decrypt_4.2.3_up': plain,
}));

/** Java's `(char) byte` over the UTF-8 bytes, as Gluu decrypted before 4.2.3. */
function signExtended(text: string): string {
  const bytes = new Int8Array(Buffer.from(text, 'utf8'));
  return Array.from(bytes, (byte) => String.fromCharCode(byte & 0xffff)).join('');
}

/** Scores a file of vectors inside Electron, whose BoringSSL knows fewer ciphers than Node's OpenSSL. */
function score(cases: typeof encrypt) {
  const folder = makeTemporaryFolder('ciphers');
  try {
    const file = path.join(folder, 'vectors.json');
    writeFileSync(file, JSON.stringify({ salts, encrypt: cases, decrypt: [], bad_salts: {} }));
    return spawnSync(process.execPath, ['scripts/score-ciphers.mjs', file], { encoding: 'utf8' });
  } finally {
    removeTemporaryFolder(folder);
  }
}

test('passwords are encrypted inside Electron as Gluu does', () => {
  const { status, stdout } = score(encrypt);
  expect(stdout).toContain(`ciphers: ${encrypt.length}/${encrypt.length}`);
  expect(status).toBe(0);
});

test('a vector that disagrees is named, and the score says so', () => {
  const wrong = encrypt.map((vector, index) => (index === 0 ? { ...vector, cipher: 'AAAAAAAAAAA=' } : vector));
  const { status, stdout } = score(wrong);
  expect(stdout).toContain(`ciphers: ${encrypt.length - 1}/${encrypt.length}`);
  expect(status).toBe(1);
});
