import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { keyOpener } from '../../../src-main/ssh/key-opener';
import { inEnglish } from '../../support/english';
import { runTool } from '../../support/run-tool';
import { makeKey, type Sshd, startSshd } from '../../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { afterAll, beforeAll, describe, expect, test } from './as-root';
import { failureOf, noSecrets, routesOf, watchedWork } from './ssh-bench';

const PASSPHRASE = 'correct horse';
/** Two files of PuTTYgen 0.78 for one key, made for these tests alone. */
const ppkKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIORw2QqLbROIdsZh/b4JLlUXzl9sBc2ydFX50WQ2AHUj';
const ppkPublic = `Comment: test
Public-Lines: 2
AAAAC3NzaC1lZDI1NTE5AAAAIORw2QqLbROIdsZh/b4JLlUXzl9sBc2ydFX50WQ2
AHUj`;
const ppk2 = `PuTTY-User-Key-File-2: ssh-ed25519
Encryption: aes256-cbc
${ppkPublic}
Private-Lines: 1
WYQr7rcUBHVMwbMmGEeABFVPZXydkk6Y+P4InZ6b3HMjk9eJz2Wp8k+wy9KNIr2n
Private-MAC: 39cf51cfe9d213f6fed6dbac9e24f63cac447c99
`;
const ppk3 = `PuTTY-User-Key-File-3: ssh-ed25519
Encryption: none
${ppkPublic}
Private-Lines: 1
AAAAIFlhg0yZXxcZhAvrtiqLPxNSOSqt/8n2wT1WyHIe7NX1
Private-MAC: 9f33c3ad2a85c60ac897a4107ec671c19359be19f82cd332cfbbc14c0292ff08
`;

let folder: string;
let sshd: Sshd;
const at = (name: string) => join(folder, name);
const put = (name: string, text: string | Buffer) => {
  writeFileSync(at(name), text, { mode: 0o600 });
  return at(name);
};
const text = (name: string) => readFileSync(at(name), 'utf8');
beforeAll(async () => {
  folder = makeTemporaryFolder('key-files');
  await makeKey(at('plain'), ['-t', 'ed25519']);
  await makeKey(at('locked'), ['-t', 'ed25519', '-a', '4'], PASSPHRASE);
  await makeKey(at('rsa'), ['-t', 'rsa', '-b', '2048']);
  await makeKey(at('ecdsa'), ['-t', 'ecdsa']);
  const keys = ['plain', 'locked', 'rsa', 'ecdsa'].map((name) => text(`${name}.pub`));
  sshd = await startSshd({ authorized: [...keys, ppkKey] });
  sshd.trust();
});
afterAll(async () => {
  await sshd.stop();
  removeTemporaryFolder(folder);
});

async function logIn(keyFile: string, passphrase?: string) {
  const { routes } = routesOf(sshd.home);
  const secrets = { ...noSecrets, passphrase: async () => passphrase };
  const failure = await failureOf(routes.network('a', { ...sshd.route, keyFile }, secrets, watchedWork().work));
  routes.closeAll();
  return failure;
}
const openssl = (...args: string[]) => runTool('openssl', args);

