import { fieldOf } from '../gluu/pages/pages';
import type { ResetVersion } from '../gluu/reset-versions';
import type { Range } from '../gluu/versions';
import { lint } from '../lint/lint';
import { saltWords } from '../messages/salt-words';
import type { SaltState } from '../model/salt';
import { wordsOf } from '../texts/bridge';
import { stillEnglish } from '../texts/still-english';
import { acrossVersions } from './across-versions';
import { amber, type Finding, green, notKnown, red, toAction, toField } from './finding';
import { formValues } from './form-values';
import type { ReadinessFacts, SmtpRead } from './readiness-facts';

const enabledSource = 'oxTrust PasswordReminderAction.java (enabled)';
const booleanSource = 'oxCore oxLdap GluuBoolean.java; oxTrust PasswordReminderAction.java (enabled)';
const offWords = ['disabled', 'false', 'inactive'];
const enable = toField('Enable', 'passwordReset', { passwordReset: true });

/** Whether Self-Service Password Reset is switched on, in a spelling this version knows. */
export const resetEnabled = ({ version, resetAllowed }: ReadinessFacts): Finding =>
  acrossVersions(version, ['onWords'], ({ onWords }) => {
    const [first] = resetAllowed;
    const off = { because: 'Self-Service Password Reset is not enabled', source: booleanSource, remedy: enable };
    if (first === undefined) return red({ ...off, reason: 'Not set, which counts as disabled.' });
    const isOn = onWords.includes(first);
    if (new Set(resetAllowed.map((word) => onWords.includes(word))).size > 1) {
      return notKnown({
        ...off,
        reason: `${resetAllowed.length} values are stored that contradict each other. Gluu reads the first it gets.`,
        because: 'passwordResetAllowed holds values that contradict each other',
      });
    }
    if (isOn) return green('Enabled.', booleanSource);
    if (offWords.includes(first)) return red({ ...off, reason: 'Disabled.' });
    return red({
      ...off,
      reason: 'The stored value is not one that Gluu recognizes. Gluu treats it as disabled and removes it.',
    });
  });

const completeness = ['enabledReads', 'unsetPort', 'passwordMustDecrypt'] as const satisfies (keyof ResetVersion)[];
type Completeness = Pick<ResetVersion, (typeof completeness)[number]>;

/** What `enabled()` finds missing, by the name of the field; it asks for null, so an empty text passes. */
function missingIn({ host, port, authentication, userName, password }: SmtpRead, row: Completeness): string[] {
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
    const open = toField('Open the SMTP settings', 'smtpHost');
    const about = { source: enabledSource, remedy: open };
    if (seen.kind === 'absent') {
      return red({ ...about, reason: 'No SMTP settings are stored.', because: 'no SMTP settings are stored' });
    }
    if (seen.kind === 'broken') {
      const reason = `oxSmtpConfiguration cannot be read, and with it Gluu reads none of this entry. ${seen.why}`;
      return red({ ...about, reason, because: 'Gluu cannot read the SMTP settings' });
    }
    const { host, port, authentication } = seen.settings;
    const missing = missingIn(seen.settings, row).join(', ');
    if (missing !== '') {
      return red({
        ...about,
        reason: `Gluu reports password reset as not enabled until this is set: ${missing}.`,
        because: `the SMTP settings lack ${missing}`,
      });
    }
    if (host === '') {
      return red({
        ...about,
        reason: 'SMTP Host is an empty text. Gluu treats it as set, and the mail has nowhere to go.',
        because: 'SMTP Host is empty',
      });
    }
    return green(`Complete: ${host}:${port}, ${authentication ? 'with' : 'without'} authentication.`, enabledSource);
  });

const decryptSource = 'oxCore StringEncrypter.java; oxTrust issue 708';

/** Whether the stored SMTP password can be used by this version, with the salt known here. */
export const smtpPassword = ({ version, smtp, salt }: ReadinessFacts): Finding =>
  acrossVersions(version, ['mailReads'], ({ mailReads }) => {
    const seen = smtp.kebabCase.kind === 'broken' ? smtp.kebabCase : smtp[mailReads];
    if (seen.kind !== 'read') return undecided(seen.kind);
    if (!seen.settings.authentication) {
      return green('Not needed: Requires Authentication is off.', enabledSource);
    }
    return passwordFinding(seen.settings, salt);
  });

/** Whether a password is needed is one of the settings that cannot be looked at. */
const undecided = (why: 'absent' | 'broken'): Finding =>
  notKnown({
    reason: `Whether one is needed is not known: ${why === 'absent' ? 'no SMTP settings are stored' : 'the SMTP settings cannot be read'}.`,
    because: 'it is not known whether an SMTP Password is needed',
    source: enabledSource,
  });

