import { fieldOf } from '../gluu/pages/pages';
import type { ResetVersion } from '../gluu/reset-versions';
import type { Range } from '../gluu/versions';
import { lint } from '../lint/lint';
import { saltWords } from '../messages/salt-words';
import type { SaltState } from '../model/salt';
import { asMessage, type Message, message, verbatim } from '../texts/message';
import { acrossVersions } from './across-versions';
import { amber, type Finding, green, notKnown, red, toAction, toField } from './finding';
import { formValues } from './form-values';
import type { ReadinessFacts, SmtpRead } from './readiness-facts';

const enabledSource = 'oxTrust PasswordReminderAction.java (enabled)';
const booleanSource = 'oxCore oxLdap GluuBoolean.java; oxTrust PasswordReminderAction.java (enabled)';
const offWords = ['disabled', 'false', 'inactive'];
const enable = toField(message('readiness.do.enable'), 'passwordReset', { passwordReset: true });

/** Whether Self-Service Password Reset is switched on, in a spelling this version knows. */
export const resetEnabled = ({ version, resetAllowed }: ReadinessFacts): Finding =>
  acrossVersions(version, ['onWords', 'wordCase'], ({ onWords, wordCase }) => {
    const words = wordCase === 'any' ? resetAllowed.map((word) => word.toLowerCase()) : resetAllowed;
    const [first] = words;
    const off = { because: message('readiness.because.off'), source: booleanSource, remedy: enable };
    if (first === undefined) return red({ ...off, reason: [message('readiness.enabled.notSet')] });
    const isOn = onWords.includes(first);
    if (new Set(words.map((word) => onWords.includes(word))).size > 1) {
      return notKnown({
        ...off,
        reason: [message('readiness.enabled.contradicting', { n: words.length })],
        because: message('readiness.because.contradicting'),
      });
    }
    if (isOn) return green([message('readiness.enabled.on')], booleanSource);
    const unknown = wordCase === 'any' ? 'notTrue' : 'unrecognized';
    return red({ ...off, reason: [message(`readiness.enabled.${offWords.includes(first) ? 'off' : unknown}`)] });
  });

const completeness = ['enabledReads', 'unsetPort', 'passwordMustDecrypt'] as const satisfies (keyof ResetVersion)[];
type Completeness = Pick<ResetVersion, (typeof completeness)[number]>;

/** What `enabled()` finds missing, by the name of the field; it asks for null, so an empty text passes. */
function missingIn({ host, port, authentication, userName, password }: SmtpRead, row: Completeness): Message[] {
  const noPassword = password === 'none' || (row.passwordMustDecrypt && password === 'doesNotDecrypt');
  const wanted = [
    { field: 'smtpHost', missing: host === null },
    { field: 'smtpPort', missing: port === row.unsetPort },
    { field: 'smtpUserName', missing: authentication && userName === null },
    { field: 'smtpPassword', missing: authentication && noPassword },
  ] as const;
  return wanted.filter(({ missing }) => missing).map(({ field }) => fieldOf(field).label);
}

/** Whether the SMTP settings are complete as this version's `enabled()` wants them. */
export const smtpComplete = ({ version, smtp }: ReadinessFacts): Finding =>
  acrossVersions(version, completeness, (row) => {
    // Up to 3.1.1 the JSON copy decides nothing, but the entry that holds a broken one cannot be read at all.
    const seen = smtp.kebabCase.kind === 'broken' ? smtp.kebabCase : smtp[row.enabledReads];
    const open = toField(message('readiness.do.openSmtp'), 'smtpHost');
    const about = { source: enabledSource, remedy: open };
    if (seen.kind === 'absent') {
      const because = message('readiness.because.smtpAbsent');
      return red({ ...about, reason: [because], because });
    }
    if (seen.kind === 'broken') {
      const reason = [message('readiness.smtp.broken'), asMessage(seen.why)];
      return red({ ...about, reason, because: message('readiness.because.smtpBroken') });
    }
    const { host, port, authentication } = seen.settings;
    const fields = { list: missingIn(seen.settings, row), as: 'plain' } as const;
    if (fields.list.length > 0) {
      return red({
        ...about,
        reason: [message('readiness.smtp.missing', { fields })],
        because: message('readiness.because.smtpMissing', { fields }),
      });
    }
    if (host === '') {
      const reason = [message('readiness.smtp.hostEmpty')];
      return red({ ...about, reason, because: message('readiness.because.hostEmpty') });
    }
    const complete = { address: `${host}:${port}`, login: authentication ? 'yes' : 'no' };
    return green([message('readiness.smtp.complete', complete)], enabledSource);
  });