describe('a key file logs in', () => {
  test.each<[string, () => string]>([
    ['with Windows line ends', () => put('crlf', text('plain').replaceAll('\n', '\r\n'))],
    ['with a byte order mark', () => put('bom', `\ufeff${text('plain')}`)],
    ['in UTF-16, as PowerShell writes', () => put('utf16', Buffer.from(`\ufeff${text('plain')}`, 'utf16le'))],
    [
      'with its certificate behind it',
      () => put('certificate', `${text('plain')}ssh-ed25519-cert-v01@openssh.com AAAA x\n`),
    ],
    ['with text before it', () => put('before', `# key of the bastion\nFrom: ops\n\n${text('plain')}`)],
    ['with blanks around its lines', () => put('blanks', text('plain').replaceAll('\n', '  \n  '))],
    ['without a line end', () => put('no-end', text('plain').trimEnd())],
    ['of PuTTY, version 3', () => put('ppk3', ppk3)],
    ['of PuTTY, version 3, with Windows line ends', () => put('ppk3-crlf', ppk3.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, file) => {
    expect(await logIn(file())).toBeUndefined();
  });

  test.each<[string, () => string]>([
    ['with Windows line ends', () => put('locked-crlf', text('locked').replaceAll('\n', '\r\n'))],
    ['with text around it', () => put('locked-text', `a\n${text('locked')}\nb\n`)],
    ['of PuTTY, version 2', () => put('ppk2', ppk2)],
  ])('with a passphrase, %s', async (_, file) => {
    const passphrase = _.includes('PuTTY') ? 'horse' : PASSPHRASE;
    expect(await logIn(file(), passphrase)).toBeUndefined();
    expect(await logIn(file(), 'wrong')).toMatchObject({
      code: 'ssh.passphrase',
      facts: { why: 'The stored passphrase does not open it.' },
    });
  });

  const ciphers = [
    'aes128-cbc',
    'aes192-cbc',
    'aes256-cbc',
    'aes128-ctr',
    'aes192-ctr',
    'aes256-ctr',
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    '3des-cbc',
  ];
  test.each(ciphers)('encrypted with %s', async (cipher) => {
    const file = put(`cipher-${cipher}`, text('plain'));
    await runTool('ssh-keygen', ['-q', '-p', '-a', '4', '-Z', cipher, '-P', '', '-N', PASSPHRASE, '-f', file]);
    expect(await logIn(file, PASSPHRASE)).toBeUndefined();
  });

  test.each([
    ['AES-256', '-aes256'],
    ['Triple DES', '-des3'],
  ])('in PEM encrypted with %s', async (_, cipher) => {
    await runTool('ssh-keygen', ['-q', '-p', '-m', 'PEM', '-P', '', '-N', '', '-f', put('pem', text('rsa'))]);
    const file = at(`pem${cipher}`);
    await openssl('rsa', '-in', at('pem'), '-traditional', cipher, '-passout', `pass:${PASSPHRASE}`, '-out', file);
    expect(readFileSync(file, 'utf8')).toContain('DEK-Info');
    expect(await logIn(file, PASSPHRASE)).toBeUndefined();
    expect(await logIn(file, 'wrong')).toMatchObject({ code: 'ssh.passphrase' });
  });

  test.each([
    ['RSA', 'rsa'],
    ['ECDSA', 'ecdsa'],
  ])('in PKCS #8 of openssl: %s', async (_, name) => {
    await runTool('ssh-keygen', ['-q', '-p', '-m', 'PEM', '-P', '', '-N', '', '-f', put(`${name}-pem`, text(name))]);
    const convert = ['pkcs8', '-topk8', '-in', at(`${name}-pem`), '-out', at(`${name}-p8`)];
    await openssl(...convert, '-nocrypt');
    expect(await logIn(at(`${name}-p8`))).toBeUndefined();
    for (const kind of [
      ['-v2', 'aes-256-cbc'],
      ['-v2', 'des3'],
      ['-v1', 'PBE-SHA1-3DES'],
    ]) {
      await openssl(...convert, ...kind, '-passout', `pass:${PASSPHRASE}`);
      expect(await logIn(at(`${name}-p8`), PASSPHRASE), kind.join(' ')).toBeUndefined();
      expect(await logIn(at(`${name}-p8`), 'wrong')).toMatchObject({ code: 'ssh.passphrase' });
    }
  });

  test('in PKCS #8 with Ed25519', async () => {
    await openssl('genpkey', '-algorithm', 'ed25519', '-out', at('ed-p8'));
    // Read as far as the server's own no: no other tool here writes that key for sshd.
    expect(await logIn(at('ed-p8'))).toMatchObject({ code: 'ssh.login', facts: { tried: `key ${at('ed-p8')}` } });
  });

  test('with the parameters of its curve before it, as openssl writes', async () => {
    await runTool('ssh-keygen', ['-q', '-p', '-m', 'PEM', '-P', '', '-N', '', '-f', put('ec-pem', text('ecdsa'))]);
    const parameters = await openssl('ecparam', '-name', 'prime256v1');
    expect(await logIn(put('ec-parameters', parameters + text('ec-pem')))).toBeUndefined();
  });
});

describe('a key file that cannot be used says what it is and what to do', () => {
  async function encrypted(cipher: string) {
    const file = put('other', text('plain'));
    await runTool('ssh-keygen', ['-q', '-p', '-a', '4', '-Z', cipher, '-P', '', '-N', PASSPHRASE, '-f', file]);
    return file;
  }
  /** A private key without its private part: nothing of it is read before its type. */
  const sk = () => {
    const [type, publicKey] = [Buffer.from('sk-ssh-ed25519@openssh.com'), Buffer.alloc(32)];
    const string = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
    const none = string(Buffer.from('none'));
    const blob = Buffer.concat([string(type), string(publicKey), string(Buffer.from('ssh:'))]);
    const whole = ['openssh-key-v1\0', none, none, string(Buffer.alloc(0)), Buffer.from([0, 0, 0, 1]), string(blob)];
    const body = Buffer.concat([...whole.map((each) => Buffer.from(each as Buffer)), string(Buffer.alloc(64))]);
    return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;
  };

  test.each<[string, () => string | Promise<string>, string[]]>([
    [
      'encrypted with ChaCha20-Poly1305',
      () => encrypted('chacha20-poly1305@openssh.com'),
      ['chacha20-poly1305@openssh.com', 'ssh-keygen -p -Z aes256-ctr'],
    ],
    [
      'of PuTTY, version 3, with a passphrase',
      () => put('ppk3-locked', ppk3.replace('none', 'aes256-cbc')),
      ['version 3', 'PuTTYgen', 'OpenSSH'],
    ],
    ['of PuTTY, version 1', () => put('ppk1', ppk2.replace('File-2', 'File-1')), ['version 1', 'PuTTYgen']],
    ['of PuTTY, damaged', () => put('ppk-damaged', ppk3.replace('AAAAIFlh', 'AAAAIFlg')), ['damaged']],
    ['for a security key', () => put('sk', sk()), ['security key (FIDO)']],
    ['with DSA', () => makeKey(at('dsa'), ['-t', 'dsa']), ['DSA', 'ssh-keygen -t ed25519']],
    ['with DSA in PEM', () => makeKey(at('dsa-pem'), ['-t', 'dsa', '-m', 'PEM']), ['DSA']],
    [
      'in PEM encrypted with Camellia',
      async () => {
        await openssl('genrsa', '-traditional', '-camellia128', '-passout', 'pass:x', '-out', at('camellia'), '2048');
        return at('camellia');
      },
      ['CAMELLIA-128-CBC', 'ssh-keygen -p'],
    ],
    [
      'in PKCS #8 with scrypt',
      async () => {
        await openssl('genpkey', '-algorithm', 'ed25519', '-out', at('for-scrypt'));
        await openssl(
          'pkcs8',
          '-topk8',
          '-scrypt',
          '-in',
          at('for-scrypt'),
          '-passout',
          'pass:x',
          '-out',
          at('scrypt'),
        );
        return at('scrypt');
      },
      ['openssl pkcs8 -topk8'],
    ],
    [
      'for another curve',
      async () => {
        await openssl('ecparam', '-name', 'secp256k1', '-genkey', '-noout', '-out', at('koblitz'));
        return at('koblitz');
      },
      ['EC, SECP256K1', 'ssh-keygen -t ed25519'],
    ],
    ['cut short', () => put('cut', text('plain').slice(0, 200)), ['not a private key in a known format']],
    ['with a part missing', () => put('part', text('plain').replace(/\n.{70}\n/, '\n')), ['known format']],
    [
      'with a part missing, locked',
      () => put('part2', text('locked').replace(/\n.{70}\n(?=.+\n---)/, '\n')),
      ['damaged: a part'],
    ],
    [
      'that is a public key of PEM',
      async () => put('spki', await runTool('ssh-keygen', ['-e', '-m', 'PKCS8', '-f', at('rsa.pub')])),
      ['It is a public key.'],
    ],
    [
      'that is a public key of RFC 4716',
      async () => put('rfc4716', await runTool('ssh-keygen', ['-e', '-f', at('plain.pub')])),
      ['It is a public key.'],
    ],
    [
      'that is a certificate alone',
      () => put('cert', 'ssh-ed25519-cert-v01@openssh.com AAAA x\n'),
      ['not a private key'],
    ],
  ])('%s', async (_, file, words) => {
    const failure = await logIn(await file(), PASSPHRASE);
    expect(failure).toMatchObject({ code: 'ssh.keyUnreadable', stage: 'SSH login' });
    for (const word of words) expect(failure).toMatchObject({ facts: { why: expect.stringContaining(word) } });
  });
});

describe('a key with many rounds', () => {
  /** About a second here. */
  const ROUNDS = '60';
  const threadFile = inject('helpers').keyThread;
  beforeAll(async () => {
    copyFileSync(at('plain'), at('slow'));
    await runTool('ssh-keygen', ['-q', '-p', '-a', ROUNDS, '-P', '', '-N', PASSPHRASE, '-f', at('slow')]);
  });

  test('is opened while everything else goes on', async () => {
    const { routes } = routesOf(sshd.home, undefined, {}, keyOpener(threadFile));
    const secrets = { ...noSecrets, passphrase: async () => PASSPHRASE };
    let [longest, last] = [0, performance.now()];
    const began = last;
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const failure = await failureOf(
      routes.network('a', { ...sshd.route, keyFile: at('slow') }, secrets, watchedWork().work),
    );
    clearInterval(ticking);
    routes.closeAll();
    expect(failure).toBeUndefined();
    expect(longest).toBeLessThan((performance.now() - began) / 3);
  });

  test('does not use up the time for the login', async () => {
    const { routes } = routesOf(sshd.home, undefined, { loginMs: 400 }, keyOpener(threadFile));
    const secrets = { ...noSecrets, passphrase: async () => PASSPHRASE };
    const way = { ...sshd.route, keyFile: at('slow') };
    expect(await failureOf(routes.network('a', way, secrets, watchedWork().work))).toBeUndefined();
    routes.closeAll();
  });

  test('is left at once when the user cancels', async () => {
    const cancel = new AbortController();
    const opening = keyOpener(threadFile)(text('slow'), PASSPHRASE, cancel.signal);
    setTimeout(() => cancel.abort(), 100);
    const began = performance.now();
    expect(await failureOf(opening)).toMatchObject({ code: 'work.cancelled' });
    expect(performance.now() - began).toBeLessThan(800);
  });

  test('that nobody would wait for says so', async () => {
    const never = new AbortController().signal;
    const opened = await keyOpener(threadFile, 200)(text('slow'), PASSPHRASE, never);
    expect(inEnglish(opened)).toMatchObject({ unreadable: expect.stringContaining('too many rounds') });
  });
});