function passwordFinding({ password, passwordIsMask }: SmtpRead, salt: SaltState): Finding {
  const look = toAction('Look at the salt', 'enterSalt');
  const about = { source: decryptSource, remedy: toField('Enter the password', 'smtpPassword') };
  switch (password) {
    case 'none':
      return red({ ...about, reason: 'No password is stored.', because: 'no SMTP Password is stored' });
    case 'doesNotDecrypt':
      return red({
        ...about,
        reason: 'This server’s salt cannot decrypt the stored password, so Gluu sends none and the login fails.',
        because: 'the SMTP Password does not decrypt',
      });
    case 'decryptsGarbled':
      return amber({
        ...about,
        reason:
          'Decrypts to what oxTrust’s page made of letters outside ASCII when it saved them: not the password, in all versions but 4.2.3.',
        because: 'the SMTP Password was garbled when it was saved',
      });
    case 'decryptsDamaged':
      return amber({
        ...about,
        reason: 'Decrypts to a damaged text: its bytes are not UTF-8, and most mail servers will refuse it.',
        because: 'the SMTP Password decrypts to a damaged text',
      });
    case 'decryptsNonAscii':
      return amber({
        ...about,
        reason:
          'Decrypts, and has letters outside ASCII. The page shows them garbled: Update there would save them so, and the login would fail.',
        because: 'Update on oxTrust’s page would garble the SMTP Password',
      });
    case 'noSalt':
      return notKnown({
        ...about,
        reason: 'Stored. Whether it decrypts is not known: this server’s salt is not known here.',
        because: 'this server’s salt is not known here',
        remedy: toAction('Enter the salt', 'enterSalt'),
      });
    case 'wrongSalt':
      return notKnown({
        ...about,
        reason: `Stored. Whether Gluu can decrypt it is not known. ${wordsOf(saltWords(salt))}`,
        because: 'the salt kept here is contradicted by this server’s own configuration',
        remedy: toAction('Correct the salt', 'enterSalt'),
      });
    case 'doesNotDecryptUnproved':
      return notKnown({
        ...about,
        reason: `It does not decrypt with the salt kept here: one of the two is not this server’s. ${wordsOf(saltWords(salt))}`,
        because: 'the SMTP Password does not decrypt with the salt kept here, which may not be this server’s',
        remedy: look,
      });
    case 'decryptsUnproved':
      if (passwordIsMask) return maskFinding(about);
      return notKnown({
        ...about,
        reason: `Decrypts with the salt kept here. ${wordsOf(saltWords(salt))}`,
        because: 'the salt kept here cannot be proved to be this server’s',
        remedy: look,
      });
    case 'decrypts':
      return passwordIsMask ? maskFinding(about) : green('Decrypts with this server’s salt.', decryptSource);
  }
}

const maskFinding = (about: Pick<Finding, 'source' | 'remedy'>): Finding =>
  red({
    ...about,
    reason: 'It is a row of stars or dots, as a page shows in the place of a password.',
    because: 'the SMTP Password is a row of stars or dots',
  });

const fromRules: readonly string[] = ['L07', 'L08', 'L09'];

/** Whether From Email Address can stand as the sender of the reset mail. */
export const fromAddress = ({ version, smtp }: ReadinessFacts): Finding =>
  acrossVersions(version, ['mailReads'], ({ mailReads }, range) => {
    const seen = smtp[mailReads];
    return fromFinding(seen.kind === 'read' ? seen.settings : undefined, range);
  });

function fromFinding(settings: SmtpRead | undefined, range: Range): Finding {
  const source = 'oxCore MailService.java; RFC 5321 section 4.1.2';
  const open = toField('Enter the address', 'smtpFromEmail');
  const address = settings?.fromEmail ?? '';
  if (!settings || address === '') {
    const reason = 'From Email Address is not set. Gluu does not ask for it, and sending then fails.';
    return red({ source, reason, because: 'From Email Address is not set', remedy: open });
  }
  // A missing host is another link's matter.
  const values = { ...formValues(settings), smtpHost: settings.host || 'unset.invalid' };
  const [worst] = lint({ version: range, values, storedPassword: settings.password }).filter(
    ({ id, severity }) => fromRules.includes(id) && severity !== 'info',
  );
  if (!worst) return green(`${address}.`, source);
  const set = worst.remedy ? { ...worst.remedy } : undefined;
  const remedy = set ? toField(stillEnglish(set.label), worst.field, set.set) : open;
  const found = { reason: stillEnglish(worst.sentence), source: worst.source, remedy };
  return worst.severity === 'bad'
    ? red({ ...found, because: 'From Email Address is no mail address' })
    : amber({ ...found, because: 'mail servers may refuse or alter the sender of the mail' });
}
