import type { ProviderPattern } from './provider-pattern';

const PERMANENT = [501, 550, 551, 552, 553, 554, 571];
const ANY = [421, 450, 451, 452, 454, ...PERMANENT];
const envelope = ['Sender', 'Recipient', 'Data'] as const;

/** Refusals while a mail is handed over whose words name the account, the login, the sender, the recipient, a limit or the address. */
export const sendingPatterns: readonly ProviderPattern[] = [
  // Mailgun and Postmark, before an account is approved.
  {
    at: envelope,
    codes: ANY,
    enhanced: [],
    words: /\bsandbox subdomains?\b|\bauthorized recipients\b|\baccount is pending approval\b/i,
    id: 'S59',
  },
  // Microsoft 365, Amazon SES, Mailgun, Zoho and NetEase, to an account that is switched off.
  {
    at: ['Sender', 'Data'],
    codes: ANY,
    enhanced: [],
    words:
      /\bbad outbound sender\b|\bsending (?:is |has been )?(?:paused|suspended|disabled|blocked)\b|\byour (?:\w+ )?account\b.{0,40}\b(?:paused|suspended|disabled|deactivated|blocked|not (?:yet )?activated)\b|\buser suspended\b|\bunusual sending activity\b/i,
    id: 'S51',
  },
  // Twilio SendGrid, sendmail, MailEnable, QQ and NetEase, before a login.
  {
    at: envelope,
    codes: [503, ...PERMANENT],
    enhanced: [],
    words:
      /^(?!.*\b(?:SPF|DKIM|DMARC)\b).*(?:\bunauthenticated senders? not allowed|\bauth(?:entication)? (?:is )?required\b|\brequires authentication\b|\bAUTH\b.{0,10}\bfirst\b)/i,
    id: 'S61',
  },
  // Postfix, Exchange and others that want encryption.
  {
    at: envelope,
    codes: ANY,
    enhanced: [],
    words: /\b(?:encryption|TLS) (?:is )?(?:required|needed)\b|\brequires (?:TLS|encryption)\b/i,
    id: 'S60',
  },
  // Google Workspace and hMailServer.
  {
    at: envelope,
    codes: PERMANENT,
    enhanced: [],
    words: /\binvalid credentials for relay\b|\bdelivery is not allowed to this address\b/i,
    id: 'S64',
  },
  // Zoho, Fastmail, Yahoo, Postmark, SparkPost, Mailgun, Strato and others, of the sender.
  {
    at: envelope,
    codes: ANY,
    enhanced: [],
    words:
      /\brelaying disallowed as\b|\bnot authori[sz]ed to (?:send|use)\b.{0,40}\b(?:as|from|sender|address)\b|\bfrom:? address (?:is )?not (?:verified|allowed|authori[sz]ed)|\bsender (?:address )?(?:is )?not (?:permitted|authori[sz]ed|owned)\b|\bsender signature\b|\bunconfigured sending domain\b|\bsender you used\b.{0,300}\bis not valid\b|\bdomain is unverified\b/i,
    id: 'S62',
  },
  // Amazon SES, Mimecast, Domino, Exim and NetEase, of the sender.
  {
    at: envelope,
    codes: PERMANENT,
    enhanced: [],
    words:
      /\bto perform .?ses:send|\banti-spoofing policy\b|\bmail from .{1,300} rejected for policy\b|\bsender verif(?:y|ication) failed\b|\bDT:SUM\b/i,
    id: 'S62',
  },
  // Google, Microsoft 365, GoDaddy, cPanel, QQ and NetEase, which count mails.
  {
    at: envelope,
    codes: ANY,
    enhanced: [],
    words:
      /\bat a rate that\b|\bunusual rate\b|\bexceeded\b.{0,40}\b(?:per (?:hour|day)|daily|hourly|24-hour|sending|relay)\b|submissionquotaexceeded|\bfrequency limited\b|\b(?:MI|RP):(?:SFQ|DMC|QRC|DRC|TRC)\b|\bHL:ICC\b/i,
    id: 'S68',
  },
  // Postfix, sendmail and others, without a host name for the address.
  {
    at: envelope,
    codes: ANY,
    enhanced: [],
    words: /\breverse (?:hostname|dns|lookup)\b|\bcannot find your hostname\b|\bPTR record\b/i,
    id: 'S58',
  },
  // Microsoft, Yahoo, Mimecast, Proofpoint and NetEase, of the address.
  {
    at: envelope,
    codes: PERMANENT,
    enhanced: [],
    words:
      /\bbanned sending IP\b|\btraffic not accepted from this IP\b|\[TSS\d\d\]|\bpoor reputation\b|\bipcheck\.proofpoint\b|\bDT:RBL\b/i,
    id: 'S76',
  },
  // After the message the words may be about a link in it.
  // Exim, cPanel and others, with a DNS block list.
  {
    at: ['Sender', 'Recipient'],
    codes: PERMANENT,
    enhanced: [],
    words: /^(?!.*\bsender address\b).*(?:\bblack[ -]?list|\bRBL\b|\bDNSBL\b|\blisted (?:at|by|in|on)\b)/i,
    id: 'S76',
  },
  // Exim, Mimecast and others, by a rule of their own.
  {
    at: ['Recipient'],
    codes: PERMANENT,
    enhanced: [],
    words: /\badministrative prohibition\b|\blocal policy\b/i,
    id: 'S78',
  },
  // Several, with the code for a size.
  {
    at: ['Data'],
    codes: [552],
    enhanced: [],
    words: /\bspam\b|\bvirus\b|\bcontent\b/i,
    id: 'S72',
  },
];
