import type { FailureCode } from '../../src-shared/model/failure';
import type { AppError } from '../base/app-error';

/** Result codes of RFC 4511 section 4.1.9 (and RFC 4528) by what they mean to an administrator of a Gluu tree. */
const byResultCode: Record<number, FailureCode> = {
  3: 'ldap.limit',
  4: 'ldap.limit',
  7: 'ldap.passwordMethod',
  8: 'ldap.encryptionWanted',
  10: 'ldap.referral',
  11: 'ldap.limit',
  12: 'ldap.control',
  13: 'ldap.encryptionWanted',
  16: 'ldap.valueGone',
  17: 'ldap.schema',
  18: 'ldap.schema',
  19: 'ldap.constraint',
  20: 'ldap.exists',
  21: 'ldap.syntax',
  32: 'ldap.missing',
  34: 'ldap.badDn',
  48: 'ldap.passwordMethod',
  49: 'ldap.credentials',
  50: 'ldap.rights',
  51: 'ldap.busy',
  52: 'ldap.unavailable',
  53: 'ldap.unwilling',
  64: 'ldap.schema',
  65: 'ldap.schema',
  66: 'ldap.schema',
  67: 'ldap.schema',
  68: 'ldap.exists',
  69: 'ldap.schema',
  122: 'ldap.conflict',
};

const names: Record<number, string> = {
  1: 'operationsError',
  2: 'protocolError',
  3: 'timeLimitExceeded',
  4: 'sizeLimitExceeded',
  7: 'authMethodNotSupported',
  8: 'strongerAuthRequired',
  10: 'referral',
  11: 'adminLimitExceeded',
  12: 'unavailableCriticalExtension',
  13: 'confidentialityRequired',
  16: 'noSuchAttribute',
  17: 'undefinedAttributeType',
  18: 'inappropriateMatching',
  19: 'constraintViolation',
  20: 'attributeOrValueExists',
  21: 'invalidAttributeSyntax',
  32: 'noSuchObject',
  33: 'aliasProblem',
  34: 'invalidDNSyntax',
  36: 'aliasDereferencingProblem',
  48: 'inappropriateAuthentication',
  49: 'invalidCredentials',
  50: 'insufficientAccessRights',
  51: 'busy',
  52: 'unavailable',
  53: 'unwillingToPerform',
  54: 'loopDetect',
  64: 'namingViolation',
  65: 'objectClassViolation',
  66: 'notAllowedOnNonLeaf',
  67: 'notAllowedOnRDN',
  68: 'entryAlreadyExists',
  69: 'objectClassModsProhibited',
  71: 'affectsMultipleDSAs',
  80: 'other',
  122: 'assertionFailed',
};

const OPEN_END = ['net.dropped', 'ldap.noReply', 'work.cancelled', 'ldap.notLdap', 'ldap.tooMuch', 'ldap.held'];

/** Whether nobody knows after this failure of a write if it happened: the answer was lost, or cannot be read. */
export const leavesOpen = ({ code }: AppError): boolean => OPEN_END.includes(code);

/**
 * Where a result code alone would blame the wrong thing: what servers say of an account that is right and may do nothing.
 * From 389 Directory Server (pw_mgmt.c, account policy plug-in), OpenDJ (core messages), OpenLDAP (ppolicy overlay), eDirectory
 * (its NDS errors) and Active Directory (the `data` numbers of its logon failures). Looked at in this order.
 */
const byWords: readonly { results: readonly number[]; words: RegExp; code: FailureCode }[] = [
  {
    results: [19, 49, 50, 53],
    words:
      /password (?:has |is )?expired|password (?:must|needs to|has to) be (?:changed|reset)|must change (?:the|his|her|their|your|its) password|restricted to bind\/unbind|\bdata (?:532|773)\b/i,
    code: 'ldap.passwordMustChange',
  },
  {
    results: [19, 49, 50, 53],
    words:
      /password retry limit|account (?:is |has been |has )?(?:temporarily |permanently |administrative(?:ly)? )?(?:locked|inactivated|disabled|expired)|account inactivity limit|login lockout|\bdata (?:530|531|533|701|775)\b/i,
    code: 'ldap.accountLocked',
  },
];

/**
 * Gives a result's failure and the standard name of its code, e.g. 50 → `ldap.rights`, `insufficientAccessRights`. `said` is
 * the server's diagnostic message, which counts only for the few cases of `byWords`.
 */
export function resultMeaning(result: number, said = ''): { code: FailureCode; name: string } {
  const worded = byWords.find(({ results, words }) => results.includes(result) && words.test(said.slice(0, 1000)));
  const code = worded?.code ?? byResultCode[result] ?? 'ldap.other';
  return { code, name: names[result] ?? `result ${result}` };
}
