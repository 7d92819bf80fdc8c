import type { LinkAnswer } from '../../src-shared/model/reset';
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

const bad = (text: string): LinkAnswer => ({ good: false, text });

/**
 * Opens a working reset link by GET and says whether the form for a new password answered. That does not use it up: oxTrust
 * takes the request away when the form is sent (PasswordResetAction.java). Whoever sees the link can use it, so it goes over
 * a trusted connection only and never to another host. Throws AppError `net.*`, `tls.*` and `work.cancelled`.
 */
export async function openResetLink(link: string, signal: AbortSignal, options: OpenOptions = {}): Promise<LinkAnswer> {
  const first = URL.canParse(link) ? new URL(link) : undefined;
  if (!first || !isFormOf(first)) return bad('Not opened: the link is no address of a reset page.');
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
  return bad('The page sends from one address to the next, and never to the form.');
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
    return bad('Not opened: the link is http, and everybody on the way could read and use it.');
  }
  const addresses = await lookUp(url.hostname.replace(/^\[(.*)\]$/, '$1'), signal, limits.connectMs);
  const connection = await connectWeb(url, addresses, signal, limits);
  const { certificate } = connection;
  if (certificate?.distrust && !trusts(certificate.sha256)) {
    connection.socket.destroy();
    return bad(`Not opened: this computer does not trust the certificate (${certificate.distrust}).`);
  }
  const answer = await getOver(connection, url, signal, limits);
  return answer.kind === 'answer' ? answer : bad('What answers is no web server.');
}

function judge({ status, body }: Answer): LinkAnswer {
  if (status !== 200) return bad(`The page answers with ${status}.`);
  if (!PASSWORD_FIELD.test(body)) return bad('A page answers, and no field for a new password is in it.');
  return { good: true, text: 'The form for a new password answers.' };
}

/** oxTrust sends a dead link to the page on which a new one is asked for; some versions send every link to the login (issue 607). */
function judgeRedirect(to: URL | undefined, from: URL): LinkAnswer {
  if (!to) return bad('The page sends on to no address.');
  if (to.origin !== from.origin) return bad(`The page sends on to ${safeText(to.host)}, not to the form.`);
  if (/passwordReminder/i.test(to.pathname)) return bad('The link does not work: Gluu offers to ask for a new one.');
  if (/login|authorize|oxauth/i.test(to.pathname)) {
    return bad('The page sends to the login instead of the form (oxTrust issue 607).');
  }
  return bad(`The page sends on to ${safeText(to.pathname)}, not to the form.`);
}
