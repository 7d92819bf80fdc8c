/** What is found once the server has accepted the message: what it is, why, what to do, and what the Gluu Server itself does then. */
export const diagnosisDelivery = {
  // 250 after the message
  'diagnosis.S80.title': 'Accepted',
  'diagnosis.S80.explanation': '{host} accepted the message. That does not mean it was delivered.',
  'diagnosis.S80.remedy': 'Look in the mailbox of {to}, including the spam folder.',
  // a bounce in the mailbox of the sender
  'diagnosis.S81.title': 'Accepted, then bounced',
  'diagnosis.S81.explanation':
    'The relay accepted the mail, but a later server refused it. The reason is in the bounce sent to {from}.',
  'diagnosis.S81.remedy': 'Open that bounce: its status code and text give the reason.',
  'diagnosis.S81.gluu': 'Gluu never reads bounces: they go to its From address.',
  // found in the spam folder
  'diagnosis.S82.title': 'Delivered as spam',
  'diagnosis.S82.explanation': 'The mail was delivered, but the receiving side treats it as spam.',
  'diagnosis.S82.remedy': 'Check SPF, DKIM and DMARC of {fromDomain}.',
  'diagnosis.S82.gluu': 'Gluu’s mail will probably be treated the same way.',
  // not found, and no bounce
  'diagnosis.S83.title': 'Accepted, but never arrived',
  'diagnosis.S83.explanation': 'The mail is in quarantine or in a queue, or was silently discarded.',
  'diagnosis.S83.remedy':
    '{answered, select, accepted {Ask the mail server’s administrator to look for “{words}” in the log. Check that the mailbox {from} exists.} other {Ask the mail server’s administrator to look for the message in the log. Check that the mailbox {from} exists.}}',
  // one recipient accepted, another refused
  'diagnosis.S84.title': 'Some recipients refused',
  'diagnosis.S84.explanation':
    'The server accepts some recipients and refuses others. Accepted: {accepted}. Refused: {refused}.',
  'diagnosis.S84.remedy': 'Check the reply for each recipient.',
  'diagnosis.S84.gluu': 'Gluu sends each mail to one recipient.',
  // the probe succeeds, the verdict on Gluu’s own mail code does not
  'diagnosis.S85.title': 'Works from here, but not for Gluu',
  'diagnosis.S85.explanation': 'SMTP works from this workstation, but the Gluu Server will not succeed ({rules}).',
  'diagnosis.S85.remedy': 'Do what the prediction for Gluu recommends.',
  'diagnosis.S85.gluu': 'The prediction shows what Gluu does.',
  // probe and verdict succeed, the user says that Gluu fails
  'diagnosis.S86.title': 'Nothing wrong here, but Gluu fails',
  'diagnosis.S86.explanation': 'Every check from here passes; only the Gluu Server’s log shows the reason.',
  'diagnosis.S86.remedy':
    'Look for “Failed to send message” in oxtrust.log. Log level ERROR is enough: up to 3.1.x, DEBUG writes the SMTP password to that file.',
  'diagnosis.S86.gluu': 'Gluu logs the Java exception.',
} as const;
