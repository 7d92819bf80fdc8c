import type { TestLoginResult } from '../../src-shared/model/user';
import { stepWithin, testUserPiece } from '../../src-shared/model/work';
import { AppError } from '../base/app-error';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';
import { requireEncrypted, requireTestUser } from './test-users';

/** A server's ways to say that this login is not to be. All else means that it could not be tried. */
const REFUSALS = [
  'ldap.credentials',
  'ldap.passwordMustChange',
  'ldap.accountLocked',
  'ldap.passwordMethod',
  'ldap.unwilling',
  'ldap.constraint',
  'ldap.rights',
];

/** The stages of the login, which come after those of reaching the server. */
export const loginSteps = ['Name', 'Connect', 'TLS', 'Login', 'Who am I'].map((name) => asUser(name));
function asUser(name: string): string {
  return stepWithin(testUserPiece, name);
}

/**
 * Logs a test user in, on a connection of its own that is closed again: the password as the directory knows it. It says
 * nothing about gluuStatus, which Gluu looks at and the directory does not. Throws AppError where the login could not be
 * tried, `input.invalid` for a person who is no test user, `users.clearText` without TLS.
 */
export async function tryTestLogin(
  reached: Reached,
  dn: string,
  password: string,
  work: Work,
): Promise<TestLoginResult> {
  requireEncrypted(reached);
  await requireTestUser(reached, dn);
  const own: Work = {
    ...work,
    step: (name, run) => work.step(asUser(name), run),
    skip: (name, why) => work.skip(asUser(name), why),
  };
  try {
    const { session, boundAs } = await reached.logInAs(dn, password, own);
    await session.close();
    return { loggedIn: true, boundAs };
  } catch (error) {
    if (!(error instanceof AppError) || !REFUSALS.includes(error.code)) throw error;
    return { loggedIn: false, failure: error.toFailure() };
  }
}
