import * as z from '../base/zod';

/**
 * Characters that cannot be seen or that change the reading direction, halves of characters included: a text that
 * carries one is not what it looks like. The selectors between text and emoji style (U+FE0E, U+FE0F) are no disguise.
 */
const INVISIBLE = /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}_-]{1,63}(?<!-)$/u;
/** Resolvers read such a name as an IPv4 address, in octal and hexadecimal too (WHATWG URL, "ends in a number"). */
const ENDS_IN_NUMBER = /(^|\.)(\d+|0x[0-9a-f]*)\.?$/i;
const IPV4 = z.ipv4();
const IPV6 = z.ipv6();
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
export function hostProblem(host: string): string | undefined {
  if (host === '') return 'Enter a host name or an address.';
  if (host.length > 253) return 'A host name has at most 253 characters.';
  if (hasInvisible(host)) return 'The host contains an invisible character. Type it again.';
  if (/\s/.test(host)) return 'A host has no blanks.';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(host))
    return 'A host, not a web address: leave out the part before and with ://.';
  if (host.includes('@')) return 'A host, not a mail address: leave out the part before and with @.';
  if (/[/?#\\]/.test(host)) return 'A host only: leave out the path.';
  if (/^\[.*\]$/.test(host)) return 'Leave out the square brackets around the address.';
  if (host.includes(':')) return colonProblem(host);
  // As resolvers read it (UTS 46 section 4): 127.0.0.１, its last digit a wide one, is 127.0.0.1 to them.
  const resolved = host.normalize('NFKC');
  if (ENDS_IN_NUMBER.test(resolved)) {
    return isA(IPV4, host) ? undefined : 'An IPv4 address has four numbers from 0 to 255, without leading zeros.';
  }
  const labels = resolved.replace(/\.$/, '').split('.');
  return labels.every((label) => LABEL.test(label)) ? undefined : 'This is not a host name.';
}

function colonProblem(host: string): string | undefined {
  if (isA(IPV6, host.replace(ZONE, ''))) return undefined;
  const several = host.indexOf(':') !== host.lastIndexOf(':') && !host.startsWith('[');
  return several ? 'This is not an IPv6 address.' : 'Leave the port out of the host: it has its own field.';
}

const isA = (kind: z.ZodType, text: string): boolean => kind.safeParse(text).success;

/** Says what is wrong with a port number, or undefined when it is one (RFC 6335: 1 to 65535). */
export const portProblem = (port: number): string | undefined =>
  Number.isInteger(port) && port >= 1 && port <= 65535 ? undefined : 'A port is a number from 1 to 65535.';
