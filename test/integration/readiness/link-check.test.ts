import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { checkLink } from '../../../src-main/readiness/check-link';
import type { LinkSeen, UnusableLink } from '../../../src-shared/readiness/readiness-facts';
import { selfSigned } from '../../support/certificates';
import { freePorts } from '../../support/free-port';
import { type PageBehaviour, pages, type ResetPage, startResetPage } from '../../support/reset-page';

/** Short for servers that never come to an end, generous for all others. */
const limits = { connectMs: 5_000, answerMs: 1_500, bodyMs: 500 };
const { signal: never } = new AbortController();
let server: ResetPage | undefined;
let other: Server | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
  other?.close();
  other = undefined;
});

async function check(linkBase: string, signal = never, answerMs = limits.answerMs): Promise<LinkSeen> {
  const link = await checkLink(linkBase, signal, { ...limits, answerMs });
  if (link.kind !== 'asked') throw new Error(link.why);
  return link.seen;
}

async function meet(behaviour: PageBehaviour, answerMs?: number): Promise<LinkSeen> {
  server = await startResetPage(behaviour);
  return check(`http://127.0.0.1:${server.port}`, never, answerMs);
}

describe('the page answers', () => {
  test('with its form: status and title, by one GET without cookies', async () => {
    const seen = await meet(pages.form);
    expect(seen).toMatchObject({ secure: false, host: '127.0.0.1', name: { kind: 'found', addresses: ['127.0.0.1'] } });
    expect(seen.page).toEqual({ kind: 'answer', status: 200, title: 'Password Reset' });
    const { port, requests } = server as ResetPage;
    expect(requests).toHaveLength(1);
    const [head = ''] = requests;
    expect(head.split('\r\n')[0]).toBe('GET /identity/person/passwordReminder.htm HTTP/1.1');
    expect(head).toContain(`\r\nHost: 127.0.0.1:${port}\r\n`);
    expect(head).not.toMatch(/cookie|authorization|referer/i);
  });

  test.each<[keyof typeof pages, object]>([
    ['oops', { status: 200, title: 'oxTrust', trouble: 'error' }],
    ['welcome', { status: 200, title: 'It works', trouble: 'noForm' }],
    ['notFound', { status: 404, title: '404 Not Found' }],
    ['unavailable', { status: 503, title: '503' }],
    ['toLogin', { status: 302, location: 'https://gluu.example.org/oxauth/authorize?client_id=x' }],
    ['toOtherHost', { status: 301, location: 'https://www.example.org/' }],
    ['toNowhere', { status: 302 }],
    ['endlessBody', { status: 200, title: 'Endless' }],
    ['slowBody', { status: 200, title: 'Slow' }],
    ['brokenBody', { status: 200, title: 'Broken' }],
    ['brokenChunks', { status: 200 }],
  ])('%s: %j, and is asked no second time', async (name, page) => {
    const seen = await meet(pages[name]);
    expect(seen.page).toEqual({ kind: 'answer', ...page });
    expect(server?.connections()).toBe(1);
    await server?.idle();
  });
});

describe('what answers is hostile', () => {
  test.each<[keyof typeof pages, string]>([
    ['endlessHead', 'HPE_HEADER_OVERFLOW'],
    ['notHttp', 'HPE_INVALID_CONSTANT'],
    ['binary', 'HPE_INVALID_CONSTANT'],
    ['upgrade', 'HPE_UPGRADE'],
    ['endlessInformation', 'HPE_INTERIM'],
    ['twoLengths', 'HPE_UNEXPECTED_CONTENT_LENGTH'],
  ])('%s is reported as no HTTP: %s', async (name, detail) => {
    // It ends by what is said; on a busy machine a flood takes longer than the time that silence is given here.
    expect((await meet(pages[name], 10_000)).page).toEqual({ kind: 'notHttp', detail });
    await server?.idle();
  });

  test.each<[keyof typeof pages, string]>([
    ['silent', 'net.timeout'],
    ['drop', 'net.dropped'],
  ])('%s ends in %s', async (name, code) => {
    expect((await meet(pages[name])).page).toMatchObject({ kind: 'failed', failure: { code } });
    await server?.idle();
  });

  test('texts are made visible and short', async () => {
    const { page } = await meet(pages.hostileTitle);
    expect(page).toEqual({ kind: 'answer', status: 200, title: `\\u{202e}${'x'.repeat(72)}` });
    await server?.stop();
    const { page: redirect } = await meet(pages.toInvisible);
    expect(redirect).toEqual({ kind: 'answer', status: 302, location: 'https://x.example/\u00c2\\u{85}' });
  });
});

