import type { FailureCode } from '../../src-shared/failure';
import type { AppError } from '../app-error';

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

const OPEN_END = [
  'net.dropped',
  'ldap.noReply',
  'work.cancelled',
  'ldap.notLdap',
  'ldap.tooMuch',
  'ldap.held',
  'ldap.notRead',
];

/** Whether nobody knows after this failure of a write if it happened: the answer was lost, or cannot be read. */
export const leavesOpen = ({ code }: AppError): boolean => OPEN_END.includes(code);

/** Gives a result code's failure and its standard name, e.g. 50 → `ldap.rights`, `insufficientAccessRights`. */
export const resultMeaning = (code: number): { code: FailureCode; name: string } => ({
  code: byResultCode[code] ?? 'ldap.other',
  name: names[code] ?? `result ${code}`,
});
