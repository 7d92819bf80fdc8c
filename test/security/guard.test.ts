import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contract } from '../../src-shared/contract/contract';
import { securityCase, titled } from './case';

/** What a script of the page could want opened by the system. */
const addresses = [
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:msgbox(1)',
  'smb://attacker.example/share',
  '\\\\attacker.example\\share',
  'ms-msdt:/id PCWDiagnostic /skip force',
  'search-ms:query=x&crumb=location:\\\\attacker.example\\share',
  'mailto:x@example.org?subject=x%0d%0abcc:y@example.org',
  'https://gluu.org@attacker.example/',
  'https://gluu.org.attacker.example/docs/',
  'https://glυu.org/docs/',
  'http://gluu.org/docs/',
  'https://gluu.org/docs/../redirect?to=https://attacker.example',
  'x-unknown-scheme://run',
];

/** Every call with the address as its whole input and as each field that could name something to open. */
const inputs = (address: string): unknown[] => [
  address,
  ...['link', 'url', 'href', 'address', 'path', 'file'].map((key) => ({ [key]: address })),
];

test(titled('T89'), async () => {
  for (const address of addresses) {
    await securityCase('T89', address, async () => {
      const taking = Object.entries(contract).filter(([, { input }]) =>
        inputs(address).some((given) => {
          const checked = input.safeParse(given);
          return checked.success && JSON.stringify(checked.data ?? null).includes(JSON.stringify(address));
        }),
      );
      expect(taking.map(([name]) => name)).toEqual([]);
    });
  }
});

test('nothing of the app has the system open a page, a file or a program', () => {
  const sources = readdirSync('src-main', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  const opening = /\bopenExternal\b|\bopenPath\b|\bshowItemInFolder\b|\bshell\b[^'\n]*} from 'electron'/;
  expect(sources.filter((file) => opening.test(readFileSync(path.join('src-main', file), 'utf8')))).toEqual([]);
});
