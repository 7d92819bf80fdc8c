const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const GROUP = /^[0-9a-f]{1,4}$/i;

/** Whether a text is an IPv4 address: four decimal numbers, none with a zero before it. */
export const isIpv4 = (text: string): boolean => IPV4.test(text);

/** Whether a text is an IPv6 address without a zone (RFC 4291 section 2.2): `::` stands for one group or more. */
export function isIpv6(text: string): boolean {
  const [before = '', after, more] = text.split('::');
  if (more !== undefined) return false;
  return after === undefined ? groupsOf(before, true) === 8 : groupsOf(before, false) + groupsOf(after, true) <= 7;
}

/** How many groups of 16 bits a part of an address is; NaN where it is not. The last two may be written as an IPv4 address. */
function groupsOf(part: string, isLast: boolean): number {
  if (part === '') return 0;
  const groups = part.split(':');
  const end = groups.at(-1) ?? '';
  const isMixed = isLast && isIpv4(end);
  const isRight = groups.every((group, at) => GROUP.test(group) || (isMixed && at === groups.length - 1));
  return isRight ? groups.length + (isMixed ? 1 : 0) : Number.NaN;
}
