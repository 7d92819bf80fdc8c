import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConfigReader } from '../../../src-main/ssh/ssh-config-file';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const hasSsh = spawnSync('ssh', ['-V']).status === 0;
const CONFIGURATIONS = 250;
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);

let home: string;
let config: string;
beforeAll(() => {
  home = makeTemporaryFolder('ssh-config');
  config = path.join(home, '.ssh', 'config');
  mkdirSync(path.join(home, '.ssh', 'more.d', 'folder'), { recursive: true });
  const include = (name: string, text: string) => writeFileSync(path.join(home, '.ssh', 'more.d', name), text);
  include('10-a', 'Port 1010\nHost gluu\n  User included\n');
  include('b.conf', 'IdentityFile /keys/included\nHost other\n  HostName wrong.example\n');
  include('.hidden', 'Port 9999\n');
  // By their names: what brackets of all kinds mean.
  for (const name of ['A', 'x', 'é', '_', ']', '^', '-'])
    include(name, `HostKeyAlias met-${Buffer.from(name).toString('hex')}\n`);
});
afterAll(() => removeTemporaryFolder(home));

/** Numbers that repeat with their seed (mulberry32). */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const lines = (): string[] => [
  'Host gluu',
  'Host *',
  'Host g?u* !other',
  'Host !gluu *',
  'Host "gluu" # the one',
  'Match all',
  'Match !all',
  'Match host gluu',
  'Match host real.example',
  'Match !host gluu',
  'Match originalhost gluu user ada',
  'Match user ada,eve',
  'Match localuser nobody-here',
  'Match !localuser nobody-here',
  'Match exec false host elsewhere',
  'Match host elsewhere exec false',
  'Match !canonical',
  'Match canonical',
  'Host GLUU',
  'Host g*U',
  'Host REAL.example',
  'Match host=gluu',
  'Match host=GLUU,other',
  'Match !user=ADA',
  'Match user ADA',
  'Match originalhost Gluu',
  'Match final',
  'Match !final',
  'Match final host real.example',
  'Match host real.example !final',
  'HostName real.example',
  'HostName REAL.example',
  'HostName=%h.example',
  'Port 2200',
  'port = 2201',
  '  Port "2202"',
  'User ada',
  "User 'DOMAIN\\\\bob'",
  'User DOM\\ AIN',
  'User eve#1',
  'User eve # a comment',
  'IdentityFile /keys/a#1',
  'IdentityFile "/keys/with blank"',
  'IdentityFile /keys/with\\ blank',
  'IdentityFile none',
  'ProxyJump jump',
  'ProxyJump eve@jump:2022 # a comment',
  'ProxyJump none',
  'ProxyCommand none',
  'ProxyCommand nc %h %p',
  'HostKeyAlias prod',
  'CanonicalizeHostname no',
  'CertificateFile /keys/a-cert.pub',
  'PKCS11Provider none',
  'AddressFamily inet',
  'GSSAPIAuthentication yes',
  `Include ${home}/.ssh/more.d/*`,
  `Include ${home}/.ssh/m*.d/[0-9]*`,
  `Include ${home}/.ssh/more.d/folder ${home}/.ssh/missing`,
  ...BRACKETS.map((pattern) => `Include ${home}/.ssh/more.d/${pattern}`),
  '# a comment',
  '',
];

const BRACKETS = [
  '[[:digit:]]*',
  '[[:alpha:]]',
  '[![:alnum:]]',
  '[[:lower:]_]',
  '[[:nope:]]',
  '[]x]',
  '[!]x]',
  '[^]',
  '[^x]',
  '[a-]',
  '[z-a]',
  '[\\]]',
  '\\*',
  '\\x',
  '[',
  '?',
  '??',
];

const KEYWORDS = ['hostname', 'port', 'user', 'proxyjump', 'proxycommand', 'hostkeyalias'];

/** What the installed ssh says, or its words where it refuses the file. */
function openSsh(host: string): Record<string, string[]> | string {
  const { status, stdout, stderr } = spawnSync('ssh', ['-G', '-F', config, host], { encoding: 'utf8' });
  if (status !== 0) return stderr;
  const said: Record<string, string[]> = {};
  for (const line of stdout.split('\n')) {
    const [keyword = '', ...rest] = line.split(' ');
    said[keyword] = [...(said[keyword] ?? []), rest.join(' ')];
  }
  return said;
}

const notNone = (text: string | undefined) => (text?.toLowerCase() === 'none' ? undefined : text);

/** OpenSSH shows these in lower case. */
const LOWER = ['hostname', 'hostkeyalias'];

async function compare(text: string, host = 'gluu'): Promise<void> {
  writeFileSync(config, text);
  const theirs = openSsh(host);
  // What ssh refuses for the whole file is no question of values.
  if (typeof theirs === 'string') return;
  const ours = await createConfigReader(home).valuesFor(host, undefined);
  for (const keyword of KEYWORDS) {
    const [value] = ours.get(keyword) ?? [];
    if (value === undefined && (keyword === 'hostname' || keyword === 'port' || keyword === 'user')) continue;
    const filled = keyword === 'hostname' ? value?.replaceAll('%h', host) : value;
    const here = LOWER.includes(keyword) ? filled?.toLowerCase() : filled;
    expect(notNone(here), `${keyword} of ${host} in\n${text}`).toBe(notNone(theirs[keyword]?.[0]));
  }
  const usual = ours.has('identityfile') ? undefined : theirs.identityfile;
  const files = usual ?? [...new Set(ours.get('identityfile'))];
  expect(files, `identityfile of\n${text}`).toEqual(theirs.identityfile);
}

const unless = hasSsh ? '' : ' (skipped: no OpenSSH client is installed here)';

describe.skipIf(!hasSsh)(`the values of a configuration are those of ssh -G${unless}`, () => {
  test(`in ${CONFIGURATIONS} configurations put together by chance (FUZZ_SEED=${seed})`, {
    timeout: 120_000,
  }, async () => {
    const next = numbers(seed);
    const all = lines();
    for (let count = 0; count < CONFIGURATIONS; count += 1) {
      const length = 1 + Math.floor(next() * 12);
      const chosen = Array.from({ length }, () => all[Math.floor(next() * all.length)] ?? '');
      await compare(`${chosen.join('\n')}\n`, next() < 0.7 ? 'gluu' : 'GLUU');
    }
  });

  test('with each line alone', { timeout: 60_000 }, async () => {
    for (const line of lines()) {
      for (const host of ['gluu', 'GLUU']) await compare(`${line}\nPort 7\nUser last\n`, host);
    }
  });
});
