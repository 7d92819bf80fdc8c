import { afterEach, describe, expect, test } from 'vitest';
import { exportHistory } from '../../../src-main/history/export-history';
import { gluuNames } from '../../support/gluu-names';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn, organizationDn } = gluuNames();
const smtp = '{"host":"old.example.org","port":"587","password":"gl0g4Ch2tkU="}';

let server: TestConsole;
afterEach(() => server.stop());

const smtpNow = async () => (await server.stored(applianceDn, 'oxSmtpConfiguration'))[0];

describe('the LDIF to undo', () => {
  test('is taken by ldapmodify, and puts text attributes back', async () => {
    server = await startConsole({ tree: { smtp } });
    const before = await server.stored(organizationDn, 'displayName');
    await server.save({ organizationName: ' Größe: <x>, 100 % ', contactEmail: 'a@example.org' });
    await server.save({ contactEmail: 'b@example.org', maxLogSize: 300, smtpHost: 'kept.example.org' });
    await server.slapd.modify(exportHistory(server.history.list(), 'undoLdif', new Date()));
    expect(await server.stored(organizationDn, 'displayName')).toEqual(before);
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual([]);
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
    expect(await smtpNow()).toContain('kept.example.org');
  });

  test('as written repeats the writes, and is refused where the values are others by now', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ contactEmail: 'a@example.org' });
    await server.save({ contactEmail: 'b@example.org' });
    const asWritten = exportHistory(server.history.list(), 'ldif', new Date());
    const undo = exportHistory(server.history.list(), 'undoLdif', new Date());
    await server.slapd.modify(undo);
    await server.slapd.modify(asWritten);
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual(['b@example.org']);
    await server.slapd.modify(replaceWith(applianceDn, 'oxTrustEmail', 'theirs@example.org'));
    await expect(server.slapd.modify(undo)).rejects.toThrow();
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual(['theirs@example.org']);
  });
});
