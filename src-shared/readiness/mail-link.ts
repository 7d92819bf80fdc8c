import { lettersStored, mailVerdicts, storedFound } from '../diagnosis/mail-verdict';
import type { KnownField } from '../gluu/pages/pages';
import type { Range } from '../gluu/versions';
import { lint } from '../lint/lint';
import { isLoopback } from '../model/host';
import type { ReadinessRemedy } from '../model/readiness';
import type { PasswordFound, SmtpSettings } from '../model/smtp-settings';
import { stillEnglish } from '../texts/still-english';
import type { Verdict } from '../verdict/verdict';
import { acrossVersions } from './across-versions';
import { amber, type Finding, green, notKnown, red, toAction, toField } from './finding';
import { formValues } from './form-values';
import type { ReadinessFacts, SmtpRead } from './readiness-facts';

import { type StillSeen, stillSeen } from './tested-settings';

const SMTP_PORT = 25;
const mailSource = 'oxCore MailService.java';
const test = toAction('Test the mail settings', 'testMail');

/** What this version makes of its settings when it sends the reset mail; it ignores whether that succeeded. */
export const resetMail = (facts: ReadinessFacts): Finding =>
  acrossVersions(facts.version, ['mailReads'], ({ mailReads }, range) => {
    const stored = facts.smtp[mailReads];
    if (stored.kind !== 'read') {
      return red({
        reason: 'There are no settings to send with.',
        because: 'the mail cannot be sent',
        source: mailSource,
      });
    }
    return mailFinding(facts, stored.settings, range);
  });

function mailFinding(facts: ReadinessFacts, settings: SmtpRead, range: Range): Finding {
  const still = facts.mailTested && stillSeen(facts.mailTested, settings);
  const verdict = mailVerdicts(range, formOf(settings), still?.seen, facts.jvm ?? {}).reset;
  if (verdict.outcome === 'cannotKnow') return foreseen(settings, range) ?? unforeseen(verdict, still);
  return told(verdict, settings);
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
const mailRules: readonly string[] = ['L01', 'L02', 'L06'];
function foreseen(settings: SmtpRead, range: Range): Finding | undefined {
  const found = lint({ version: range, values: formValues(settings), storedPassword: settings.password });
  const [worst] = found.filter(({ id, severity }) => mailRules.includes(id) && severity === 'bad');
  if (!worst) return undefined;
  const remedy = toField(
    worst.remedy ? stillEnglish(worst.remedy.label) : 'Open the field',
    worst.field,
    worst.remedy?.set,
  );
  return red({
    reason: stillEnglish(worst.sentence),
    because: 'the mail server will refuse it',
    source: worst.source,
    remedy,
  });
}

function unforeseen({ missing, reasons, exposure }: Verdict, still: StillSeen | undefined): Finding {
  const source = reasons[0]?.sources.join('; ') ?? mailSource;
  const [first] = missing;
  if (!still) {
    const reason = 'The mail server was not tested yet.';
    return notKnown({ reason, because: 'the mail server was not tested', source, remedy: test, isUntested: true });
  }
  const open = `Not known: ${first ? stillEnglish(first.sentence) : 'the mail server left it open.'}`;
  const { staleFrom } = still;
  const other = staleFrom && `From ${staleFrom} on, the last test was made with other values.`;
  const reason = [exposure && stillEnglish(exposure), other, open].filter(Boolean).join(' ');
  const because = staleFrom
    ? `the last mail test was made with other values from ${staleFrom} on`
    : `the test left open whether the ${exposure ? 'unencrypted ' : ''}mail is sent`;
  return notKnown({ reason, because, source, remedy: test });
}

const because: Record<Exclude<Verdict['outcome'], 'sends' | 'cannotKnow'>, string> = {
  sendsInClear: 'mail is not encrypted',
  fails: 'the mail will fail, and Gluu will still say that it was sent',
  hangs: 'sending the mail will hang',
  ignoresHost: 'Gluu sends the mail to its own port 25 instead of the SMTP Host',
};

function told(verdict: Verdict, settings: SmtpRead): Finding {
  const [first] = verdict.reasons;
  const source = first?.sources.join('; ') ?? mailSource;
  const reason = [...(first ? [first.sentence] : []), ...verdict.assumptions].map(stillEnglish).join(' ');
  if (verdict.outcome === 'sends') return green(reason, source);
  if (verdict.outcome === 'cannotKnow') throw new Error('an open verdict is no outcome');
  const found = { reason, because: because[verdict.outcome], source, ...remedyOf(verdict) };
  if (verdict.outcome === 'sendsInClear') return amber(found);
  const isMeant = isLoopback(settings.host ?? '') && settings.port === SMTP_PORT;
  if (verdict.outcome !== 'ignoresHost' || !isMeant) return red(found);
  return amber({
    reason:
      'Gluu sends to port 25 of the Gluu Server itself, as is set. Whether a relay takes mail there cannot be seen from here.',
    because: 'it depends on a relay on the Gluu Server',
    source,
  });
}

function remedyOf({ remedy }: Verdict): { remedy?: ReadinessRemedy; advice?: string } {
  if (!remedy) return {};
  const [first] = remedy.changes;
  const advice = stillEnglish(remedy.text);
  if (!first) return { advice };
  const set: Partial<Record<KnownField, true>> = Object.fromEntries(
    remedy.changes.map(({ field, value }) => [field, value]),
  );
  return { advice, remedy: toField(remedy.label ? stillEnglish(remedy.label) : 'Open the field', first.field, set) };
}
