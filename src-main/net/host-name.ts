import { domainToASCII, domainToUnicode } from 'node:url';

/** The form of a host under which two spellings of one name meet: lower case, punycode, no dot at the end. */
export function hostKey(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  // An IPv6 address, and what no resolver takes for a name, have no punycode.
  return domainToASCII(bare) || bare.toLowerCase();
}

/** A host as a person reads it, with its punycode behind it where the two differ: letters of other scripts look alike. */
export function hostName(host: string): string {
  const ascii = hostKey(host);
  const unicode = domainToUnicode(ascii) || host;
  return unicode === ascii ? ascii : `${unicode} (${ascii})`;
}
