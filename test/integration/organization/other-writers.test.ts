import { afterEach, describe, expect, test, vi } from 'vitest';
import { message } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';
import { gluuNames } from '../../support/gluu-names';
import { workWith } from '../../support/test-console';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn, organizationDn } = gluuNames();
const smtp = '{"host":"old.example.org","port":"587","password":"gl0g4Ch2tkU="}';

let server: TestConsole;
afterEach(() => server.stop());

const someoneWrites = (attribute: string, ...values: string[]) =>
  server.slapd.modify(replaceWith(applianceDn, attribute, ...values));
const ours = () => server.slapd.modifies().length;

describe('someone changed, since it was loaded,', () => {
  test('the same field: nothing is written, and three values are shown', async () => {
    server = await startConsole({ tree: { appliance: { oxTrustEmail: 'loaded@example.org' } } });
    const view = await server.load();
    await someoneWrites('oxTrustEmail', 'theirs@example.org');
    const before = await server.slapd.dump();
    const outcome = await server.save(
      { contactEmail: 'mine@example.org', maxLogSize: 300, organizationName: 'x' },
      { view },
    );
    expect(inEnglish(outcome)).toMatchObject({
      kind: 'conflict',
      rows: [
        {
          field: 'contactEmail',
          label: 'Contact Email',
          mine: 'mine@example.org',
          theirs: 'theirs@example.org',
          loaded: 'loaded@example.org',
        },
      ],
      view: { fields: { contactEmail: { value: 'theirs@example.org' } } },
    });
    expect(await server.slapd.dump()).toBe(before);
    expect(server.history.list()).toEqual([]);
  });

  test('the same field, and the user decides again upon the new state', async () => {
    server = await startConsole();
    const view = await server.load();
    await someoneWrites('gluuMaxLogSize', '400');
    const outcome = await server.save({ maxLogSize: 300 }, { view });
    if (outcome.kind !== 'conflict') expect.unreachable();
    expect((await server.save({ maxLogSize: 300 }, { view: outcome.view })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['300']);
  });

  test('the same field to the same value: that is saved', async () => {
    server = await startConsole();
    const view = await server.load();
    await someoneWrites('gluuMaxLogSize', '300');
    expect((await server.save({ maxLogSize: 300, passwordReset: true }, { view })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['300']);
    expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual(['enabled']);
  });

  test('another field: both changes stay', async () => {
    server = await startConsole();
    const view = await server.load();
    await someoneWrites('gluuMaxLogSize', '400');
    expect(await server.save({ passwordReset: true }, { view })).toMatchObject({
      kind: 'saved',
      view: { fields: { maxLogSize: { value: 400 }, passwordReset: { value: true } } },
    });
  });

  test('another key of the same JSON: both changes stay', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    await someoneWrites('oxSmtpConfiguration', smtp.replace('"587"', '25'));
    expect((await server.save({ smtpHost: 'mine.example.org' }, { view })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([
      smtp.replace('"587"', '25').replace('old', 'mine'),
    ]);
  });

  test('only the form of the JSON, as Gluu’s timer does: that is no conflict', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    await someoneWrites(
      'oxSmtpConfiguration',
      '{"host":"old.example.org","port":587,"password":"gl0g4Ch2tkU=","from-name":null,"user-name":null}',
    );
    expect((await server.save({ smtpPort: 25, smtpUserName: 'me' }, { view })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([
      '{"host":"old.example.org","port":25,"password":"gl0g4Ch2tkU=","from-name":null,"user-name":"me"}',
    ]);
  });

  test('the same key: only that one is in conflict, and only if the value is another', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    await someoneWrites('oxSmtpConfiguration', '{"host":"theirs.example.org","port":587,"requires-ssl":"true"}');
    const changes = {
      smtpHost: 'mine.example.org',
      smtpPort: 25,
      smtpRequiresSsl: true,
      smtpPassword: { kind: 'replace', value: 'my password' },
    } as const;
    expect(inEnglish(await server.save(changes, { view }))).toMatchObject({
      kind: 'conflict',
      rows: [
        { field: 'smtpHost', mine: 'mine.example.org', theirs: 'theirs.example.org', loaded: 'old.example.org' },
        { field: 'smtpPassword', mine: 'Typed', theirs: 'None', loaded: 'Stored' },
      ],
    });
  });

  test('the JSON into something broken: it is left alone', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    await someoneWrites('oxSmtpConfiguration', '{"host":');
    expect(inEnglish(await server.save({ smtpHost: 'mine' }, { view }))).toMatchObject({
      kind: 'conflict',
      rows: [{ field: 'smtpHost', theirs: 'the whole attribute was changed or cannot be read' }],
      view: { broken: { oxSmtpConfiguration: { raw: '{"host":' } } },
    });
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual(['{"host":']);
  });

  test('one value into two: nothing is written', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    await someoneWrites('oxSmtpConfiguration', smtp, '{"host":"second"}');
    expect((await server.save({ smtpHost: 'mine' }, { view })).kind).toBe('conflict');
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toHaveLength(2);
  });

  test('the letter case only, which is the same value to the server, but not to Gluu', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    await someoneWrites('oxSmtpConfiguration', smtp.replace('gl0g4Ch2tkU=', 'GL0g4Ch2tkU='));
    const changes = { smtpPassword: { kind: 'replace', value: 'mine' } } as const;
    expect(await server.save(changes, { view })).toMatchObject({ kind: 'conflict', rows: [{ field: 'smtpPassword' }] });
  });
});

