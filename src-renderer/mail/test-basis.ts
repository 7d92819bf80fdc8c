import { type LaterStage, laterStages } from '../../src-shared/diagnosis/seen-before';
import { type OrganizationState, secretChange } from '../organization/organization-store';
import { type ChosenSecurity, screenSettings, securityInForce } from './screen-settings';

/** The stages with which a test comes to rest on further values: `Connect` stands for all up to the certificate. */
export type BasisStage = 'Connect' | LaterStage;
const basisStages: readonly BasisStage[] = ['Connect', ...laterStages];

/**
 * What each of these stages rests on besides the ones before it, as a text to compare. Stays in the window's memory, since a
 * typed password is part of it.
 */
export type TestBasis = Record<BasisStage, string>;

/** The basis of a test of the values on the screen, saved or not; undefined where there are none. */
export function basisOf(
  state: OrganizationState,
  chosen: ChosenSecurity | undefined,
  recipient: string,
): TestBasis | undefined {
  const settings = screenSettings(state);
  if (!settings) return undefined;
  const { host, port, authentication, userName, fromEmail, fromName } = settings;
  const password = secretChange(state, 'smtpPassword');
  const secret = password.kind === 'keep' ? { stored: state.view?.secrets.smtpPassword?.mark ?? null } : password;
  return {
    Connect: JSON.stringify([host, port, securityInForce(settings, chosen)]),
    Login: JSON.stringify(authentication ? [userName, secret] : null),
    Sender: fromEmail,
    Recipient: recipient.trim() || fromEmail,
    Data: fromName,
  };
}

/** The first stage that was tested with other values than `now`; undefined if all still holds. */
export const firstStale = (tested: TestBasis, now: TestBasis | undefined): BasisStage | undefined =>
  basisStages.find((stage) => tested[stage] !== now?.[stage]);
