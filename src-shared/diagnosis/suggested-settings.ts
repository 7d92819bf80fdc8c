import type { MailSecurity } from '../model/mail-server';
import type { PortSeen, SuggestedSettings } from '../model/probe';

const ways: readonly MailSecurity[] = ['tls', 'startTls', 'none'];
/** What the app and the Gluu Server can both use. */
const PASSWORD_METHODS = ['PLAIN', 'LOGIN'];

/**
 * The settings with which a scanned server can be used, the best first: encrypted before clear, with login before without,
 * a trusted certificate before another. Clear text is suggested only for a port that offers no encryption.
 */
export function suggestedSettings(host: string, ports: readonly PortSeen[]): SuggestedSettings[] {
  const all = ports.flatMap((port) => ways.flatMap((way) => settingsFor(host, port, way) ?? []));
  const rank = ({ requiresSsl, requiresAuthentication, trusted }: SuggestedSettings) =>
    (requiresSsl ? 4 : 0) + (requiresAuthentication ? 2 : 0) + (trusted ? 1 : 0);
  return all.sort((a, b) => rank(b) - rank(a));
}

function settingsFor(host: string, seen: PortSeen, security: MailSecurity): SuggestedSettings | undefined {
  const way = seen.ways[security];
  if (!way?.offer) return undefined;
  if (security === 'none' && (seen.ways.tls?.offer || way.offer.startTls)) return undefined;
  return {
    host,
    port: seen.port,
    security,
    requiresSsl: security !== 'none',
    requiresAuthentication: way.offer.mechanisms.some((method) => PASSWORD_METHODS.includes(method)),
    trusted: way.tls?.trusted ?? false,
  };
}
