import { encrypt } from './remedy-texts';
import type { VerdictRule } from './verdict-rule';

/** Endings in which the mail is sent. */
export const sendingRules = {
  V01: { outcome: 'sends', sentence: 'TLS starts with the first byte, and the server takes the mail.', source: 'both' },
  V02: {
    outcome: 'sends',
    sentence: 'STARTTLS encrypts the connection, and the server takes the mail.',
    source: 'both',
  },
  V03: {
    outcome: 'sends',
    sentence: 'The connection is encrypted. The server offers no login, so user name and password are not used.',
    source: 'both',
  },
  V10: {
    outcome: 'sendsInClear',
    sentence: 'Gluu does not ask for encryption: password and mail cross the network unencrypted.',
    source: 'code',
    remedy: encrypt,
  },
  V11: {
    outcome: 'sendsInClear',
    sentence: 'Gluu does not ask for encryption: the mail, with the reset link in it, crosses the network unencrypted.',
    source: 'code',
    remedy: encrypt,
  },
  V12: {
    outcome: 'sendsInClear',
    sentence:
      'TLS is not established on this port, and Gluu continues without it: password and mail cross the network unencrypted.',
    source: 'both',
    remedy: 'Use a port that offers TLS, such as 465 or 587, or a relay on the Gluu Server itself.',
  },
  V13: {
    outcome: 'sendsInClear',
    sentence:
      'TLS is not established on this port, and Gluu continues without it: the mail crosses the network unencrypted.',
    source: 'both',
    remedy: 'Use a port that offers TLS, such as 465 or 587, or a relay on the Gluu Server itself.',
  },
} as const satisfies Record<string, VerdictRule>;
