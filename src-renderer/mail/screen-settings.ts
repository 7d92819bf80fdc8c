import { lettersStored, lettersTyped } from '../../src-shared/diagnosis/mail-verdict';
import { fieldOf, fieldOn, isMailSetting, type KnownField, MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import type { MailSecurity } from '../../src-shared/model/mail-server';
import { connectProtections, type FilledSettings, type PasswordFound } from '../../src-shared/model/smtp-settings';
import { type Message, message } from '../../src-shared/texts/message';
import { securityIn } from '../../src-shared/verdict/form-security';
import { keyStoreTyped, storedUnder } from '../organization/judged';
import { brokenOn } from '../organization/on-tab';
import {
  controlValue,
  type DraftValue,
  errorsOf,
  fieldValue,
  type OrganizationState,
  secretChange,
} from '../organization/organization-store';
import { passwordFound, storedPassword } from './password-found';

/** The values on the screen, saved or not, as a mail test and the verdict need them. */
export interface ScreenSettings extends FilledSettings, PasswordFound {
  /** The encryption that the form stands for. */
  security: MailSecurity;
}

export function screenSettings(state: OrganizationState): ScreenSettings | undefined {
  const { view, page, draft } = state;
  if (!view || brokenOn(MAIL_TAB, page, view).length > 0) return undefined;
  const password = secretChange(state, 'smtpPassword');
  // A page without the field has nothing to type there, and the setting does not exist.
  const typed = (id: KnownField): DraftValue =>
    draft[id] ?? (view.fields[id] ? controlValue(fieldOn(page, id), view) : '');
  const text = (id: KnownField) => String(typed(id)).trim();
  const settings = {
    host: text('smtpHost'),
    port: Number(fieldValue(fieldOn(page, 'smtpPort'), typed('smtpPort')) ?? 0),
    fromName: text('smtpFromName'),
    fromEmail: text('smtpFromEmail'),
    authentication: typed('smtpAuthentication') === true,
    userName: text('smtpUserName'),
    requiresSsl: typed('smtpRequiresSsl') === true,
    ...(view.fields.smtpConnectProtection
      ? {
          connectProtection: connectProtections.find((one) => one === typed('smtpConnectProtection')) ?? null,
          connectProtectionStored: storedUnder(state, view).connectProtectionStored,
        }
      : {}),
    trustServer: typed('smtpTrustServer') === true,
    keyStore: view.stored.keyStore,
    keyStoreTyped: keyStoreTyped(state, view),
    password: passwordFound(view, password),
    passwordTyped: password.kind === 'replace',
    passwordStored: passwordFound(view, { kind: 'keep' }),
    passwordLetters: password.kind === 'replace' ? lettersTyped(password.value) : lettersStored[storedPassword(view)],
  };
  return { ...settings, security: securityIn(view.version, settings) };
}

/** The values of the form that an encryption follows from. */
export type SecurityInForm = Pick<ScreenSettings, 'port' | 'requiresSsl' | 'connectProtection'>;

/** Those of a form. */
export const securityForm = ({ port, requiresSsl, connectProtection }: SecurityInForm): SecurityInForm => ({
  port,
  requiresSsl,
  ...(connectProtection === undefined ? {} : { connectProtection }),
});

/** An encryption that the user chose, for the values beside which it was chosen. */
export interface ChosenSecurity extends SecurityInForm {
  security: MailSecurity;
}

/** Whether a choice was made beside the values that are on the screen now; for others it says nothing. */
export const choiceFits = (settings: SecurityInForm, chosen: ChosenSecurity): boolean =>
  JSON.stringify(securityForm(chosen)) === JSON.stringify(securityForm(settings));

export const securityInForce = (settings: ScreenSettings, chosen: ChosenSecurity | undefined): MailSecurity =>
  chosen && choiceFits(settings, chosen) ? chosen.security : settings.security;

/** Says that a field of the form is empty. */
export const isEmpty = (field: KnownField): Message => message('mail.why.empty', { field: fieldOf(field).label });

/** Why the values on the screen cannot be tested, or undefined. */
export function whyNotTestable(state: OrganizationState): Message | undefined {
  const settings = screenSettings(state);
  if (!settings) return message('mail.why.unreadable');
  const wrong = Object.keys(errorsOf(state)).find((id) => isMailSetting(state.page, id) && id !== 'smtpPassword');
  if (wrong) return message('mail.why.fieldError', { field: fieldOn(state.page, wrong).label });
  if (!settings.host) return isEmpty('smtpHost');
  if (!settings.port) return isEmpty('smtpPort');
  if (!settings.fromEmail) return isEmpty('smtpFromEmail');
  return settings.authentication ? whyNoLogin(settings, state) : undefined;
}

function whyNoLogin({ userName }: ScreenSettings, state: OrganizationState): Message | undefined {
  const password = secretChange(state, 'smtpPassword');
  if (!userName) return isEmpty('smtpUserName');
  if (password.kind === 'keep' && storedPassword(state.view) === 'none') return isEmpty('smtpPassword');
  if (password.kind === 'clear') return message('mail.why.cleared', { field: fieldOf('smtpPassword').label });
  return password.kind === 'replace' && password.value === '' ? isEmpty('smtpPassword') : undefined;
}