describe('the way there', () => {
  test('nothing listens', async () => {
    const [port = 0] = await freePorts(1);
    const seen = await check(`http://127.0.0.1:${port}`);
    expect(seen.page).toMatchObject({ kind: 'failed', failure: { code: 'net.refused' } });
  });

  test('the name does not exist', async () => {
    const seen = await check('https://nowhere.invalid');
    expect(seen.name).toMatchObject({ kind: 'failed', failure: { at: 'nowhere.invalid' } });
    expect(seen).not.toHaveProperty('page');
  });

  test('https to a port that speaks http', async () => {
    server = await startResetPage(pages.form);
    const seen = await check(`https://127.0.0.1:${server.port}`);
    expect(seen.page).toMatchObject({ kind: 'failed', failure: { code: expect.stringMatching(/^(tls|net)\./) } });
    expect(server.requests).toEqual([]);
  });

  test('http to a port that speaks https', async () => {
    server = await startResetPage(pages.form, await selfSigned());
    const { page } = await check(`http://127.0.0.1:${server.port}`);
    expect(page?.kind === 'failed' || page?.kind === 'notHttp').toBe(true);
  });

  test('a handshake that never ends', async () => {
    other = createServer((socket) => socket.on('error', () => {}).resume());
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const link = await checkLink(`https://127.0.0.1:${port}`, never, { ...limits, connectMs: 500 });
    expect(link).toMatchObject({ seen: { page: { kind: 'failed', failure: { code: 'net.timeout' } } } });
  });

  test.each(['silent', 'slowBody'] as const)('%s can be cancelled', async (name) => {
    const cancel = new AbortController();
    server = await startResetPage((socket) => {
      pages[name](socket);
      setTimeout(() => cancel.abort(), 50);
    });
    const slow = { connectMs: 20_000, answerMs: 20_000, bodyMs: 20_000 };
    const failure = checkLink(`http://127.0.0.1:${server.port}`, cancel.signal, slow);
    await expect(failure).rejects.toMatchObject({ code: 'work.cancelled' });
    await server.idle();
  });

  test('a cancelled check asks nobody', async () => {
    server = await startResetPage(pages.form);
    const cancel = new AbortController();
    cancel.abort();
    const failure = checkLink(`http://127.0.0.1:${server.port}`, cancel.signal, limits);
    await expect(failure).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(server.connections()).toBe(0);
  });
});

describe('applianceUrl that is no address to ask', () => {
  test.each<[string, UnusableLink]>([
    ['gluu.example.org', 'noWebAddress'],
    ['ftp://gluu.example.org', 'noWebAddress'],
    ['file:///etc/passwd', 'noWebAddress'],
    ['javascript:alert(1)', 'noWebAddress'],
    ['https://', 'noWebAddress'],
    [' https://gluu.example.org', 'noWebAddress'],
    ['https://user:secret@127.0.0.1', 'tooMuch'],
    ['https://127.0.0.1/?go=', 'tooMuch'],
    ['https://127.0.0.1/#', 'tooMuch'],
    ['https://127.0.0.1?', 'tooMuch'],
    ['https:\\\\127.0.0.1', 'noWebAddress'],
    ['https://127.0.0.1\u200b', 'noWebAddress'],
    ['https://gluu.example.org\nHost: x', 'noWebAddress'],
    ['http://127.0.0.1/admin/restart', 'path'],
  ])('%s', async (linkBase, why) => {
    const link = await checkLink(linkBase, never, limits);
    expect(link).toMatchObject({ kind: 'unusable', why });
    expect(JSON.stringify(link)).not.toContain('secret');
  });

  test('a slash at the end, capitals and a port are taken', async () => {
    server = await startResetPage(pages.form);
    for (const linkBase of [`http://LOCALHOST:${server.port}/`, `HTTP://localhost:${server.port}`]) {
      const { page } = await check(linkBase);
      expect(page).toMatchObject({ status: 200 });
    }
  });
});
