import { hasInvisible, hostProblem } from './host';

const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const MAX_ADDRESS = 254; // RFC 5321 4.5.3.1.3, less the angle brackets

/**
 * Says what is wrong with one mail address (the addr-spec of RFC 5321 section 4.1.2 without quoted parts), or undefined.
 * A display name, several addresses and comments are refused: what is shown must be exactly what is used.
 */
export function mailAddressProblem(address: string): string | undefined {
  if (address.length > MAX_ADDRESS) return `A mail address has at most ${MAX_ADDRESS} characters.`;
  if (address === '') return 'Enter a mail address.';
  if (hasInvisible(address)) return 'The address contains an invisible character. Type it again.';
  const at = address.lastIndexOf('@');
  if (at < 1) return 'A mail address has the form name@example.org.';
  const localPart = address.slice(0, at);
  if (/[\s,;<>]/.test(address)) return 'One address only, without name, blanks or brackets.';
  if (localPart.length > 64 || !LOCAL_PART.test(localPart)) return 'The part before @ is not well formed.';
  return hostProblem(address.slice(at + 1)) ? 'The part after @ is not a host name.' : undefined;
}