describe('someone writes between the comparison and the write', () => {
  test('the same field: the server refuses, and nothing of ours is written', async () => {
    server = await startConsole();
    const view = await server.load();
    const work = workWith('Write', () => someoneWrites('gluuMaxLogSize', '400'));
    const outcome = await server.save({ maxLogSize: 300, passwordReset: true }, { view, work });
    expect(outcome).toMatchObject({
      kind: 'notSaved',
      failure: { code: 'ldap.conflict', stage: 'Write' },
      saved: [],
      view: { fields: { maxLogSize: { value: 400 }, passwordReset: { value: null } } },
    });
    expect(server.history.list()).toMatchObject([{ outcome: 'notSaved', failure: { code: 'ldap.conflict' } }]);
  });

  test('another field: it is looked at again, and both changes stay', async () => {
    server = await startConsole();
    const view = await server.load();
    const before = ours();
    const work = workWith('Write', () => someoneWrites('gluuMaxLogSize', '400'));
    expect((await server.save({ passwordReset: true }, { view, work })).kind).toBe('saved');
    expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['400']);
    expect(await server.stored(applianceDn, 'passwordResetAllowed')).toEqual(['enabled']);
    // Theirs, ours refused, ours.
    await vi.waitFor(() => expect(ours() - before).toBe(3));
  });
});

describe('someone writes right after us', () => {
  test('the same field: it is not reported as saved', async () => {
    server = await startConsole();
    const view = await server.load();
    const work = workWith('Read back', () => someoneWrites('gluuMaxLogSize', '400'));
    expect(await server.save({ maxLogSize: 300 }, { view, work })).toMatchObject({
      kind: 'notSaved',
      failure: { code: 'ldap.conflict', stage: 'Read back', facts: { found: message('writes.readBack.other') } },
      saved: [],
      view: { fields: { maxLogSize: { value: 400 } } },
    });
    expect(server.history.list()).toMatchObject([{ outcome: 'unknown' }]);
  });

  test('an old copy of the whole entry, as Gluu 3.1.2’s timer may: what is left of ours is reported', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    const work = workWith('Read back', () => someoneWrites('oxSmtpConfiguration', smtp));
    const outcome = await server.save({ smtpHost: 'mine', organizationName: 'Mine', maxLogSize: 300 }, { view, work });
    expect(outcome).toMatchObject({ kind: 'notSaved', saved: ['maxLogSize', 'organizationName'] });
  });

  test('the same settings in another form: that is saved', async () => {
    server = await startConsole({ tree: { smtp } });
    const view = await server.load();
    const work = workWith('Read back', () =>
      someoneWrites('oxSmtpConfiguration', '{"user-name":null,"host":"mine","port":587}'),
    );
    expect((await server.save({ smtpHost: 'mine' }, { view, work })).kind).toBe('saved');
  });
});

test('tells per entry what was written when the second one is refused', async () => {
  // The reader gets the right to write below ou=appliances, and nowhere else.
  const globalLines = [
    'access to dn.subtree="ou=appliances,o=gluu" by dn.base="cn=reader,o=gluu" write by users read by anonymous auth',
  ];
  server = await startConsole({ asReader: true, slapd: { globalLines } });
  const view = await server.load();
  expect(view.notWritable).toBeUndefined();
  const outcome = await server.save(
    { maxLogSize: 300, passwordReset: true, organizationName: 'New name', serverIp: '192.0.2.1' },
    { view },
  );
  expect(outcome).toMatchObject({
    kind: 'notSaved',
    failure: { code: 'ldap.rights', stage: 'Write' },
    saved: ['maxLogSize', 'passwordReset'],
    view: { fields: { maxLogSize: { value: 300 }, organizationName: { value: 'Example Organization' } } },
  });
  expect(await server.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['300']);
  expect(await server.stored(organizationDn, 'displayName')).toEqual(['Example Organization']);
  expect(server.history.list()).toMatchObject([{ outcome: 'unknown', failure: { code: 'ldap.rights' } }]);
});
