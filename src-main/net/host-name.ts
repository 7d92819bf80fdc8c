import { isIPv6 } from 'node:net';
import { domainToASCII, domainToUnicode } from 'node:url';

/** `node:url` reads a web address, and so would leave out what follows these, or decode it: an SSH host may have any name. */
const NOT_IN_A_NAME = /[/?#\\@:%]/;
/** An IPv4 address as IPv6 has it (RFC 4291 section 2.5.5.2): a connection to it goes by IPv4. */
const MAPPED = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

/** The form of a host under which its spellings meet: lower case, punycode, no dot at the end; an address as RFC 5952 has it. */
export function hostKey(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (isIPv6(bare)) return addressKey(bare);
  return (!NOT_IN_A_NAME.test(bare) && domainToASCII(bare)) || bare.toLowerCase();
}

function addressKey(address: string): string {
  const [digits = '', ...zone] = address.split('%');
  const short = new URL(`http://[${digits}]`).hostname.slice(1, -1);
  const [, high = '', low = ''] = MAPPED.exec(short) ?? [];
  if (!high) return [short, ...zone].join('%');
  return [high, low].flatMap((pair) => [Number.parseInt(pair, 16) >> 8, Number.parseInt(pair, 16) & 0xff]).join('.');
}

/** A host as a person reads it, with its punycode behind it where the two differ: letters of other scripts look alike. */
export function hostName(host: string): string {
  const ascii = hostKey(host);
  const unicode = (!NOT_IN_A_NAME.test(ascii) && domainToUnicode(ascii)) || ascii;
  return unicode === ascii ? ascii : `${unicode} (${ascii})`;
}
