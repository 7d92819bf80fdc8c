import { describe, expect, test } from 'vitest';
import { resultMeaning } from '../../../../src-main/ldap/ldap-error';
import type { FailureCode } from '../../../../src-shared/model/failure';

describe('a result code means', () => {
  test.each<[number, string, FailureCode]>([
    [1, 'operationsError', 'ldap.other'],
    [2, 'protocolError', 'ldap.other'],
    [3, 'timeLimitExceeded', 'ldap.limit'],
    [4, 'sizeLimitExceeded', 'ldap.limit'],
    [7, 'authMethodNotSupported', 'ldap.passwordMethod'],
    [8, 'strongerAuthRequired', 'ldap.encryptionWanted'],
    [10, 'referral', 'ldap.referral'],
    [11, 'adminLimitExceeded', 'ldap.limit'],
    [12, 'unavailableCriticalExtension', 'ldap.control'],
    [13, 'confidentialityRequired', 'ldap.encryptionWanted'],
    [16, 'noSuchAttribute', 'ldap.valueGone'],
    [17, 'undefinedAttributeType', 'ldap.schema'],
    [18, 'inappropriateMatching', 'ldap.schema'],
    [19, 'constraintViolation', 'ldap.constraint'],
    [20, 'attributeOrValueExists', 'ldap.exists'],
    [21, 'invalidAttributeSyntax', 'ldap.syntax'],
    [32, 'noSuchObject', 'ldap.missing'],
    [33, 'aliasProblem', 'ldap.other'],
    [34, 'invalidDNSyntax', 'ldap.badDn'],
    [36, 'aliasDereferencingProblem', 'ldap.other'],
    [48, 'inappropriateAuthentication', 'ldap.passwordMethod'],
    [49, 'invalidCredentials', 'ldap.credentials'],
    [50, 'insufficientAccessRights', 'ldap.rights'],
    [51, 'busy', 'ldap.busy'],
    [52, 'unavailable', 'ldap.unavailable'],
    [53, 'unwillingToPerform', 'ldap.unwilling'],
    [54, 'loopDetect', 'ldap.other'],
    [64, 'namingViolation', 'ldap.schema'],
    [65, 'objectClassViolation', 'ldap.schema'],
    [66, 'notAllowedOnNonLeaf', 'ldap.schema'],
    [67, 'notAllowedOnRDN', 'ldap.schema'],
    [68, 'entryAlreadyExists', 'ldap.exists'],
    [69, 'objectClassModsProhibited', 'ldap.schema'],
    [71, 'affectsMultipleDSAs', 'ldap.other'],
    [80, 'other', 'ldap.other'],
    [122, 'assertionFailed', 'ldap.conflict'],
  ])('%i: %s, %s', (number, name, code) => {
    expect(resultMeaning(number)).toEqual({ code, name });
  });

  test.each([-1, 5, 14, 70, 112, 118, 121, 123, 4096, Number.NaN])('nothing known: %s', (number) => {
    expect(resultMeaning(number)).toEqual({ code: 'ldap.other', name: `result ${number}` });
  });

  test('never that the user cancelled: only the user can say so', () => {
    const codes = Array.from({ length: 256 }, (_, number) => resultMeaning(number).code);
    expect(codes.filter((code) => !code.startsWith('ldap.'))).toEqual([]);
  });

  const rejecting = 'Rejecting a bind request for user cn=a because ';
  const logon = '80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data';
  test.each<[string, number, string, FailureCode]>([
    ['OpenDJ', 49, `${rejecting}that user's password is expired`, 'ldap.passwordMustChange'],
    ['OpenDJ', 49, `${rejecting}the account has been administrative disabled`, 'ldap.accountLocked'],
    ['OpenDJ', 49, `${rejecting}the account has expired`, 'ldap.accountLocked'],
    ['OpenDJ', 49, `${rejecting}the account has been locked after remaining idle for too long`, 'ldap.accountLocked'],
    ['389', 19, 'Account inactivity limit exceeded. Contact system administrator to reset.', 'ldap.accountLocked'],
    ['eDirectory', 49, 'NDS error: password expired (-223)', 'ldap.passwordMustChange'],
    ['eDirectory', 49, 'NDS error: login lockout (-197)', 'ldap.accountLocked'],
    ['eDirectory', 53, 'NDS error: log account expired (-220)', 'ldap.accountLocked'],
    ['eDirectory', 49, 'NDS error: failed authentication (-669)', 'ldap.credentials'],
    ['Active Directory', 49, `${logon} 52e, v1db1`, 'ldap.credentials'],
    ['Active Directory', 49, `${logon} 701, v1db1`, 'ldap.accountLocked'],
    ['Active Directory', 49, `${logon} 530, v1db1`, 'ldap.accountLocked'],
    ['OpenDJ', 53, 'the server is in lockdown mode', 'ldap.unwilling'],
    ['OpenLDAP', 53, 'shadow context; no update referral', 'ldap.unwilling'],
  ])('what %s says with %i: %s', (_, number, said, code) => {
    expect(resultMeaning(number, said).code).toBe(code);
  });
});
