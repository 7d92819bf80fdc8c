import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { GluuTree } from '../../../../src-main/gluu-ldap/discover';
import type { LdapSession, Modification } from '../../../../src-main/ldap/ldap-session';
import { mayWrite } from '../../../../src-main/reach/rights';
import type { Page } from '../../../../src-shared/gluu/pages/page';
import { page31 } from '../../../../src-shared/gluu/pages/page-3-1';
import type { FailureCode } from '../../../../src-shared/model/failure';

const dn = 'inum=@!1,ou=appliances,o=gluu';
const tree = { applianceDn: dn, page: page31 as Page } as GluuTree;
const [appliance] = page31.entries;

/** A session whose changes all end in the same way, and the changes it was asked for. */
function sessionThat(answer: () => void) {
  const asked: { dn: string; modifications: readonly Modification[] }[] = [];
  const modify = async (where: string, modifications: readonly Modification[]) => {
    asked.push({ dn: where, modifications });
    answer();
  };
  return { session: { modify } as unknown as LdapSession, asked };
}
const refusing = (code: FailureCode, detail?: string) =>
  sessionThat(() => {
    throw new AppError(code, detail === undefined ? {} : { detail });
  });

test('asks for the removal of a value that cannot be there, another one each time', async () => {
  const { session, asked } = refusing('ldap.valueGone');
  expect(await mayWrite(session, tree, appliance)).toEqual({ allowed: true });
  await mayWrite(session, tree, appliance);
  const values = asked.map(({ modifications }) => modifications[0]?.values[0]);
  expect(asked.map((request) => request.dn)).toEqual([dn, dn]);
  for (const { modifications } of asked) {
    expect(modifications).toMatchObject([{ operation: 'delete', attribute: 'oxSmtpConfiguration' }]);
    // No values at all would remove the attribute.
    expect(modifications[0]?.values).toHaveLength(1);
  }
  expect(values[0]).toMatch(/^console-rights-check-[0-9a-f-]{36}$/);
  expect(values[0]).not.toBe(values[1]);
});

test('takes a server that says nothing of the missing value for one that allows it', async () => {
  const { session } = sessionThat(() => {});
  expect(await mayWrite(session, tree, appliance)).toEqual({ allowed: true });
});

describe('an account that may not write', () => {
  test.each<FailureCode>(['ldap.rights', 'ldap.unwilling', 'ldap.encryptionWanted', 'ldap.referral'])(
    'is reported by %s, with the server’s own words if there are any',
    async (code) => {
      expect(await mayWrite(refusing(code, 'its words').session, tree, appliance)).toEqual({
        allowed: false,
        note: 'its words',
      });
      expect(await mayWrite(refusing(code).session, tree, appliance)).toEqual({ allowed: false });
    },
  );
});

test.each<FailureCode>(['net.dropped', 'ldap.noReply', 'work.cancelled', 'ldap.missing', 'ldap.busy'])(
  'does not judge on %s',
  async (code) => {
    await expect(mayWrite(refusing(code).session, tree, appliance)).rejects.toMatchObject({ code });
  },
);

test('lets a bug through as it is', async () => {
  const bug = new TypeError('bug');
  const { session } = sessionThat(() => {
    throw bug;
  });
  await expect(mayWrite(session, tree, appliance)).rejects.toBe(bug);
});
