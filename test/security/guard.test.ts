import { expect, test } from 'vitest';
import { shellService } from '../../src-main/app/shell-service';
import { answer } from '../../src-main/ipc/answer';
import { unwatchedWork } from '../../src-main/ipc/work';
import { externalLinks } from '../../src-shared/model/app';
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

function app() {
  const opened: string[] = [];
  const calls = shellService({
    openLink: async (address: string) => void opened.push(address),
    lock: { onLock: () => {} },
    isAsked: () => true,
  } as unknown as Parameters<typeof shellService>[0]);
  const bugs: unknown[] = [];
  const open = (link: unknown, more: object = {}) =>
    answer(calls, 'app.openLink', { link, ...more }, unwatchedWork(), (bug) => bugs.push(bug));
  return { opened, bugs, open };
}

test(titled('T89', 'the system opens the pages of the list, by name, and nothing else'), async () => {
  for (const address of addresses) {
    await securityCase('T89', address, async () => {
      const { opened, bugs, open } = app();
      expect(await open(address)).toMatchObject({ ok: false, failure: { code: 'input.invalid' } });
      expect(opened).toEqual([]);
      // An address beside a good name is not looked at.
      await open('gluuDocs', { address, url: address, href: address });
      expect(opened).toEqual([externalLinks.gluuDocs]);
      expect(bugs).toEqual([]);
    });
  }
});

test('every page of the list is https and each has its own host', () => {
  for (const address of Object.values(externalLinks)) {
    const { protocol, username, password, host } = new URL(address);
    expect({ protocol, username, password }).toEqual({ protocol: 'https:', username: '', password: '' });
    expect(['gluu.org', 'github.com']).toContain(host);
  }
});
