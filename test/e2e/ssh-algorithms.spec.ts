import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Wanted } from '../integration/ssh/reach-all';
import { runInElectron } from '../support/in-electron';
import { runTool } from '../support/run-tool';
import { makeKey, type SshdOptions, startSshd } from '../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { expect, test } from './support/app';

const servers: Record<string, SshdOptions> = {
  default: {},
  'aes128-gcm': { config: ['Ciphers aes128-gcm@openssh.com'] },
  'aes256-gcm': { config: ['Ciphers aes256-gcm@openssh.com'] },
  'aes256-ctr': { config: ['Ciphers aes256-ctr', 'MACs hmac-sha2-256'] },
  'aes128-ctr and hmac-sha1': { config: ['Ciphers aes128-ctr', 'MACs hmac-sha1'] },
  curve25519: { config: ['KexAlgorithms curve25519-sha256'] },
  nistp521: { config: ['KexAlgorithms ecdh-sha2-nistp521'] },
  group14: { config: ['KexAlgorithms diffie-hellman-group14-sha256'] },
  'group14 with SHA-1': { config: ['KexAlgorithms diffie-hellman-group14-sha1'] },
  'RSA host key': { hostKeys: ['rsa'], config: ['HostKeyAlgorithms rsa-sha2-512'] },
  'ECDSA host key': { hostKeys: ['ecdsa'] },
  // Electron's BoringSSL has no bare chacha20, of which the cipher is made.
  chacha20: { config: ['Ciphers chacha20-poly1305@openssh.com'] },
  // Not offered: its arithmetic would stop the app.
  group18: { config: ['KexAlgorithms diffie-hellman-group18-sha512'] },
};
const keys: Record<string, string[]> = {
  'ed25519 key': ['-t', 'ed25519'],
  'RSA key in PEM': ['-t', 'rsa', '-b', '2048', '-m', 'PEM'],
  'RSA key in PKCS #8': ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8'],
  'ECDSA key': ['-t', 'ecdsa'],
  'ECDSA key in PKCS #8': ['-t', 'ecdsa', '-m', 'PKCS8'],
  'key encrypted with aes256-gcm': ['-t', 'ed25519', '-Z', 'aes256-gcm@openssh.com'],
  'key encrypted with 3des-cbc': ['-t', 'ed25519', '-Z', '3des-cbc'],
};
/** How openssl writes an RSA key again, still encrypted with the passphrase. */
const rewritten: Record<string, string[]> = {
  'RSA key in PEM with Triple DES': ['rsa', '-traditional', '-des3'],
  'RSA key in PKCS #8 with PKCS #12’s cipher': ['pkcs8', '-topk8', '-v1', 'PBE-SHA1-3DES'],
};
const PASSPHRASE = 'correct horse';

test.skip(process.getuid?.() !== 0, 'sshd separates privileges: only root can start one');

test('Electron’s own cryptography reaches what Node’s does', async () => {
  test.setTimeout(120_000);
  const folder = makeTemporaryFolder('electron-keys');
  const files = Object.keys(keys).map((name) => [name, path.join(folder, name.replaceAll(/\W/g, '-'))] as const);
  for (const [name, file] of files) await makeKey(file, keys[name] ?? [], PASSPHRASE);
  const [, rsa] = files.find(([name]) => name === 'RSA key in PEM') ?? [];
  if (rsa === undefined) throw new Error('there is an RSA key');
  const passwords = ['-passin', `pass:${PASSPHRASE}`, '-passout', `pass:${PASSPHRASE}`];
  for (const [name, how] of Object.entries(rewritten)) {
    const file = path.join(folder, name.replaceAll(/\W/g, '-'));
    await runTool('openssl', [...how, '-in', rsa, '-out', file, ...passwords]);
    copyFileSync(`${rsa}.pub`, `${file}.pub`);
    files.push([name, file]);
  }
  const authorized = files.map(([, file]) => readFileSync(`${file}.pub`, 'utf8'));
  const running = await Promise.all(
    Object.entries(servers).map(async ([name, options]) => ({
      name,
      sshd: await startSshd({ ...options, authorized }),
    })),
  );
  try {
    for (const { sshd } of running) sshd.trust();
    const wanted: Wanted[] = running.map(({ name, sshd }) => ({ name, home: sshd.home, route: sshd.route }));
    const [first] = wanted;
    if (!first) throw new Error('there is a server');
    for (const [name, keyFile] of files) {
      wanted.push({ ...first, name, passphrase: PASSPHRASE, route: { ...first.route, keyFile } });
    }
    const found = await runInElectron<Record<string, string>>('test/integration/ssh/reach-all.ts', wanted);
    const expected = Object.fromEntries(wanted.map(({ name }) => [name, 'reached']));
    expect(found).toEqual({ ...expected, chacha20: 'ssh.noAgreement', group18: 'ssh.noAgreement' });
  } finally {
    await Promise.all(running.map(({ sshd }) => sshd.stop()));
    removeTemporaryFolder(folder);
  }
});
