/** The demo: the inbox of its mail server. */
export const demo = {
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
