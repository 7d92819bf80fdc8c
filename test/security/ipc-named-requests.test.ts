import { expect, inject, test } from 'vitest';
import { asGeneralizedTime } from '../../src-shared/gluu/reset-time';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { startSlapd } from '../support/slapd';
import { startTestConsole } from '../support/test-console';

const { orgInum, resetRequestsDn } = gluuNames();
const person = `${orgInum}!0000!5A11.C0DE.0000.0001`;
const other = `${orgInum}!0000!5A11.C0DE.0000.0002`;
const request = (oxGuid: string, personInum: string) => ({
  dn: `oxGuid=${oxGuid},${resetRequestsDn}`,
  attributes: {
    ...{ objectClass: ['top', 'gluuPasswordResetRequest'], oxGuid, personInum },
    creationDate: asGeneralizedTime(new Date()),
  },
});

test('the box names the reset request that is to go, whichever one the window says it is', async () => {
  const branch = {
    dn: resetRequestsDn,
    attributes: { objectClass: ['top', 'organizationalUnit'], ou: 'resetPasswordRequests' },
  };
  const more = [branch, request('aaaa', person), request('bbbb', other)];
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.5', people: 2, more }), version: '3.1.5' });
  const console = await startTestConsole({ helpers: inject('helpers') });
  try {
    const serverId = await console.addServer({ port: slapd.port, bindDn: slapd.bindDn }, slapd.password);
    const { requests } = await console.must('reset.pending', { serverId });
    const requestId = requests.find(({ person: { inum } }) => inum === other)?.requestId;
    console.says.yes = false;
    const purge = { serverId, which: { kind: 'one', requestId } };
    expect(await console.call('reset.purge', purge)).toMatchObject({ failure: { code: 'write.notConfirmed' } });
    expect(console.boxes.at(-1)?.lines).toEqual(
      expect.arrayContaining(['Person: User 2', `inum: ${other.slice(0, 26)}…${other.slice(-26)}`]),
    );
    const before = console.boxes.length;
    const unseen = { serverId, which: { kind: 'one', requestId: 'f'.repeat(64) } };
    expect(await console.call('reset.purge', unseen)).toMatchObject({ failure: { code: 'gluu.snapshotGone' } });
    expect(console.boxes).toHaveLength(before);
  } finally {
    await console.stop();
    await slapd.stop();
  }
});
