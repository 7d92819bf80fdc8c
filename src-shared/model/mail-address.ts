import { type Message, message } from '../texts/message';
import { hasInvisible, hostProblem } from './host';

/** The dot-atom of RFC 5322 section 3.2.3 with the letters RFC 6531 section 3.3 adds. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const MAX_LOCAL_PART = 64; // octets, RFC 5321 section 4.5.3.1.1
const MAX_ADDRESS = 254; // octets, RFC 5321 section 4.5.3.1.3, less the angle brackets

/**
 * Says what is wrong with one mail address (the addr-spec of RFC 5321 section 4.1.2 without quoted parts and address
 * literals), or undefined. A display name, several addresses and comments are refused: what is shown must be exactly what
 * is used.
 */
export function mailAddressProblem(address: string): Message | undefined {
  const tooLong = message('problem.mail.tooLong');
  if (address.length > MAX_ADDRESS) return tooLong;
  if (address === '') return message('problem.mail.empty');
  if (hasInvisible(address)) return message('problem.mail.invisible');
  const at = address.lastIndexOf('@');
  if (at < 1) return message('problem.mail.form');
  if (/[\s,;<>]/.test(address)) return message('problem.mail.one');
  const localPart = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (!LOCAL_PART.test(localPart) || octets(localPart) > MAX_LOCAL_PART) return message('problem.mail.localPart');
  if (!isMailDomain(domain)) return message('problem.mail.domain');
  return octets(address) > MAX_ADDRESS ? tooLong : undefined;
}

/** A name only: an address would want brackets, and a final dot or an underscore is not for mail (RFC 5321 section 2.3.5). */
const isMailDomain = (domain: string): boolean =>
  hostProblem(domain) === undefined && !/[:_]|\.$|(^|\.)\d+$/.test(domain);

/** Its length in UTF-8; takes well-formed text only. */
const octets = (text: string): number => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;
