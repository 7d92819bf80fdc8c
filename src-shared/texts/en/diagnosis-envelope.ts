/** What is found about sender, recipient and message: what it is, why, what to do, and what the Gluu Server itself does then. */
export const diagnosisEnvelope = {
  // Amazon SES names the recipient, and not the sender, as not verified
  'diagnosis.S59.title': 'Recipient not allowed for this account',
  'diagnosis.S59.explanation':
    'The account is in a sandbox: it may send only to verified recipients, and {to} is not one of them.',
  'diagnosis.S59.remedy':
    'For a test, have {to} verified by the provider. For password reset, have the account taken out of the sandbox.',
  'diagnosis.S59.gluu':
    'Gluu’s mail reaches verified recipients only, but Gluu reports to every user that it was sent.',
  // 530 on an unencrypted connection that offers STARTTLS, or 451 5.7.3
  'diagnosis.S60.title': 'No mail without encryption',
  'diagnosis.S60.explanation': 'The server accepts no mail without encryption.',
  'diagnosis.S60.remedy':
    'Choose “STARTTLS”. If the reply is 451, waiting does not help, although that is a temporary code.',
  'diagnosis.S60.gluu': 'With “Requires SSL” off, Gluu fails; switch it on.',
  // 530 without login, or enhanced code 5.7.57
  'diagnosis.S61.title': 'No mail without login',
  'diagnosis.S61.explanation': 'The server accepts no mail from here without a login.',
  'diagnosis.S61.remedy': 'Switch “Requires Authentication” on. If it is on, check whether a login was offered at all.',
  'diagnosis.S61.gluu':
    'With “Requires Authentication” off, Gluu before 4.2 does not even reach this server: it connects to localhost, port 25.',
  // 5.7.60, 553 with 5.7.1, or another refusal by policy of the sender
  'diagnosis.S62.title': 'Sender not allowed',
  'diagnosis.S62.explanation':
    '{byUser, select, loggedIn {The server refuses {from} as the sender for the login {userName}.} other {The server refuses {from} as the sender.}}',
  'diagnosis.S62.remedy':
    'Use the login’s own address as From, get permission to send as {from}, or have that address verified by the provider.',
  'diagnosis.S62.gluu': 'Gluu uses the same From for the test and for password reset.',
  // 5.1.8, 4.1.8, 5.7.27, or 5.1.7 other than with 501
  'diagnosis.S63.title': 'Sender’s domain refused',
  'diagnosis.S63.explanation':
    'The server refuses the sender’s domain, {fromDomain}, because no mail can be returned to it.',
  'diagnosis.S63.remedy': 'Use a From address whose domain has an MX or A record in DNS.',
  'diagnosis.S63.gluu': 'Gluu uses the same From for the test and for password reset.',
  // 550 or 554 with 5.7.1, 5.7.54 or 5.7.64, or plain 554, at the recipient
  'diagnosis.S64.title': 'Relaying denied',
  'diagnosis.S64.explanation':
    'The server delivers only for its own domains, unless you log in or come from an allowed address.',
  'diagnosis.S64.remedy':
    'Log in, or have the address of the Gluu Server allowed. This result applies to {local, select, notSeen {this workstation} other {{local}}}, not to the Gluu Server.',
  'diagnosis.S64.gluu': 'For Gluu, the Gluu Server’s own address counts: test from the Gluu Server.',
  // 550, 551 or 553 at the recipient, or 5.1.1, 5.1.2, 5.1.6, 5.1.10
  'diagnosis.S65.title': 'Recipient unknown',
  'diagnosis.S65.explanation': 'The mail server does not know the recipient {to}.',
  'diagnosis.S65.remedy': 'Check the address. For password reset, check the user’s mail value.',
  'diagnosis.S65.gluu': 'Gluu still reports to the user that the mail was sent.',
  // 4.2.2 or 5.2.2
  'diagnosis.S66.title': 'Mailbox full',
  'diagnosis.S66.explanation': 'The mailbox of {to} is full.',
  'diagnosis.S66.remedy': 'Test with another recipient.',
  'diagnosis.S66.gluu': 'Gluu fails and does not try again.',
  // 451 4.7.1 or 450 4.2.0, or a greylisting server’s words
  'diagnosis.S67.title': 'Deferred on purpose (greylisting)',
  'diagnosis.S67.explanation':
    'The server defers the first attempt on purpose; a mail server would try again some minutes later. The SMTP settings are fine.',
  'diagnosis.S67.remedy':
    'Run the test again in a few minutes. For password reset, put a relay with a queue in between.',
  'diagnosis.S67.gluu': 'Gluu does not try again, so a user’s first mail is lost.',
  // 421, or 4.3.1, 4.4.5, 5.4.5, 4.5.3, 4.7.500, 450 4.2.1, 454 4.7.1, or the words of a quota or rate limit
  'diagnosis.S68.title': 'Limit reached',
  'diagnosis.S68.explanation':
    'There were too many messages or connections, the account’s quota is used up, or the server is short of resources.',
  'diagnosis.S68.remedy':
    'Check the limits of the account or plan; the server’s reply says which one. Run the test again later.',
  'diagnosis.S68.gluu': 'Gluu fails and does not try again.',
  // SIZE in EHLO below the message, or 5.3.4, 552 or 523
  'diagnosis.S69.title': 'Message too large',
  'diagnosis.S69.explanation':
    '{size, select, noLimit {The server refuses the message ({bytes, plural, one {# byte} other {# bytes}}) as too large; it announces no limit.} above {The message ({bytes, plural, one {# byte} other {# bytes}}) exceeds the server’s limit ({limit, plural, one {# byte} other {# bytes}}).} other {The server refuses the message ({bytes, plural, one {# byte} other {# bytes}}) as too large, although it announces a limit of {limit, plural, one {# byte} other {# bytes}}.}}',
  'diagnosis.S69.remedy': 'Ask for a higher limit.',
  'diagnosis.S69.gluu': 'For Gluu, this is unlikely: its own mail is small.',
  // non-ASCII before the @ and no SMTPUTF8 in EHLO, or 5.6.7
  'diagnosis.S70.title': 'International address not supported',
  'diagnosis.S70.explanation': '{international} needs international mail (SMTPUTF8), which this server does not offer.',
  'diagnosis.S70.remedy': 'Use an ASCII alias. Only the part before the @ matters: the domain is converted.',
  'diagnosis.S70.gluu': 'Gluu sends it as it is; the outcome depends on the server.',
  // 501 or 555, or 5.1.3, 5.5.4
  'diagnosis.S71.title': 'Malformed address',
  'diagnosis.S71.explanation': 'The server cannot read the address {address}.',
  'diagnosis.S71.remedy': 'Remove spaces, brackets and additional addresses.',
  'diagnosis.S71.gluu': 'Gluu fails without showing a reason.',
  // 5xx after the message
  'diagnosis.S72.title': 'Message refused',
  'diagnosis.S72.explanation':
    'The server accepted sender and recipient, then refused the message as spam or by policy.',
  'diagnosis.S72.remedy':
    'Check whether the links in the mail match the From domain, and check the reputation of the sending IP address.',
  'diagnosis.S72.gluu':
    'Gluu’s own mail may be judged differently: up to 3.1.x, the plain-text part of the reset mail contains HTML.',
  // 5.7.25
  'diagnosis.S58.title': 'No reverse DNS for the sending address',
  'diagnosis.S58.explanation':
    'The server requires reverse DNS: {local, select, notSeen {this workstation} other {{local}}} needs a host name that resolves back to it.',
  'diagnosis.S58.remedy': 'Have a PTR record set for that address, or use the submission port 587 with a login.',
  'diagnosis.S58.gluu': 'For Gluu, the Gluu Server’s own address counts: test from the Gluu Server.',
  // 5.7.20 to 5.7.24, 5.7.26, or 4.7.26
  'diagnosis.S73.title': 'SPF, DKIM or DMARC failed',
  'diagnosis.S73.explanation':
    'According to the receiving side, {fromDomain} has not authorized this server to send for it.',
  'diagnosis.S73.remedy':
    'Add the relay to the domain’s SPF record, sign with DKIM, and use a From address of the same domain.',
  'diagnosis.S73.gluu': 'Gluu uses the same From, so the same applies to it.',
  // 500, 502, 503, or an answer that is no SMTP reply in mid-conversation
  'diagnosis.S74.title': 'Unexpected reply',
  'diagnosis.S74.explanation': 'At {stage}, the server’s reply does not follow SMTP.',
  'diagnosis.S74.remedy': 'Check the transcript, and look for a proxy on the way.',
  'diagnosis.S74.gluu': 'Gluu fails without showing a reason.',
  // end of the connection or no answer once the message was under way
  'diagnosis.S75.title': 'Connection lost while sending',
  'diagnosis.S75.explanation': 'The connection was lost while sending; it is not known whether the mail was accepted.',
  'diagnosis.S75.remedy':
    'Look in the mailbox before you run the test again. Check virus scanners and the MTU on the way.',
  'diagnosis.S75.gluu': 'Gluu fails or hangs; it does not try again.',
  // a refusal with the words of a block list
  'diagnosis.S76.title': 'IP address on a block list',
  'diagnosis.S76.explanation':
    '{local, select, notSeen {The address of this workstation} other {The address {local}}} is on a block list.',
  'diagnosis.S76.remedy':
    'For an office or home address, that is normal: test from the Gluu Server. For a server’s address, have it removed from the list.',
  'diagnosis.S76.gluu': 'For Gluu, the Gluu Server’s own address counts.',
  // any other 4xx
  'diagnosis.S77.title': 'Refused for now',
  'diagnosis.S77.explanation': 'At {stage}, the server refuses for now.',
  'diagnosis.S77.remedy': 'Run the test again later; the server’s reply says more.',
  'diagnosis.S77.gluu': 'Gluu fails and does not try again.',
  // any other 5xx
  'diagnosis.S78.title': 'Refused',
  'diagnosis.S78.explanation': 'At {stage}, the server refuses permanently.',
  'diagnosis.S78.remedy': 'The server’s reply says why.',
  'diagnosis.S78.gluu': 'Gluu fails without showing a reason.',
  // anything that no other row describes
  'diagnosis.S79.title': 'Unknown problem',
  'diagnosis.S79.explanation': 'At {stage}, something happened that this console cannot explain ({code}).',
  'diagnosis.S79.remedy': 'The transcript shows what both sides sent.',
  'diagnosis.S79.gluu': 'What Gluu does is not known.',
} as const;
