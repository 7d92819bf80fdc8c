import type { PasswordFound } from '../model/smtp-settings';
import type { VersionFamily } from './gluu-versions';
import type { MailCode } from './mail-code';
import type { RuleId } from './rules';
import type { MailOccasion, VerdictSettings } from './verdict-input';

/** What decides before a connection is tried. */
export interface Situation {
  code: MailCode;
  path: MailOccasion;
  settings: VerdictSettings;
  /** Absent where only the code is looked at, not a page of oxTrust. */
  family?: VersionFamily | undefined;
}

const login = ({ settings }: Situation) => settings.authentication;
/** The test logs in with the password that was saved last, although another one is in the form. */
export const testsSaved = ({ path, family, settings }: Situation): boolean =>
  path === 'test' && family?.testsSavedPassword === true && settings.passwordTyped === true;
const mayWork: readonly PasswordFound['password'][] = ['readable', 'notKnown'];
const empty = (text: string | null) => text === null || text === '';

/**
 * In the order in which Gluu's code meets them: the configuration entry, the key store's type, `props.put` with null, the key
 * store, the dropped Session, JavaMail's demand for a user name and a password (SMTPTransport.protocolConnect returns before it connects), and
 * port 0.
 */
const preconditions: readonly { rule: RuleId; holds: (situation: Situation) => boolean }[] = [
  {
    rule: 'V29',
    holds: ({ family, settings }) =>
      family?.otherWord === 'breaks' && settings.connectProtectionStored === 'otherBuild',
  },
  { rule: 'V28', holds: ({ code, settings }) => code.needsKeyStoreText && settings.keyStore === 'null' },
  { rule: 'V20', holds: ({ settings }) => empty(settings.host) },
  { rule: 'V22', holds: ({ code, settings }) => code.refusesNullFrom && empty(settings.fromEmail) },
  { rule: 'V19', holds: ({ code, settings }) => code.signs && settings.keyStore === 'notSet' },
  { rule: 'V26', holds: ({ code, settings }) => code.signs && settings.keyStore === 'unreadable' },
  { rule: 'V70', holds: (situation) => situation.code.dropsSessionWithoutLogin && !login(situation) },
  { rule: 'V23', holds: (situation) => login(situation) && situation.settings.userName === null },
  { rule: 'V24', holds: (situation) => login(situation) && situation.settings.password === 'none' },
  {
    rule: 'V25',
    holds: (situation) =>
      login(situation) && situation.settings.password === 'unreadable' && situation.family?.sendsUndecrypted !== true,
  },
  {
    rule: 'V27',
    holds: (situation) =>
      login(situation) && testsSaved(situation) && !mayWork.includes(situation.settings.passwordStored ?? 'none'),
  },
  { rule: 'V21', holds: ({ settings }) => settings.port === 0 },
];

/** The rule that decides before anything is tried, if one does. */
export function decidedBefore(situation: Situation): RuleId | undefined {
  return preconditions.find(({ holds }) => holds(situation))?.rule;
}
