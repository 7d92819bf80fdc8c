/** The stored mail settings, with the password "secret" under this salt. */
export const smtpOn = (port: number): string =>
  JSON.stringify({
    host: 'localhost',
    port,
    password: 'gl0g4Ch2tkU=',
    'requires-ssl': false,
    'trust-host': false,
    'from-name': 'Gluu',
    'from-email-address': 'gluu@example.org',
    'requires-authentication': true,
    'user-name': 'gluu@example.org',
  });
