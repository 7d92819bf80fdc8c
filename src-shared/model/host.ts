const LETTER_DIGIT_HYPHEN = /^(?!-)[\p{L}\p{N}_-]{1,63}(?<!-)$/u;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^[0-9a-f:.]{2,45}(%[0-9a-z]{1,16})?$/i;
/** Invisible, control and direction-changing characters: a text that carries one is not what it looks like. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

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
  if (IPV4.test(host)) {
    return host.split('.').every((part) => Number(part) <= 255) ? undefined : 'Each part of the address is 0 to 255.';
  }
  if (host.includes(':')) {
    if (IPV6.test(host) && host.indexOf(':') !== host.lastIndexOf(':')) return undefined;
    return 'Leave the port out of the host: it has a field of its own.';
  }
  const labels = host.replace(/\.$/, '').split('.');
  return labels.every((label) => LETTER_DIGIT_HYPHEN.test(label)) ? undefined : 'This is not a host name.';
}

/** Says what is wrong with a port number, or undefined when it is one (RFC 6335: 1 to 65535). */
export const portProblem = (port: number): string | undefined =>
  Number.isInteger(port) && port >= 1 && port <= 65535 ? undefined : 'A port is a number from 1 to 65535.';
