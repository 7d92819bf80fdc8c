import type { ProviderPattern } from './provider-pattern';
import { sendingPatterns } from './sending-patterns';

/** When these patterns were last compared with what providers document. They change their words and rules. */
export const patternsAsOf = '2026-11-29';

/**
 * With `sending-patterns.ts` the only place where a server's words count. First match wins: what names the thing that is refused
 * comes before what only says that something is.
 */
export const providerPatterns: readonly ProviderPattern[] = [
  ...sendingPatterns,
  // Twilio SendGrid and others whose plan is used up.
  {
    at: ['Login'],
    codes: [421, 432, 450, 451, 452, 454, 535, 550],
    enhanced: [],
    words: /\b(?:credits?|quota|plan|sending limit)\b.{0,60}\b(?:exceeded|exhausted|used up|reached)\b/i,
    id: 'S68',
  },
  // Several, to an account that is switched off.
  {
    at: ['Login'],
    codes: [421, 432, 450, 451, 452, 454, 502, 535, 550],
    enhanced: [],
    words:
      /\b(?:account|mailbox)\b.{0,40}\b(?:disabled|suspended|deactivated|blocked|locked|not (?:yet )?activated)\b/i,
    id: 'S51',
  },
  // Yahoo and AOL.
  {
    at: ['Login'],
    codes: [535],
    enhanced: [],
    words: /#AUTH005\b/,
    id: 'S45',
  },
  // QQ, NetEase, Yandex and others that want a code or password of their own for mail programs.
  {
    at: ['Login'],
    codes: [534, 535, 550],
    enhanced: [],
    words:
      /\bservice is not open\b|\baccess rights to this service\b|\buser has no permission\b|\bauthori[sz]ation code\b|授权码|\bapp(?:lication)?[- ](?:specific )?password\b/i,
    id: 'S45',
  },
  // Brevo and others that list the addresses a login may come from.
  {
    at: ['Login'],
    codes: [525, 535, 550],
    enhanced: [],
    words: /\bunauthori[sz]ed IP\b|\bIP address\b.{0,40}\bnot (?:allowed|authori[sz]ed)\b/i,
    id: 'S13',
  },
  // Proton Mail Bridge and others made with go-smtp, which has one code for all failures.
  {
    at: ['Login'],
    codes: [454],
    enhanced: ['4.7.0'],
    words: /\b(?:invalid|incorrect|wrong) (?:user ?name|credentials|login|password)\b/i,
    id: 'S44',
  },
  // All that answer EHLO with a refusal of the name in it.
  {
    at: ['EHLO', 'Sender', 'Recipient', 'Data'],
    codes: [421, 450, 451, 501, 504, 550, 553, 554],
    enhanced: [],
    words:
      /\b(?:HELO|EHLO)\b.{0,60}\b(?:not match|is not matching|mismatch|rejected|refused|invalid|denied|does not resolve)|\b(?:invalid|bad|bogus|forged) (?:HELO|EHLO)\b/i,
    id: 'S14',
  },
  // Google, rspamd and others that count mails.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [421, 450, 451, 452, 454, 550, 552, 554],
    enhanced: [],
    words:
      /\brate ?-?limit|\bthrottl|\b(?:daily|hourly|monthly|sending|message)\b.{0,40}\b(?:quota|limit)\b.{0,20}\b(?:exceeded|reached)|\btoo many (?:messages|mails|e-?mails|connections)\b/i,
    id: 'S68',
  },
  // Twilio SendGrid, QQ, NetEase, GMX, Postfix and others, of a sender that is not this login’s.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [501, 550, 551, 553, 554],
    enhanced: [],
    words: /\bverified sender identity\b|\bmail from\b.{0,40}\b(?:must (?:be|equal)|same as) .{0,20}\bauthori[sz]/i,
    id: 'S62',
  },
  // GMX, Zoho and Apple, of a sender that is not this login’s.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [550, 551, 553, 554],
    enhanced: [],
    words:
      /\bsender (?:address )?is not (?:allowed|verified)\b|\bfrom address is not (?:one of your|verified|allowed)/i,
    id: 'S62',
  },
  // All that use the words of RFC 3207.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [530],
    enhanced: [],
    words: /\bSTARTTLS\b/i,
    id: 'S60',
  },
  // All that use the words of RFC 3207.
  {
    at: ['Login'],
    codes: [530, 538],
    enhanced: [],
    words: /\bSTARTTLS\b/i,
    id: 'S48',
  },
  // All that use the words of RFC 4954.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [530],
    enhanced: [],
    words: /\bauthenticat/i,
    id: 'S61',
  },
  // Microsoft 365.
  {
    at: ['Login'],
    codes: [535],
    enhanced: ['5.7.139'],
    words: /SmtpClientAuthentication is disabled/i,
    id: 'S46',
  },
  // Microsoft 365.
  {
    at: ['Login'],
    codes: [535],
    enhanced: ['5.7.139'],
    words: /user credentials were incorrect/i,
    id: 'S44',
  },
  // Google.
  { at: ['Login'], codes: [535], enhanced: ['5.7.8'], words: /\bgsmtp\b/i, id: 'S45' },
  // Amazon SES.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [554],
    enhanced: [],
    words: /email address(?:es)? (?:is|are) not verified/i,
    id: 'S62',
    ofRecipient: 'S59',
  },
  // Microsoft Exchange.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [550, 554],
    enhanced: ['5.7.1', '5.2.252', '5.2.0'],
    words: /\bsend ?as\b|SendAsDenied/i,
    id: 'S62',
  },
  // Microsoft Exchange.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [550],
    enhanced: ['5.7.1'],
    words: /not authenticated/i,
    id: 'S61',
  },
  // Postfix and others, with a DNS block list.
  {
    at: ['Greeting', 'EHLO', 'Sender', 'Recipient', 'Data'],
    codes: [550, 553, 554],
    enhanced: [],
    words: /blocked (?:using|by)\b|client host .{0,80}blocked|\bblock ?list|\bspamhaus\b/i,
    id: 'S76',
  },
  // Postfix, Exim and others, with a greylist.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [421, 450, 451, 452],
    enhanced: [],
    words: /gr[ae]y-?list/i,
    id: 'S67',
  },
  // The words of Postfix for a milter that does not answer (milter_default_action = tempfail).
  // Postfix.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [451],
    enhanced: ['4.7.1'],
    words: /service unavailable/i,
    id: 'S77',
  },
  // Those with a greylist that do not say so.
  {
    at: ['Recipient', 'Data'],
    codes: [450, 451],
    enhanced: ['4.2.0', '4.7.1'],
    words: /try (?:again )?later|postpone/i,
    id: 'S67',
  },
  // Postfix keeps what it has against client, EHLO name and sender until the recipient (postconf(5), smtpd_delay_reject).
  // Postfix.
  {
    at: ['Sender', 'Recipient'],
    codes: [553],
    enhanced: ['5.7.1'],
    words: /: Sender address rejected: not logged in/,
    id: 'S61',
  },
  // Postfix.
  {
    at: ['Recipient'],
    codes: [550, 553, 554],
    enhanced: ['5.1.0', '5.7.1'],
    words: /: Sender address rejected: /,
    id: 'S62',
  },
  // Postfix.
  {
    at: ['Recipient'],
    codes: [554],
    enhanced: ['5.7.1'],
    words: /: Helo command rejected: /,
    id: 'S14',
  },
  // Postfix, Exim, sendmail and others.
  {
    at: ['Recipient'],
    codes: [454, 550, 551, 553, 554],
    enhanced: [],
    words: /\brelay(?:ing)?\b/i,
    id: 'S64',
  },
  // Several, without codes of RFC 7372.
  {
    at: ['Sender', 'Recipient', 'Data'],
    codes: [550, 554],
    enhanced: ['5.7.0', '5.7.1'],
    words: /\b(?:DMARC|DKIM|SPF)\b/,
    id: 'S73',
  },
  // Several, without enhanced codes.
  {
    at: ['Sender', 'Recipient'],
    codes: [450, 550, 553],
    enhanced: ['4.1.0', '5.1.0'],
    words: /(?:sender )?domain (?:name )?(?:not found|does not exist|must exist)/i,
    id: 'S63',
  },
];
