import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { GluuTree } from '../../../../src-main/gluu-ldap/discover';
import type { LdapSession } from '../../../../src-main/ldap/ldap-session';
import { mayWrite } from '../../../../src-main/reach/rights';
import type { Page } from '../../../../src-shared/gluu/pages/page';
import { page31 } from '../../../../src-shared/gluu/pages/pages-of-appliance';
import type { FailureCode } from '../../../../src-shared/model/failure';

const dn = 'inum=@!1,ou=appliances,o=gluu';
const tree = { configDn: dn, page: page31 as Page } as GluuTree;
const [appliance] = page31.entries;

/** A session that answers each question in the same way, and what it was asked for. */
function sessionThat(answer: () => void) {
  const asked: { dn: string; attribute: string }[] = [];
  const tryDelete = async (where: string, attribute: string) => {
    asked.push({ dn: where, attribute });
    answer();
  };
  return { session: { tryDelete } as unknown as LdapSession, asked };
}
const refusing = (code: FailureCode, detail?: string) =>
  sessionThat(() => {
    throw new AppError(code, detail === undefined ? {} : { detail });
  });

test('asks to delete something of the attribute by which the entry is asked about', async () => {
  const { session, asked } = refusing('ldap.valueGone');
  expect(await mayWrite(session, tree, appliance)).toEqual({ allowed: true });
  expect(asked).toEqual([{ dn, attribute: 'oxSmtpConfiguration' }]);
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
