import fs from 'node:fs/promises';
import path from 'node:path';
import { type ProtocolResponse, protocol, type Session } from 'electron';

export const APP_ORIGIN = 'app://ui';

/**
 * What a page of ours may do: run and style itself from its own files, and nothing else. Trusted Types make every
 * string-to-script sink throw.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy gives a mail's HTML to a sandboxed frame (src-renderer/reset/mail-preview.tsx); it can be made once.
  'trusted-types mail-preview',
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Has to run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the window's own files, and only files of a known type below `folder`, with the headers that lock the page. The page
 * is told `language`'s language, so that it speaks it before it has asked for anything, and while it may not ask, and the
 * platform, whose fonts it takes.
 *
 * `protocol.handle` would take Response, with which Node loads the whole of undici before the first file is served. This one is
 * called deprecated since Electron 25, and is still there in 45.
 */
export function serveAppScheme(session: Session, folder: string, language: () => string): void {
  session.protocol.registerBufferProtocol('app', (request, answer) => {
    void answerTo(request.url, folder, language).then(answer);
  });
}

const notFound = (): ProtocolResponse => ({
  statusCode: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  data: Buffer.from('not found'),
});

async function answerTo(url: string, folder: string, language: () => string): Promise<ProtocolResponse> {
  const file = fileFor(url, folder);
  const body = file && (await contentOf(file.path, folder).catch(() => undefined));
  if (!body) return notFound();
  const isPage = path.extname(file.path) === '.html';
  return {
    statusCode: 200,
    headers: {
      'Content-Type': file.type,
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    data: isPage ? Buffer.from(inLanguage(body, language())) : body,
  };
}

const inLanguage = (page: Buffer, language: string): string =>
  page.toString().replace('<html lang="en">', `<html lang="${language}" data-platform="${process.platform}">`);

/** Follows no link out of the folder. */
async function contentOf(file: string, folder: string): Promise<Buffer | undefined> {
  const [real, home] = await Promise.all([fs.realpath(file), fs.realpath(folder)]);
  return isBelow(real, home) ? fs.readFile(real) : undefined;
}

const isBelow = (file: string, folder: string): boolean => file.startsWith(folder + path.sep);

/** The file a request may have, or undefined. `..` in any encoding, other hosts and unknown types give none. */
export function fileFor(url: string, folder: string): { path: string; type: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  if (host !== 'ui') return undefined;
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (/[\\\0]/.test(name)) return undefined;
  const wanted = path.join(folder, name === '/' ? 'index.html' : name);
  const type = TYPES[path.extname(wanted)];
  if (!type || !isBelow(wanted, folder)) return undefined;
  return { path: wanted, type };
}
