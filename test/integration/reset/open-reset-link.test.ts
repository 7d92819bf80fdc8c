import { afterEach, describe, expect, test } from 'vitest';
import { openResetLink } from '../../../src-main/reset/open-reset-link';
import { resetLink } from '../../../src-shared/gluu/reset-link';
import { selfSigned } from '../../support/certificates';
import { inEnglish } from '../../support/english';
import { type PageBehaviour, pages, type ResetPage, startResetPage } from '../../support/reset-page';

let server: ResetPage;
afterEach(() => server.stop());

const guid = 'l!l9v8vsn0dnov2z';
const limits = { connectMs: 5000, answerMs: 2000, bodyMs: 500 };
const send =
  (head: string, body = ''): PageBehaviour =>
  (socket) =>
    void socket.end(`${head}\r\n\r\n${body}`);
const form = send('HTTP/1.1 200 OK\r\nContent-Type: text/html', '<form><input id="a" type="password" /></form>');
const to = (location: string) => send(`HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ${location}`);

async function open(behaviour: PageBehaviour, link: 'path' | 'query' = 'path') {
  server = await startResetPage(behaviour);
  const url = resetLink(`http://127.0.0.1:${server.port}`, link, guid);
  return inEnglish(await openResetLink(url, new AbortController().signal, { limits }));
}

describe('a reset link', () => {
  test('works when the form answers', async () => {
    expect(await open(form)).toEqual({ good: true, text: 'The form for a new password opens.' });
    expect(server.requests[0]).toMatch(/^GET \/identity\/resetPassword\/l!l9v8vsn0dnov2z HTTP/);
  });

  test('is asked with its guid as a parameter as well', async () => {
    expect(await open(form, 'query')).toMatchObject({ good: true });
    expect(server.requests[0]).toMatch(/^GET \/identity\/resetPassword\.htm\?guid=l!l9v8vsn0dnov2z HTTP/);
  });

  test.each<[string, PageBehaviour, RegExp]>([
    ['a page without a password field', pages.form, /no field/],
    ['404', pages.notFound, /404/],
    ['503', pages.unavailable, /503/],
    ['another host', pages.toOtherHost, /www\.example\.org/],
    ['the login of another host', pages.toLogin, /gluu\.example\.org/],
    ['the login', to('/oxauth/login.htm'), /login/],
    ['the page that asks for a new link', to('/identity/person/passwordReminder.htm'), /new one/],
    ['somewhere else', to('/identity/home.htm'), /home\.htm/],
    ['nowhere', pages.toNowhere, /redirects/],
    ['itself for ever', to('/identity/resetPassword/again'), /never gets to the form/],
    ['something that is no web server', pages.notHttp, /not a web server/],
  ])('does not work when it meets %s', async (_, behaviour, text) => {
    const answer = await open(behaviour);
    expect(answer).toMatchObject({ good: false, text: expect.stringMatching(text) });
    expect(answer.text).not.toContain(guid);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  test('is followed on its own host to its form', async () => {
    let asked = 0;
    const answer = await open((socket) => {
      asked += 1;
      (asked === 1 ? to('/identity/resetPassword.htm?cid=1') : form)(socket);
    });
    expect(answer.good).toBe(true);
  });

  test('fails with the reason when nobody answers', async () => {
    await expect(open(pages.silent)).rejects.toMatchObject({ code: 'net.timeout' });
  });
});

describe('a link that others could read on the way', () => {
  const ask = async (link: string) => inEnglish(await openResetLink(link, new AbortController().signal, { limits }));

  test('is not sent to a server whose certificate is not trusted', async () => {
    server = await startResetPage(form, await selfSigned());
    const answer = await ask(resetLink(`https://127.0.0.1:${server.port}`, 'path', guid));
    expect(answer).toMatchObject({
      good: false,
      text: expect.stringMatching(/does not trust the certificate\. .*self-signed/i),
    });
    expect(server.requests).toEqual([]);
  });

  test('is sent where the app knows the certificate', async () => {
    const tls = await selfSigned();
    server = await startResetPage(form, tls);
    const link = resetLink(`https://127.0.0.1:${server.port}`, 'path', guid);
    const trusts = (sha256: string) => sha256 === tls.sha256;
    expect(await openResetLink(link, new AbortController().signal, { limits, trusts })).toMatchObject({ good: true });
  });

  test('is not sent over http but to this computer, and to nothing but a reset page', async () => {
    server = await startResetPage(form);
    const port = server.port;
    for (const link of [
      resetLink('http://gluu.example.org', 'path', guid),
      resetLink(`http://user:x@127.0.0.1:${port}`, 'path', guid),
      `http://127.0.0.1:${port}/admin/resetPassword/${guid}`,
      resetLink(`http://127.0.0.1:${port}/path`, 'path', guid),
      resetLink('file:///etc', 'path', guid),
      'no address',
    ]) {
      expect(await ask(link)).toMatchObject({ good: false, text: expect.stringMatching(/^Not opened/) });
    }
    expect(server.connections()).toBe(0);
  });
});
