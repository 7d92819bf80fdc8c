import { whyNotTrusted } from '../../src-shared/messages/certificate-words';
import type { LinkAnswer } from '../../src-shared/model/reset';
import { type Message, message } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';
import { connectWeb, getOver, type HttpLimits, httpLimits } from '../net/http-get';
import { lookUp } from '../net/tcp';

const MAX_REDIRECTS = 3;
/** Where oxTrust's form for a new password lies, with its guid behind it or as a parameter. */
const FORM_PATH = /^\/identity\/resetPassword(\/|\.htm$)/;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const PASSWORD_FIELD = /<input\b[^<>]{0,500}\btype\s*=\s*["']?password\b/i;

export interface OpenOptions {
  limits?: HttpLimits;
  /** Certificates to trust beside the system's, by SHA-256: that of the demo's page, which the app made itself. */
  trusts?(sha256: string): boolean;
}

const bad = (text: Message): LinkAnswer => ({ good: false, text });

/**
 * Opens a working reset link by GET and says whether the form for a new password answered. That does not use it up: oxTrust
 * takes the request away when the form is sent (PasswordResetAction.java). Whoever sees the link can use it, so it goes over
 * a trusted connection only and never to another host. Throws AppError `net.*`, `tls.*` and `work.cancelled`.
 */
export async function openResetLink(link: string, signal: AbortSignal, options: OpenOptions = {}): Promise<LinkAnswer> {
  const first = URL.canParse(link) ? new URL(link) : undefined;
  if (!first || !isFormOf(first)) return bad(message('reset.answer.notResetPage'));
  let url = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const seen = await get(url, signal, options);
    if ('good' in seen) return seen;
    if (seen.status < 300 || seen.status > 399) return judge(seen);
    const { location } = seen;
    const next = location !== undefined && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (!next || next.origin !== url.origin || !isFormOf(next)) return judgeRedirect(next, url);
    url = next;
  }
  return bad(message('reset.answer.endless'));
}

const isFormOf = ({ protocol, username, password, pathname }: URL): boolean =>
  /^https?:$/.test(protocol) && username === '' && password === '' && FORM_PATH.test(pathname);

interface Answer {
  status: number;
  location?: string;
  body: string;
}

async function get(
  url: URL,
  signal: AbortSignal,
  { limits = httpLimits, trusts = () => false }: OpenOptions,
): Promise<Answer | LinkAnswer> {
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return bad(message('reset.answer.http'));
  }
  const addresses = await lookUp(url.hostname.replace(/^\[(.*)\]$/, '$1'), signal, limits.connectMs);
  const connection = await connectWeb(url, addresses, signal, limits);
  const { certificate } = connection;
  if (certificate?.distrust && !trusts(certificate.sha256)) {
    connection.socket.destroy();
    const why = { list: whyNotTrusted(certificate, url.hostname), as: 'sentences' } as const;
    return bad(message('reset.answer.untrusted', { why }));
  }
  const answer = await getOver(connection, url, signal, limits);
  return answer.kind === 'answer' ? answer : bad(message('reset.answer.notWeb'));
}

function judge({ status, body }: Answer): LinkAnswer {
  if (status !== 200) return bad(message('reset.answer.status', { status }));
  if (!PASSWORD_FIELD.test(body)) return bad(message('reset.answer.noField'));
  return { good: true, text: message('reset.answer.form') };
}

/** oxTrust sends a dead link to the page on which a new one is asked for; some versions send every link to the login (issue 607). */
function judgeRedirect(to: URL | undefined, from: URL): LinkAnswer {
  if (!to) return bad(message('reset.answer.nowhere'));
  if (to.origin !== from.origin) return bad(message('reset.answer.elsewhere', { to: safeText(to.host) }));
  if (/passwordReminder/i.test(to.pathname)) return bad(message('reset.answer.dead'));
  if (/login|authorize|oxauth/i.test(to.pathname)) {
    return bad(message('reset.answer.login'));
  }
  return bad(message('reset.answer.elsewhere', { to: safeText(to.pathname) }));
}
