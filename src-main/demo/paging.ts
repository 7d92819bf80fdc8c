import { BerReader } from './ber';
import { MalformedMessage, readContent, readElements, readNumber } from './ber-elements';
import type { Entry } from './entry';
import { LdapRefusal, ResultCode, Tag } from './ldap-codes';

/** A paged results request (RFC 2696): how many, and after which entry. */
export interface PageRequest {
  size: number;
  /** The `order` of the last entry of the page before; 0 at the start. */
  after: number;
}
export interface Page {
  entries: Entry[];
  code: ResultCode;
  /** For the answer's control: empty on the last page; undefined where paging was not asked for. */
  cookie?: Buffer;
}

const cookieLength = 6;

/** Decodes the control's value. Throws LdapRefusal protocolError. */
export function readPage(value: Buffer): PageRequest {
  try {
    const parts = readElements(new BerReader(value));
    const size = readNumber(parts);
    const cookie = readContent(parts, Tag.octetString);
    if (size < 0 || (cookie.length !== 0 && cookie.length !== cookieLength)) throw new MalformedMessage('cookie');
    return { size, after: cookie.length === 0 ? 0 : cookie.readUIntBE(0, cookieLength) };
  } catch (error) {
    if (error instanceof MalformedMessage)
      throw new LdapRefusal(ResultCode.protocolError, 'paged results control is invalid');
    throw error;
  }
}

/**
 * Cuts what was found (in ascending `order`) to the page, or to the size limit (0: none) with sizeLimitExceeded.
 * The cookie names the last entry sent rather than a count, so an entry added or deleted in between shifts nothing.
 */
export function cutPage(found: readonly Entry[], sizeLimit: number, page: PageRequest | undefined): Page {
  if (page === undefined) return cutToLimit(found, sizeLimit);
  const rest = found.filter(({ order }) => order > page.after);
  // RFC 2696 section 3: a size limit no larger than the page makes this an ordinary limited search.
  if (sizeLimit > 0 && sizeLimit <= page.size) return { ...cutToLimit(rest, sizeLimit), cookie: Buffer.alloc(0) };
  const entries = rest.slice(0, page.size);
  const last = entries.at(-1);
  // Size 0 abandons the series.
  if (last === undefined || entries.length === rest.length)
    return { entries, code: ResultCode.success, cookie: Buffer.alloc(0) };
  const cookie = Buffer.alloc(cookieLength);
  cookie.writeUIntBE(last.order, 0, cookieLength);
  return { entries, code: ResultCode.success, cookie };
}

function cutToLimit(found: readonly Entry[], sizeLimit: number): Page {
  if (sizeLimit === 0 || found.length <= sizeLimit) return { entries: [...found], code: ResultCode.success };
  return { entries: found.slice(0, sizeLimit), code: ResultCode.sizeLimitExceeded };
}