const decryptSource = 'oxCore StringEncrypter.java; oxTrust issue 708';

/** Whether the stored SMTP password can be used by this version, with the salt known here. */
export const smtpPassword = ({ version, smtp, salt }: ReadinessFacts): Finding =>
  acrossVersions(version, ['mailReads'], ({ mailReads }) => {
    const seen = smtp.kebabCase.kind === 'broken' ? smtp.kebabCase : smtp[mailReads];
    if (seen.kind !== 'read') return undecided(seen.kind);
    if (!seen.settings.authentication) {
      return green([message('readiness.password.notNeeded')], enabledSource);
    }
    return passwordFinding(seen.settings, salt);
  });

/** Whether a password is needed is one of the settings that cannot be looked at. */
const undecided = (why: 'absent' | 'broken'): Finding =>
  notKnown({
    reason: [message(`readiness.password.${why === 'absent' ? 'undecidedAbsent' : 'undecidedBroken'}`)],
    because: message('readiness.because.passwordUndecided'),
    source: enabledSource,
  });

const typeAgain = toField(message('readiness.do.enterPassword'), 'smtpPassword');
const toSalt = (which: 'enterSalt' | 'correctSalt' | 'lookAtSalt') =>
  toAction(message(`readiness.do.${which}`), 'enterSalt');

/** What each way in which a stored password is not simply good makes of the link. */
const passwords = {
  none: { judged: red, remedy: typeAgain },
  mask: { judged: red, remedy: typeAgain },
  doesNotDecrypt: { judged: red, remedy: typeAgain },
  decryptsGarbled: { judged: amber, remedy: typeAgain },
  decryptsDamaged: { judged: amber, remedy: typeAgain },
  layered: { judged: red, remedy: typeAgain },
  usedAsStored: { judged: amber, remedy: typeAgain },
  decryptsNonAscii: { judged: amber, remedy: typeAgain },
  noSalt: { judged: notKnown, remedy: toSalt('enterSalt') },
  wrongSalt: { judged: notKnown, remedy: toSalt('correctSalt') },
  doesNotDecryptUnproved: { judged: notKnown, remedy: toSalt('lookAtSalt') },
  decryptsUnproved: { judged: notKnown, remedy: toSalt('lookAtSalt') },
} as const;
/** What is known of the salt belongs to these. */
const onSalt: readonly string[] = ['wrongSalt', 'doesNotDecryptUnproved', 'decryptsUnproved'];

function passwordFinding({ password, passwordIsMask }: SmtpRead, salt: SaltState): Finding {
  const isOpened = password === 'decrypts' || password === 'decryptsUnproved' || password === 'usedAsStored';
  const found = isOpened && passwordIsMask ? 'mask' : password;
  if (found === 'decrypts') return green([message('readiness.password.decrypts')], decryptSource);
  const { judged, remedy } = passwords[found];
  return judged({
    reason: [message(`readiness.password.${found}`), ...(onSalt.includes(found) ? [saltWords(salt)] : [])],
    because: message(`readiness.because.password.${found}`),
    source: decryptSource,
    remedy,
  });
}

const fromRules: readonly string[] = ['L07', 'L08', 'L09'];

/** Whether From Email Address can stand as the sender of the reset mail. */
export const fromAddress = ({ version, smtp }: ReadinessFacts): Finding =>
  acrossVersions(version, ['mailReads'], ({ mailReads }, range) => {
    const seen = smtp[mailReads];
    return fromFinding(seen.kind === 'read' ? seen.settings : undefined, range);
  });

function fromFinding(settings: SmtpRead | undefined, range: Range): Finding {
  const source = 'oxCore MailService.java; RFC 5321 section 4.1.2';
  const open = toField(message('readiness.do.enterAddress'), 'smtpFromEmail');
  const address = settings?.fromEmail ?? '';
  if (!settings || address === '') {
    const reason = [message('readiness.from.notSet')];
    return red({ source, reason, because: message('readiness.because.fromNotSet'), remedy: open });
  }
  // A missing host is another link's matter.
  const values = { ...formValues(settings), smtpHost: settings.host || 'unset.invalid' };
  const [worst] = lint({ version: range, values, storedPassword: settings.password }).filter(
    ({ id, severity }) => fromRules.includes(id) && severity !== 'info',
  );
  if (!worst) return green([verbatim(address)], source);
  const remedy = worst.remedy ? toField(worst.remedy.label, worst.field, worst.remedy.set) : open;
  const found = { reason: [worst.sentence], source: worst.source, remedy };
  return worst.severity === 'bad'
    ? red({ ...found, because: message('readiness.because.fromInvalid') })
    : amber({ ...found, because: message('readiness.because.fromDoubtful') });
}
