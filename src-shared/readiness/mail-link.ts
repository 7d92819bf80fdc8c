import { lettersStored, mailVerdicts, storedFound } from '../diagnosis/mail-verdict';
import type { KnownField } from '../gluu/pages/pages';
import type { Range } from '../gluu/versions';
import { lint } from '../lint/lint';
import { isLoopback } from '../model/host';
import type { PasswordFound, SmtpSettings } from '../model/smtp-settings';
import { stepMessage } from '../model/work';
import { type Message, message } from '../texts/message';
import type { Verdict } from '../verdict/verdict';
import { acrossVersions } from './across-versions';
import { amber, type Finding, green, notKnown, red, toAction, toField } from './finding';
import { formValues } from './form-values';
import type { ReadinessFacts, SmtpRead } from './readiness-facts';
import { type StillSeen, stillSeen } from './tested-settings';

const SMTP_PORT = 25;
const mailSource = 'oxCore MailService.java';
const test = toAction(message('readiness.do.testMail'), 'testMail');

/** What this version makes of its settings when it sends the reset mail; it ignores whether that succeeded. */
export const resetMail = (facts: ReadinessFacts): Finding =>
  acrossVersions(facts.version, ['mailReads'], ({ mailReads }, range) => {
    const stored = facts.smtp[mailReads];
    if (stored.kind !== 'read') {
      return red({
        reason: [message('readiness.mail.nothingToSendWith')],
        because: message('readiness.because.mailImpossible'),
        source: mailSource,
      });
    }
    return mailFinding(facts, stored.settings, range);
  });

function mailFinding(facts: ReadinessFacts, settings: SmtpRead, range: Range): Finding {
  const still = facts.mailTested && stillSeen(facts.mailTested, settings, range);
  const verdict = mailVerdicts(range, formOf(settings), still?.seen, facts.jvm ?? {}).reset;
  if (verdict.outcome === 'cannotKnow') return foreseen(settings, range) ?? unforeseen(verdict, still);
  return outcomeFinding(verdict, settings, lostTls(settings, range));
}

/** Where the salt does not tell, the password counts as a good one; that it may not be is the password's own link. */
function formOf({ password, ...settings }: SmtpRead): SmtpSettings & PasswordFound {
  const found = storedFound[password];
  return {
    ...settings,
    password: found === 'notKnown' ? 'readable' : found,
    passwordTyped: false,
    passwordLetters: lettersStored[password],
  };
}

/** What is known of a host or a port without asking it. */
const mailRules: readonly string[] = ['L01', 'L02', 'L06', 'L21'];
const lintOf = (settings: SmtpRead, version: Range) =>
  lint({
    version,
    values: formValues(settings),
    storedPassword: settings.password,
    stored: settings,
  });

/** Says why nothing is encrypted although Requires SSL is stored: an upgrade to 4.4.1 or later left it behind. */
const lostTls = (settings: SmtpRead, version: Range): Message[] =>
  lintOf(settings, version).flatMap(({ id, sentence }) => (id === 'L21' ? [sentence] : []));

function foreseen(settings: SmtpRead, range: Range): Finding | undefined {
  const found = lintOf(settings, range);
  const [worst] = found.filter(({ id, severity }) => mailRules.includes(id) && severity === 'bad');
  if (!worst) return undefined;
  return red({
    reason: [worst.sentence],
    because: message('readiness.because.mailRefused'),
    source: worst.source,
    remedy: toField(labelOf(worst.remedy), worst.field, worst.remedy?.set),
  });
}

const labelOf = (remedy: { label?: Message } | undefined): Message =>
  remedy?.label ?? message('readiness.do.openField');

function unforeseen({ missing, reasons, exposure }: Verdict, still: StillSeen | undefined): Finding {
  const source = reasons[0]?.sources.join('; ') ?? mailSource;
  if (!still) {
    const because = message('readiness.mail.untested');
    return notKnown({ reason: [because], because, source, remedy: test, isUntested: true });
  }
  const [first] = missing;
  const open = first ? message('readiness.mail.open', { what: first.sentence }) : message('readiness.mail.leftOpen');
  const stale = still.staleFrom && message('readiness.mail.stale', { stage: stepMessage(still.staleFrom) });
  return notKnown({
    reason: [...(exposure ? [exposure] : []), ...(stale ? [stale] : []), open],
    because: stale ?? message(exposure ? 'readiness.because.openUnencrypted' : 'readiness.because.open'),
    source,
    remedy: test,
  });
}

function outcomeFinding(verdict: Verdict, settings: SmtpRead, why: readonly Message[]): Finding {
  const { outcome, assumptions } = verdict;
  const [first] = verdict.reasons;
  const source = first?.sources.join('; ') ?? mailSource;
  const reason = [...(first ? [first.sentence] : []), ...why, ...assumptions];
  if (outcome === 'sends') return green(reason, source);
  if (outcome === 'cannotKnow') throw new Error('an open verdict is no outcome');
  const found = { reason, because: message(`readiness.because.${outcome}`), source, ...remedyOf(verdict) };
  if (outcome === 'sendsInClear') return amber(found);
  const isMeant = isLoopback(settings.host ?? '') && settings.port === SMTP_PORT;
  if (outcome !== 'ignoresHost' || !isMeant) return red(found);
  return amber({ reason: [message('readiness.mail.relay')], because: message('readiness.because.relay'), source });
}

function remedyOf({ remedy }: Verdict): Pick<Finding, 'remedy' | 'advice'> {
  if (!remedy) return {};
  const advice = [remedy.text];
  const [first] = remedy.changes;
  if (!first) return { advice };
  const set: Partial<Record<KnownField, true>> = Object.fromEntries(
    remedy.changes.map(({ field, value }) => [field, value]),
  );
  return { advice, remedy: toField(labelOf(remedy), first.field, set) };
}
