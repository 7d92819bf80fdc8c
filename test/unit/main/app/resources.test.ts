import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ProtocolResponse, Session } from 'electron';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { CONTENT_SECURITY_POLICY, fileFor, serveAppScheme } from '../../../../src-main/app/resources';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

vi.mock('electron', () => ({ protocol: {} }));

const home = makeTemporaryFolder('resources');
afterAll(() => removeTemporaryFolder(home));
const folder = path.join(home, 'renderer');
mkdirSync(path.join(folder, 'assets'), { recursive: true });
mkdirSync(path.join(home, 'renderer-other'));
writeFileSync(path.join(folder, 'index.html'), '<h1>Gluu</h1>');
writeFileSync(path.join(folder, 'assets/index.js'), 'void 0');
writeFileSync(path.join(folder, 'assets/index.js.map'), '{}');
writeFileSync(path.join(folder, 'secret.txt'), 'geheim');
writeFileSync(path.join(folder, 'two words ü.css'), 'a {}');
mkdirSync(path.join(folder, 'folder.js'));
writeFileSync(path.join(home, 'main.js'), 'geheim');
writeFileSync(path.join(home, 'renderer-other/x.js'), 'geheim');
symlinkSync(path.join(home, 'main.js'), path.join(folder, 'link.js'));

type Serve = (request: { url: string }, callback: (response: ProtocolResponse) => void) => void;
let serve: Serve = () => {
  throw new Error('not served');
};
const registerBufferProtocol = (scheme: string, handler: Serve) => {
  if (scheme === 'app') serve = handler;
};
let language = 'en';
serveAppScheme({ protocol: { registerBufferProtocol } } as unknown as Session, folder, () => language);
const answer = (url: string) => new Promise<ProtocolResponse>((resolve) => serve({ url }, resolve));
const get = async (url: string) => {
  const { statusCode, data, headers } = await answer(url);
  expect(data).toBeInstanceOf(Buffer); // nothing else may be given to it
  return { status: statusCode, text: String(data), type: headers?.['Content-Type'] };
};

test.each([
  ['app://ui/', '<h1>Gluu</h1>', 'text/html; charset=utf-8'],
  ['app://ui/index.html', '<h1>Gluu</h1>', 'text/html; charset=utf-8'],
  ['app://ui/index.html?x=/../main.js#/../main.js', '<h1>Gluu</h1>', 'text/html; charset=utf-8'],
  ['app://ui/assets/index.js', 'void 0', 'text/javascript; charset=utf-8'],
  ['app://ui/assets/../index.html', '<h1>Gluu</h1>', 'text/html; charset=utf-8'],
  ['app://ui/two%20words%20%C3%BC.css', 'a {}', 'text/css; charset=utf-8'],
])('%s is served', async (url, text, type) => {
  expect(await get(url)).toEqual({ status: 200, text, type });
});

test.each([
  'app://ui/../main.js',
  'app://ui/..%2fmain.js',
  'app://ui/..%2Fmain.js',
  'app://ui/%2e%2e/main.js',
  'app://ui/%2e%2e%2fmain.js',
  'app://ui/%252e%252e%252fmain.js',
  'app://ui/assets/..%2f..%2fmain.js',
  'app://ui/..%5cmain.js',
  'app://ui/..\\main.js',
  'app://ui/..%2frenderer-other%2fx.js',
  'app://ui//etc/passwd',
  'app://ui/%2fetc%2fpasswd',
  'app://ui/index.html%00.js',
  'app://ui/%00',
  'app://ui/%ff',
  'app://ui/%',
  'app://ui/INDEX.HTML',
  'app://ui/secret.txt',
  'app://ui/assets/index.js.map',
  'app://ui/assets',
  'app://ui/assets/',
  'app://ui/folder.js',
  'app://ui/link.js',
  'app://ui/nothing.js',
  'app://ui/package.json',
  `app://ui/${'x/'.repeat(50_000)}x.js`,
  `app://ui/${'x'.repeat(100_000)}.js`,
  'app://other/index.html',
  'app://ui.example/index.html',
  'app://ui:80/index.html',
  'app:///index.html',
  'app:',
  '',
])('%s is not', async (url) => {
  expect(await get(url)).toEqual({ status: 404, text: 'not found', type: expect.stringContaining('text/plain') });
});

test('fileFor names no file outside the folder, whatever the encoding', () => {
  const parts = ['..', '.', '%2e%2e', '%2E.', '..%2f', '%5c..', 'renderer', 'main.js', 'assets', '', '%00', '~', 'C:'];
  const urls = parts.flatMap((a) => parts.flatMap((b) => parts.map((c) => `app://ui/${a}/${b}/${c}/main.js`)));
  const found = urls.map((url) => fileFor(url, folder)?.path).filter((file) => file !== undefined);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((file) => path.relative(folder, file).startsWith('..'))).toEqual([]);
});

test('the page has the platform and the language that is spoken when it is loaded, and other files stay as they are', async () => {
  const page = '<!doctype html>\n<html lang="en">\n</html>\n';
  writeFileSync(path.join(folder, 'page.html'), page);
  writeFileSync(path.join(folder, 'page.js'), page);
  const begins = (language: string) => `<html lang="${language}" data-platform="${process.platform}">`;
  expect((await get('app://ui/page.html')).text).toContain(begins('en'));
  language = 'ru';
  expect((await get('app://ui/page.html')).text).toContain(begins('ru'));
  expect((await get('app://ui/page.js')).text).toBe(page);
});

describe('the headers', () => {
  test('lock the page, on each file', async () => {
    for (const url of ['app://ui/', 'app://ui/assets/index.js']) {
      const { headers } = await answer(url);
      expect(headers?.['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY);
      expect(headers?.['X-Content-Type-Options']).toBe('nosniff');
      expect(headers?.['Referrer-Policy']).toBe('no-referrer');
    }
  });

  test('allow nothing that is not our own, and no text to become code', () => {
    const rules = new Map(CONTENT_SECURITY_POLICY.split('; ').map((rule) => rule.split(/ (.*)/) as [string, string]));
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    expect(rules.get('connect-src')).toBe("'none'");
    expect(rules.get('require-trusted-types-for')).toBe("'script'");
    expect(rules.get('trusted-types')).toBe('mail-preview');
    for (const name of ['base-uri', 'form-action', 'frame-src', 'frame-ancestors']) {
      expect(rules.get(name)).toBe("'none'"); // default-src does not stand in for these
    }
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|data:|blob:|https?:|\*|nonce|strict-dynamic/);
  });
});
