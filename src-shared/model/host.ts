import { isIpv4, isIpv6 } from '../base/ip-address';
import { type Message, message } from '../texts/message';

/**
 * Characters that cannot be seen or that change the reading direction, halves of characters included: a text that
 * carries one is not what it looks like. The selectors between text and emoji style (U+FE0E, U+FE0F) are no disguise.
 */
const INVISIBLE = /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}_-]{1,63}(?<!-)$/u;
/** Resolvers read such a name as an IPv4 address, in octal and hexadecimal too (WHATWG URL, "ends in a number"). */
const ENDS_IN_NUMBER = /(^|\.)(\d+|0x[0-9a-f]*)\.?$/i;
const ZONE = /%[\w.-]{1,15}$/; // RFC 4007 section 11; the longest interface name of Linux has 15 characters

/** Whether a host means the computer that looks it up (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3). */
export const isLoopback = (host: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1)\.?$/i.test(host.replace(/^\[(.*)\]$/, '$1'));

/** Whether `text` holds a character that cannot be seen or that changes the reading direction. */
export const hasInvisible = (text: string): boolean => INVISIBLE.test(text);

/**
 * Says what is wrong with the name of a host as an administrator types it, or undefined when it can be used.
 * Takes a DNS name (international ones too), an IPv4 or an IPv6 address; the sentence names the likely slip.
 */
export function hostProblem(host: string): Message | undefined {
  if (host === '') return message('problem.host.empty');
  if (host.length > 253) return message('problem.host.tooLong');
  if (hasInvisible(host)) return message('problem.host.invisible');
  if (/\s/.test(host)) return message('problem.host.space');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(host)) return message('problem.host.url');
  if (host.includes('@')) return message('problem.host.mail');
  if (/[/?#\\]/.test(host)) return message('problem.host.path');
  if (/^\[.*\]$/.test(host)) return message('problem.host.brackets');
  if (host.includes(':')) return colonProblem(host);
  // As resolvers read it (UTS 46 section 4): 127.0.0.１, its last digit a wide one, is 127.0.0.1 to them.
  const resolved = host.normalize('NFKC');
  if (ENDS_IN_NUMBER.test(resolved)) {
    return isIpv4(host) ? undefined : message('problem.host.ipv4');
  }
  const labels = resolved.replace(/\.$/, '').split('.');
  return labels.every((label) => LABEL.test(label)) ? undefined : message('problem.host.name');
}

function colonProblem(host: string): Message | undefined {
  if (isIpv6(host.replace(ZONE, ''))) return undefined;
  const several = host.indexOf(':') !== host.lastIndexOf(':') && !host.startsWith('[');
  return message(several ? 'problem.host.ipv6' : 'problem.host.port');
}

/** Says that a text holds such a character, or undefined where it holds none. */
export const invisibleProblem = (text: string): Message | undefined =>
  hasInvisible(text) ? message('problem.invisible') : undefined;

/** Says what is wrong with a port number, or undefined when it is one (RFC 6335: 1 to 65535). */
export const portProblem = (port: number): Message | undefined =>
  Number.isInteger(port) && port >= 1 && port <= 65535 ? undefined : message('problem.port');
