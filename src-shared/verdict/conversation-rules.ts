import { encrypt, importCertificate, upgradeOrRelay } from './remedy-texts';
import type { VerdictRule } from './verdict-rule';

const encrypter = { file: 'GluuFederation/oxCore version_4.2.2 oxUtil StringEncrypter.java' } as const;

/** Endings in which the server was spoken to, or TLS with it failed, and the mail was not sent. */
export const conversationRules = {
  V40: {
    outcome: 'fails',
    sentence: 'The server offers STARTTLS and then refuses it.',
    source: 'library',
    remedy: 'Have the mail server’s TLS fixed, or use its TLS port, usually 465.',
  },
  V41: {
    outcome: 'fails',
    sentence: 'The signed test mail insists on STARTTLS, and the server does not offer it.',
    source: 'both',
    remedy: 'Use a port that offers STARTTLS, usually 587.',
  },
  V42: {
    outcome: 'fails',
    sentence: 'The server refuses TLS 1.0, the only version Gluu {version} offers.',
    source: 'library',
    remedy: upgradeOrRelay,
  },
  V43: {
    outcome: 'fails',
    sentence: 'Gluu {version} offers only TLS 1.0, which its Java runtime has disabled.',
    source: 'library',
    remedy: upgradeOrRelay,
  },
  V44: {
    outcome: 'fails',
    sentence: 'Server and Java runtime have no TLS version in common.',
    source: 'library',
    remedy: 'Update the mail server, or the Java runtime of the Gluu Server.',
  },
  V45: {
    outcome: 'fails',
    sentence: 'The Java runtime does not trust the server’s certificate. “Trust Server” plays no part here.',
    source: 'library',
    remedy: importCertificate,
  },
  V46: {
    outcome: 'fails',
    sentence: 'Gluu starts with TLS, and port {port} does not.',
    source: 'both',
    remedy: 'Set SMTP Connect Protection to STARTTLS, or use the TLS port, usually 465.',
  },
  V47: {
    outcome: 'fails',
    sentence: 'The server refuses EHLO and HELO, or closes the connection.',
    source: 'library',
    remedy: 'See what the server said to the test from this workstation.',
  },
  V48: {
    outcome: 'fails',
    sentence:
      'The server sends more answers than it was asked for, so JavaMail takes each for the answer to the next command.',
    source: 'library',
    remedy: 'Use another mail server or relay.',
  },
  V49: {
    outcome: 'fails',
    sentence: 'The server closes the connection before it has accepted the mail.',
    source: 'library',
    remedy: 'See what the server said to the test from this workstation.',
  },
  V50: {
    outcome: 'fails',
    sentence: 'The server offers no login that JavaMail speaks (LOGIN, PLAIN, DIGEST-MD5, NTLM).',
    source: 'library',
    remedy: 'Use a relay that takes user name and password. Gluu up to 4.5.5 has no OAuth for mail.',
  },
  V51: {
    outcome: 'fails',
    sentence: 'The server refuses this user name and password.',
    source: 'library',
    remedy: 'Correct user name and password.',
  },
  V52: {
    outcome: 'fails',
    sentence:
      'User name or password has letters outside ASCII. They reach the server as other bytes than it expects, so it refuses the login.',
    source: encrypter,
    remedy: 'Use only ASCII letters, digits and signs in the password, and in the user name.',
  },
  V53: {
    outcome: 'fails',
    sentence: 'The server takes no mail without encryption, and Gluu does not encrypt here.',
    source: 'both',
    remedy: encrypt,
  },
  V54: {
    outcome: 'fails',
    sentence: 'The server takes no mail without a login, and Requires Authentication is off.',
    source: 'code',
    remedy: 'Switch Requires Authentication on and give user name and password.',
  },
  V55: {
    outcome: 'fails',
    sentence:
      'The server takes no mail without a login, and offers no login on this connection. JavaMail then continues without one.',
    source: 'library',
    remedy: encrypt,
  },
  V56: {
    outcome: 'fails',
    sentence: 'The server refuses sender, recipient or mail.',
    source: 'library',
    remedy: 'See what the server said to the test from this workstation.',
  },
  V57: {
    outcome: 'fails',
    sentence:
      'The login fails. JavaMail tries one method, once: the first of LOGIN, PLAIN, DIGEST-MD5 and NTLM on offer.',
    source: 'library',
    remedy: 'See what the server said to the test from this workstation.',
  },
  V58: {
    outcome: 'fails',
    sentence: 'The server accepts with a code that JavaMail counts as a refusal. The mail may still be delivered.',
    source: 'library',
    remedy: 'Use another mail server or relay.',
  },
  V59: {
    outcome: 'fails',
    sentence: 'The mail is delivered, but the server then resets the connection, and Gluu reports a failure.',
    source: 'library',
    remedy: 'Use another mail server or relay.',
  },
  V68: {
    outcome: 'hangs',
    sentence:
      'The server stops answering in the middle of the conversation. No timeout applies: Gluu sets it as a Long, which JavaMail does not read.',
    source: 'both',
    remedy: 'Use another mail server or relay. A user of the page waits until the connection breaks.',
  },
  V69: {
    outcome: 'hangs',
    sentence:
      'The mail is delivered, but the server never answers QUIT, and no timeout applies: the page waits until the connection breaks.',
    source: 'both',
    remedy: 'Use another mail server or relay.',
  },
} as const satisfies Record<string, VerdictRule>;
