/** The demo: what its servers teach, and the inbox of its mail server. */
export const demo = {
  // What is wrong at each server of the demo, in one sentence. SMTP Host and the like are labels of oxTrust, and stay.
  'demo.server.meadow': 'Healthy: users can reset their password, and the mail arrives.',
  'demo.server.mill':
    'The mail server accepts only TLS 1.2 and later, but Gluu 3.1.2 offers TLS 1.0, so it cannot send mail.',
  'demo.server.harbour':
    'Authentication is off in the mail settings, so Gluu 3.1.5 ignores the host and sends to localhost:25.',
  'demo.server.orchard': 'The stored SMTP password was encrypted with another salt, so this server cannot decrypt it.',
  'demo.server.tower': 'Two people share one mail address, password reset is disabled, and mail is not set up yet.',
  'demo.server.about': 'About this demo server',
  'demo.mail.ports':
    'Demo mail server: SMTP Host {host}, SMTP Port {plain} (no encryption), {startTls} (STARTTLS), {implicitTls} (TLS from the start).',
  'demo.mail.account': 'From Email Address and SMTP User Name {user}, SMTP Password {password}.',

  'demo.inbox.empty': 'Nothing has been sent yet.',
  'demo.inbox.send': 'Send a test mail',
  'demo.inbox.head': '{from} to {to}',
  'demo.message.title': 'Message',
  'demo.message.choose': 'Choose a message to read it.',
  'demo.message.gone': 'This message is no longer in the inbox.',
  'demo.message.noSubject': '(no subject)',
  'demo.message.from': 'From',
  'demo.message.to': 'To',
  // How the message came to the mail server.
  'demo.message.received': 'Received',
  'demo.message.encrypted': 'encrypted',
  'demo.message.unencrypted': 'unencrypted',
  'demo.message.login': 'Logged in as',
  'demo.message.noLogin': 'nobody',
  'demo.message.headers': 'All headers',
} as const;
