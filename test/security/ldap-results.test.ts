import { expect, test } from 'vitest';
import type { LdapSession } from '../../src-main/ldap/ldap-session';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import type { FailureCode } from '../../src-shared/model/failure';
import { runConnect } from '../integration/ldap/run-connect';
import { inEnglish } from '../support/english';
import { startHostileLdap } from '../support/hostile-ldap';
import { securityCase, titled } from './case';

/** RFC 4511 appendix A.2, RFC 4528 section 3: the result, its standard name, and what an administrator reads. */
const results: [code: number, name: string, told: FailureCode][] = [
  [3, 'timeLimitExceeded', 'ldap.limit'],
  [4, 'sizeLimitExceeded', 'ldap.limit'],
  [8, 'strongerAuthRequired', 'ldap.encryptionWanted'],
  [10, 'referral', 'ldap.referral'],
  [11, 'adminLimitExceeded', 'ldap.limit'],
  [12, 'unavailableCriticalExtension', 'ldap.control'],
  [13, 'confidentialityRequired', 'ldap.encryptionWanted'],
  [16, 'noSuchAttribute', 'ldap.valueGone'],
  [19, 'constraintViolation', 'ldap.constraint'],
  [20, 'attributeOrValueExists', 'ldap.exists'],
  [32, 'noSuchObject', 'ldap.missing'],
  [34, 'invalidDNSyntax', 'ldap.badDn'],
  [49, 'invalidCredentials', 'ldap.credentials'],
  [50, 'insufficientAccessRights', 'ldap.rights'],
  [51, 'busy', 'ldap.busy'],
  [52, 'unavailable', 'ldap.unavailable'],
  [53, 'unwillingToPerform', 'ldap.unwilling'],
  [65, 'objectClassViolation', 'ldap.schema'],
  [68, 'entryAlreadyExists', 'ldap.exists'],
  [80, 'other', 'ldap.other'],
  [122, 'assertionFailed', 'ldap.conflict'],
];
/** A server's own words, meant to do harm where they are shown. */
const words = `<b onclick=x>own</b>\r\nwords \u202e\0 ${'x'.repeat(5000)}`;
const shown = '<b onclick=x>own</b> words \\u{202e}\\u{0} x';

const change = (session: LdapSession) =>
  session.modify('o=gluu', [{ operation: 'replace', attribute: 'description', values: ['x'] }]);

function expectPlain(told: FailureCode): void {
  const { what, ...more } = inEnglish(sentencesOf({ code: told }));
  for (const sentence of [what, ...Object.values(more)]) {
    expect(sentence).toMatch(/^\p{Lu}.+[.]$/u);
    expect(sentence).not.toMatch(/unknown error|undefined|\{|ldapts/i);
  }
}

test(titled('T18'), async () => {
  for (const [code, name, told] of results) {
    await securityCase('T18', `${code} ${name}`, async () => {
      const server = await startHostileLdap({ kind: 'result-code', on: 'modify', code, message: words });
      const { failure } = await runConnect({ port: server.port }, { use: change });
      await server.stop();
      expect(failure).toMatchObject({ code: told, stage: 'Gluu tree', at: `127.0.0.1:${server.port}` });
      expect(failure?.detail?.startsWith(`${name} (${code}): ${shown}`), failure?.detail).toBe(true);
      expect(failure?.detail?.length).toBeLessThan(1100);
      expectPlain(told);
    });
  }
  await securityCase('T18', 'Notice of Disconnection', async () => {
    const server = await startHostileLdap({ kind: 'notice-of-disconnection' });
    const { failure } = await runConnect({ port: server.port }, { use: (session) => session.read('o=gluu', ['o']) });
    await server.stop();
    expect(failure).toMatchObject({
      code: 'net.dropped',
      detail: 'Notice of Disconnection 52 the server goes down',
    });
    expectPlain('net.dropped');
  });
});
