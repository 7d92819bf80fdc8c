import type { SmtpReply, StageSeen } from '../model/probe';
import type { DiagnosisId } from './diagnosis-table';
import { providerPatterns } from './provider-patterns';

/** What else is known where a reply came. */
export interface ReplyContext {
  step: StageSeen['step'];
  encrypted: boolean;
  startTlsOffered: boolean;
  loginOffered: boolean;
  loggedIn: boolean;
  /** Sender and recipient of the envelope, where they are known. */
  from?: string | undefined;
  to?: string | undefined;
}

interface ReplyRule {
  at: readonly StageSeen['step'][];
  codes?: readonly number[];
  enhanced?: readonly string[];
  when?: (context: ReplyContext) => boolean;
  id: DiagnosisId;
}

const envelope: readonly StageSeen['step'][] = ['Sender', 'Recipient', 'Data'];
const address: readonly StageSeen['step'][] = ['Sender', 'Recipient'];
const login: readonly StageSeen['step'][] = ['Login'];
const wantsTls = ({ encrypted, startTlsOffered, loginOffered }: ReplyContext) =>
  !encrypted && (startTlsOffered || !loginOffered);
const wantsLogin = ({ loggedIn, loginOffered }: ReplyContext) => !loggedIn && loginOffered;

/** By enhanced status code (RFC 3463, RFC 5248, RFC 7372 and what large providers add). First match wins. */
const byEnhanced: readonly ReplyRule[] = [
  { at: login, enhanced: ['5.7.139', '5.7.3'], codes: [535], id: 'S47' },
  { at: login, enhanced: ['5.7.30'], id: 'S47' },
  { at: login, enhanced: ['5.7.9', '5.7.14'], codes: [534], id: 'S45' },
  { at: login, enhanced: ['5.7.11'], codes: [538], id: 'S48' },
  { at: login, enhanced: ['5.7.0'], codes: [530], when: ({ encrypted }) => !encrypted, id: 'S48' },
  { at: login, enhanced: ['5.7.8'], id: 'S44' },
  { at: login, enhanced: ['5.7.1'], codes: [535], id: 'S44' },
  { at: login, enhanced: ['5.7.1', '5.7.13'], id: 'S51' },
  { at: login, enhanced: ['5.5.4', '5.7.4'], codes: [504], id: 'S42' },
  { at: envelope, enhanced: ['4.7.3', '5.7.3'], codes: [451], id: 'S60' },
  { at: envelope, enhanced: ['5.7.0'], codes: [530], when: wantsTls, id: 'S60' },
  { at: envelope, enhanced: ['5.7.10'], id: 'S60' },
  { at: envelope, enhanced: ['5.7.57'], id: 'S61' },
  { at: envelope, enhanced: ['5.7.0', '5.7.1', '5.7.8'], codes: [530], id: 'S61' },
  { at: envelope, enhanced: ['5.7.60'], id: 'S62' },
  { at: address, enhanced: ['5.7.1'], codes: [553], id: 'S62' },
  { at: address, enhanced: ['5.1.7'], codes: [501], id: 'S71' },
  { at: envelope, enhanced: ['5.1.8', '4.1.8', '5.7.27', '5.1.7', '4.1.7'], id: 'S63' },
  { at: ['Recipient'], enhanced: ['5.7.54', '5.7.64'], id: 'S64' },
  { at: ['Recipient'], enhanced: ['5.7.1'], codes: [554], when: wantsLogin, id: 'S61' },
  { at: ['Recipient'], enhanced: ['5.7.1'], codes: [550, 551, 554], id: 'S64' },
  { at: ['Sender'], enhanced: ['5.7.1'], codes: [550, 554], when: wantsLogin, id: 'S61' },
  { at: ['Sender'], enhanced: ['5.7.1', '5.1.0', '5.1.1'], id: 'S62' },
  { at: ['Recipient', 'Data'], enhanced: ['5.1.0', '5.1.1', '5.1.2', '5.1.6', '5.1.10', '5.2.1', '4.1.1'], id: 'S65' },
  { at: envelope, enhanced: ['4.2.2', '5.2.2'], id: 'S66' },
  { at: ['Recipient', 'Data'], enhanced: ['4.7.1'], codes: [451], id: 'S67' },
  { at: ['Recipient', 'Data'], enhanced: ['4.2.0'], codes: [450], id: 'S67' },
  { at: envelope, enhanced: ['4.2.1'], codes: [450], id: 'S68' },
  { at: envelope, enhanced: ['4.7.1'], codes: [454], id: 'S68' },
  { at: envelope, enhanced: ['4.3.1', '4.3.2', '4.4.5', '5.4.5', '4.5.3', '5.5.3', '4.7.500'], id: 'S68' },
  { at: envelope, enhanced: ['5.7.28', '4.7.28', '5.7.232', '5.7.233'], id: 'S68' },
  { at: envelope, enhanced: ['5.3.4', '5.2.3'], id: 'S69' },
  { at: envelope, enhanced: ['5.6.7', '5.6.9'], id: 'S70' },
  { at: envelope, enhanced: ['5.7.25'], id: 'S58' },
  {
    at: envelope,
    enhanced: ['5.7.20', '5.7.21', '5.7.22', '5.7.23', '5.7.24', '5.7.26', '4.7.26', '5.7.509', '5.7.515'],
    id: 'S73',
  },
  { at: address, enhanced: ['5.1.3', '5.5.4'], id: 'S71' },
  { at: ['Data'], enhanced: ['5.7.0', '5.7.1'], id: 'S72' },
];

