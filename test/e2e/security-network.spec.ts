import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';
import { expect } from './support/app';
import { compromised, test } from './support/compromised';

const inside = compromised();

/** Asks the window's own session for an address, as its loader does; gives the status, or what went wrong. */
const load = (address: string) =>
  inside.app.electron.evaluate(
    ({ BrowserWindow }, url) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.session.fetch(url)
        .then(
          ({ status }) => String(status),
          (error: Error) => error.message,
        ),
    address,
  );

test.describe('the network', () => {
  test('the listening post hears TCP and UDP', async () => {
    const { port, heard } = inside.post;
    await once(net.connect(port, '127.0.0.1'), 'connect');
    const udp = createSocket('udp4');
    udp.send('x', port, '127.0.0.1');
    await expect.poll(() => heard.toSorted()).toEqual(['tcp', 'udp']);
    udp.close();
    heard.length = 0;
  });

  test('is out of reach of everything a page can load', async () => {
    const { port } = inside.post;
    const arrived = await inside.app.page.evaluate(async (port) => {
      const away = `http://127.0.0.1:${port}/x`;
      const arrived: string[] = [];
      const attempt = async (name: string, run: () => unknown) => {
        try {
          await run();
          arrived.push(name);
        } catch {
          // refused, as it should be; what got through is counted at the other end too
        }
      };
      const loads = (tag: string, name: string, about: object = {}, value = away) =>
        new Promise((resolve, reject) => {
          const element = Object.assign(document.createElement(tag), about);
          element.onload = resolve;
          element.onerror = () => reject(new Error(tag));
          element.setAttribute(name, value);
          document.body.append(element);
          setTimeout(() => reject(new Error('nothing came')), 1500);
        });
      await Promise.all([
        attempt('fetch', () => fetch(away)),
        attempt('fetch without CORS', () => fetch(away, { mode: 'no-cors', keepalive: true })),
        attempt('XMLHttpRequest', () => {
          const request = new XMLHttpRequest();
          request.open('GET', away, false);
          request.send();
        }),
        attempt('WebSocket', () => {
          const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
          return new Promise((resolve, reject) => {
            socket.onopen = resolve;
            socket.onerror = () => reject(new Error('refused'));
          });
        }),
        attempt('EventSource', () => {
          const source = new EventSource(away);
          return new Promise((resolve, reject) => {
            source.onopen = resolve;
            source.onerror = () => reject(new Error('refused'));
          }).finally(() => source.close());
        }),
        attempt('image', () => loads('img', 'src')),
        attempt('image set', () => loads('img', 'srcset')),
        attempt('style sheet', () => loads('link', 'href', { rel: 'stylesheet' })),
        attempt('script', () => loads('script', 'src')),
        attempt('prefetch', () => loads('link', 'href', { rel: 'prefetch' })),
        attempt('preload', () => loads('link', 'href', { rel: 'preload', as: 'image' })),
        attempt('module preload', () => loads('link', 'href', { rel: 'modulepreload' })),
        attempt('icon', () => loads('link', 'href', { rel: 'icon' })),
        attempt('manifest', () => loads('link', 'href', { rel: 'manifest' })),
        attempt('video', () => loads('video', 'src')),
        attempt('track', () => loads('track', 'src')),
        attempt('font', () => new FontFace('x', `url(${away})`).load()),
        attempt('file', () => fetch('file:///etc/passwd')),
      ]);
      navigator.sendBeacon(away, 'x');
      for (const rel of ['preconnect', 'dns-prefetch', 'prerender']) {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: away }));
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { background-image: url(${away}) }`);
      document.adoptedStyleSheets.push(sheet);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      document.adoptedStyleSheets.pop();
      return arrived;
    }, port);
    expect(arrived).toEqual([]);
    expect(inside.post.heard).toEqual([]);
  });

  test('is out of reach of WebRTC: no datagram, no TURN connection, no address of this machine', async () => {
    const { port } = inside.post;
    const candidates = await inside.app.page.evaluate(async (port) => {
      const turn = { username: 'x', credential: 'x' };
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${port}` },
          { urls: `turn:127.0.0.1:${port}?transport=udp`, ...turn },
          { urls: `turn:127.0.0.1:${port}?transport=tcp`, ...turn },
          { urls: `turns:127.0.0.1:${port}?transport=tcp`, ...turn },
        ],
      });
      const found: string[] = [];
      peer.onicecandidate = ({ candidate }) => candidate?.candidate && found.push(candidate.candidate);
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 4000));
      peer.close();
      return found;
    }, port);
    expect(candidates).toEqual([]);
    expect(inside.post.heard).toEqual([]);
  });

  test('is closed to the session itself: what asks in its name is refused, names do not resolve', async () => {
    const { port } = inside.post;
    expect(await load(`http://127.0.0.1:${port}/`)).toMatch(/^net::ERR_/);
    expect(await load(`http://localhost:${port}/`)).toMatch(/^net::ERR_/);
    const proxies = await inside.app.electron.evaluate(async ({ BrowserWindow, session }, url) => {
      const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return Promise.all([own, session.defaultSession].map((each) => each?.resolveProxy(url)));
    }, `http://127.0.0.1:${port}/`);
    expect(proxies).toEqual(['SOCKS5 127.0.0.1:9', 'SOCKS5 127.0.0.1:9']);
    // Not even past the request filter, which the default session does not have.
    const unfiltered = await inside.app.electron.evaluate(
      ({ net }, url) =>
        net.fetch(url).then(
          ({ status }) => String(status),
          (error: Error) => error.message,
        ),
      `http://127.0.0.1:${port}/`,
    );
    expect(unfiltered).toMatch(/^net::ERR_/);
    const resolved = await inside.app.electron.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost').then(
        () => 'resolved',
        (error: Error) => error.message,
      ),
    );
    expect(resolved).toMatch(/ERR_NAME_NOT_RESOLVED/);
  });
});

test.describe('app://', () => {
  test('has the page’s files and no others', async () => {
    expect(await load('app://ui/index.html')).toBe('200');
    const others = [
      '..%2fmain%2fmain.cjs',
      '%2e%2e/main/main.cjs',
      '..%5cmain%5cmain.cjs',
      '%252e%252e%252fmain.cjs',
      'index.html%00',
      '..%2f..%2fpackage.json',
      '%2fetc%2fpasswd',
      '/etc/passwd',
      'package.json',
      'INDEX.HTML',
      'assets/',
      '%',
      '%ff',
      `${'x'.repeat(10_000)}.js`,
    ];
    const found = await Promise.all(others.map(async (name) => [name, await load(`app://ui/${name}`)]));
    expect(found.filter(([, outcome]) => outcome !== '404')).toEqual([]);
  });

  test('has one host', async () => {
    for (const host of ['other', 'ui.example', 'u']) {
      expect(await load(`app://${host}/index.html`)).toMatch(/^404$|^net::ERR_/);
    }
  });
});
