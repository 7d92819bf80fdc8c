import type { LinkCheck, LinkSeen, PageSeen } from '../../src-shared/readiness/readiness-facts';
import { safeText } from '../base/safe-text';
import { connectWeb, getOver, type HttpLimits, httpLimits } from '../net/http-get';
import { type Address, lookUp } from '../net/tcp';
import { orFailure } from './or-failure';
import { reminderPageOf } from './reminder-page';

const MAX_TITLE = 80;

/**
 * Looks at the page behind the links of reset mails, as a user's browser would: name, certificate, one GET of the page on
 * which a reset is asked for, which changes nothing on the server. `linkBase` is `applianceUrl`. Everything that goes wrong
 * on the way is part of the answer; throws AppError `work.cancelled` only.
 */
export async function checkLink(
  linkBase: string,
  signal: AbortSignal,
  limits: HttpLimits = httpLimits,
  mayOpen: (url: URL) => Promise<void> = async () => {},
): Promise<LinkCheck> {
  const page = reminderPageOf(linkBase);
  if (!page.ok) return { kind: 'unusable', why: page.why };
  const { url } = page;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const seen = { url: url.href, host, secure: url.protocol === 'https:' };
  const found = await orFailure(async () => {
    await mayOpen(url);
    return lookUp(host, signal, limits.connectMs);
  });
  if ('failure' in found) return { kind: 'asked', seen: { ...seen, name: { kind: 'failed', failure: found.failure } } };
  const addresses = found.value.map(({ address }) => address);
  const asked = await askFor(url, found.value, signal, limits);
  return { kind: 'asked', seen: { ...seen, name: { kind: 'found', addresses }, ...asked } };
}

async function askFor(
  url: URL,
  addresses: readonly Address[],
  signal: AbortSignal,
  limits: HttpLimits,
): Promise<Pick<LinkSeen, 'certificate' | 'page'>> {
  const connected = await orFailure(() => connectWeb(url, addresses, signal, limits));
  if ('failure' in connected) {
    const { certificate } = connected.failure;
    return { page: { kind: 'failed', failure: connected.failure }, ...(certificate ? { certificate } : {}) };
  }
  const { certificate } = connected.value;
  const answered = await orFailure(() => getOver(connected.value, url, signal, limits));
  const shown = certificate ? { certificate } : {};
  if ('failure' in answered) return { ...shown, page: { kind: 'failed', failure: answered.failure } };
  const { value } = answered;
  if (value.kind === 'notHttp') return { ...shown, page: value };
  return { ...shown, page: pageOf(value) };
}

function pageOf({ status, location, body }: { status: number; location?: string; body: string }): PageSeen {
  const title = safeText(/<title[^<>]{0,100}>([^<]{1,200})/i.exec(body)?.[1] ?? '').slice(0, MAX_TITLE);
  const trouble = status === OK ? troubleOf(body) : undefined;
  return {
    kind: 'answer',
    status,
    ...(location === undefined ? {} : { location }),
    ...(title === '' ? {} : { title }),
    ...(trouble === undefined ? {} : { trouble }),
  };
}

const OK = 200;

/** What oxTrust and web servers say in the title or a heading of a page that is an error and answers 200 all the same. */
const ERROR_PAGE = /<(?:title|h[1-3])[^<>]{0,100}>[^<]{0,100}\b(?:oops|error|exception|unavailable|not found)\b/i;

/** Nothing is said of a page that did not come whole. */
function troubleOf(body: string): 'error' | 'noForm' | undefined {
  if (ERROR_PAGE.test(body)) return 'error';
  const isWhole = /<\/html>\s{0,100}$/i.test(body.slice(-200));
  return isWhole && !/<(?:form|input)\b/i.test(body) ? 'noForm' : undefined;
}
