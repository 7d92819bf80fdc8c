import { encrypt, importCertificate, upgradeOrRelay } from './remedy-texts';
import type { VerdictRule } from './verdict-rule';

/** Endings before the SMTP greeting. */
export const connectionRules = {
  V30: {
    outcome: 'fails',
    sentence: 'The name {host} does not exist.',
    source: 'library',
    remedy: 'Correct the host, as the Gluu Server itself knows it.',
  },
  V31: {
    outcome: 'fails',
    sentence: 'Nothing listens on {host}, port {port}.',
    source: 'library',
    remedy: 'Correct host or port.',
  },
  V32: {
    outcome: 'fails',
    sentence: 'What answers on port {port} is no mail server, or refuses the connection.',
    source: 'library',
    remedy: 'Correct the port.',
  },
  V34: { outcome: 'fails', sentence: 'The server does not answer in time.', source: 'both' },
  V60: {
    outcome: 'hangs',
    sentence: 'Port {port} waits for TLS, Gluu waits for a greeting, and no timeout applies.',
    source: 'both',
    remedy: encrypt,
  },
  V61: {
    outcome: 'hangs',
    sentence:
      'The server refuses TLS 1.0, the only version Gluu {version} offers. Gluu then tries without TLS on a port that waits for TLS, and no timeout applies.',
    source: 'library',
    remedy: upgradeOrRelay,
  },
  V62: {
    outcome: 'hangs',
    sentence:
      'Gluu {version} offers only TLS 1.0, which its Java runtime has disabled. It then tries without TLS on a port that waits for TLS, and no timeout applies.',
    source: 'library',
    remedy: upgradeOrRelay,
  },
  V63: {
    outcome: 'hangs',
    sentence:
      'Server and Java runtime have no TLS version in common. Gluu then tries without TLS on a port that waits for TLS, and no timeout applies.',
    source: 'library',
    remedy: 'Update the mail server, or the Java runtime of the Gluu Server.',
  },
  V64: {
    outcome: 'hangs',
    sentence:
      'The Java runtime does not trust the certificate. Gluu then tries without TLS on a port that waits for TLS, and no timeout applies.',
    source: 'library',
    remedy: importCertificate,
  },
  V65: {
    outcome: 'hangs',
    sentence:
      'The server accepts the connection and says nothing. No timeout applies: Gluu sets it as a Long, which JavaMail does not read.',
    source: 'both',
    remedy: 'Correct host and port. A user of the page waits until the connection breaks.',
  },
  V66: {
    outcome: 'hangs',
    sentence:
      'Nothing answers on {host}, port {port}. No timeout applies: Gluu sets it as a Long, which JavaMail does not read.',
    source: 'both',
    remedy: 'Open the firewall from the Gluu Server to this port, or correct host and port.',
  },
  V67: {
    outcome: 'hangs',
    sentence:
      'Port {port} waits for TLS from the first byte, Gluu {version} can only start it with STARTTLS, and no timeout applies.',
    source: 'both',
    remedy: 'Use a port that offers STARTTLS, usually 587.',
  },
} as const satisfies Record<string, VerdictRule>;