/** By reply code alone (RFC 5321 section 4.2.3, RFC 4954 section 6, RFC 3207, RFC 1870). First match wins. */
const byCode: readonly ReplyRule[] = [
  { at: ['TLS'], codes: [500, 502, 503], id: 'S20' },
  { at: login, codes: [504], id: 'S42' },
  { at: login, codes: [530], when: ({ encrypted }) => !encrypted, id: 'S48' },
  { at: login, codes: [538], id: 'S48' },
  { at: login, codes: [534], id: 'S45' },
  { at: login, codes: [535, 530], id: 'S44' },
  { at: login, codes: [525], id: 'S51' },
  { at: envelope, codes: [530], when: wantsTls, id: 'S60' },
  { at: envelope, codes: [530], id: 'S61' },
  { at: envelope, codes: [421], id: 'S68' },
  { at: address, codes: [501, 555], id: 'S71' },
  { at: ['Recipient'], codes: [552], id: 'S66' },
  { at: envelope, codes: [552, 523], id: 'S69' },
  { at: envelope, codes: [452], id: 'S68' },
  { at: ['Sender'], codes: [550, 553, 554], when: wantsLogin, id: 'S61' },
  { at: ['Sender'], codes: [550, 553], id: 'S62' },
  { at: ['Recipient'], codes: [554], id: 'S64' },
  { at: ['Recipient'], codes: [550, 551, 553], id: 'S65' },
  { at: ['Login', 'Sender', 'Recipient', 'Data'], codes: [500, 502, 503], id: 'S74' },
  { at: ['Data'], codes: [550, 554, 571], id: 'S72' },
];

/** What is left of a stage, for 4xx and 5xx. */
const byClass: Partial<Record<StageSeen['step'], readonly [DiagnosisId, DiagnosisId]>> = {
  Greeting: ['S12', 'S13'],
  EHLO: ['S12', 'S14'],
  TLS: ['S21', 'S21'],
  Login: ['S49', 'S78'],
};

const includes = <T>(list: readonly T[] | undefined, value: T | undefined) =>
  list === undefined || (value !== undefined && list.includes(value));

function isOnlyAboutRecipient(text: string, { from, to }: ReplyContext): boolean {
  const words = text.toLowerCase();
  const names = (address: string | undefined) => Boolean(address && words.includes(address.toLowerCase()));
  return names(to) && !names(from);
}

/**
 * The row that a refusal stands for: a provider's own words, else its enhanced status code, else its code, else what any
 * 4xx or 5xx means at that stage. An answer with another code is one out of step.
 */
export function idOfRefusal({ code, enhanced, text }: SmtpReply, context: ReplyContext): DiagnosisId {
  const { step } = context;
  const worded = providerPatterns.find(
    (pattern) =>
      pattern.at.includes(step) &&
      pattern.codes.includes(code) &&
      (pattern.enhanced.length === 0 || enhanced === undefined || pattern.enhanced.includes(enhanced)) &&
      pattern.words.test(text),
  );
  if (worded) return worded.ofRecipient && isOnlyAboutRecipient(text, context) ? worded.ofRecipient : worded.id;
  const fits = (rule: ReplyRule) =>
    rule.at.includes(step) && includes(rule.codes, code) && (rule.when?.(context) ?? true);
  const known =
    byEnhanced.find((rule) => fits(rule) && includes(rule.enhanced, enhanced)) ?? byCode.find((rule) => fits(rule));
  if (known) return known.id;
  if (code < 400 || code >= 600) return 'S74';
  return (byClass[step] ?? (['S77', 'S78'] as const))[code < 500 ? 0 : 1];
}
