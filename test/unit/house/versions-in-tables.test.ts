import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownFiles } from './own-files';

/** What differs by version is a row of one of these. */
const tables = [
  'src-main/gluu-ldap/version-markers.ts',
  'src-shared/gluu/own-labels.ts',
  'src-shared/gluu/pages/pages-of-appliance.ts',
  'src-shared/gluu/pages/pages-of-configuration.ts',
  'src-shared/gluu/pages/served-versions.ts',
  'src-shared/gluu/reset-versions.ts',
  'src-shared/gluu/save-versions.ts',
  'src-shared/gluu/tree-versions.ts',
  'src-shared/verdict/gluu-versions.ts',
];
/** The demo names the versions of its trees; replies of mail servers have enhanced status codes, which look the same (RFC 3463). */
const others = /^src-main\/demo\/|^src-shared\/diagnosis\//;

/** Texts that are a version of Gluu, other than an attribute of an element, and patterns that a version is held against. */
const versionsIn = (text: string): string[] => [
  ...(text.match(/(?<!=)(['"`])(?:2\.4|3\.[01]|4\.[0-5]|5\.\d)(?:\.\d+)?(?:[.-]\w+)?\1/g) ?? []),
  ...(text.match(/\/\.(?:test|exec)\(\s*version\b|\bversion\w*(?:\s*\?\?\s*'')?\.(?:startsWith|match)\(/g) ?? []),
];

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const files = ownFiles(/\.tsx?$/).filter((file) => file.startsWith('src-') && !others.test(file));

test('versions stand in tables only', () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => versionsIn(withoutComments(readFileSync(file, 'utf8'))).length > 0);
  expect(found).toEqual(tables);
});

test.each([
  "if (version === '3.1.2')",
  "compareVersions(least, '4.0') < 0",
  'const last = "3.1.7.sp1";',
  'since: `4.5.5-Final`',
  "/^[23]/.test(version ?? '')",
  "version.startsWith('3')",
])('%s is seen', (text) => expect(versionsIn(text)).not.toEqual([]));

test.each(['strokeWidth="2.4"', "tls: '1.2'", "oid: '1.3.6.1'", "'oxCore version_3.1.2 MailService.java'"])(
  '%s is not meant',
  (text) => expect(versionsIn(text)).toEqual([]),
);
