import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { message } from '../../../src-shared/texts/message';
import { salt } from '../../support/cipher-vectors';
import { inEnglish, texts } from '../../support/english';
import { gluuNames } from '../../support/gluu-names';
import { workWith } from '../../support/test-console';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn, organizationDn, oxAuthDn } = gluuNames();
const smtp =
  '{ "x-later":[1,  2], "port":"587","host" : "h\\u00e4.example.org","password":"gl0g4Ch2tkU=", "user-name":null}';

let server: TestConsole;
afterEach(() => server.stop());

const smtpNow = async () => (await server.stored(applianceDn, 'oxSmtpConfiguration'))[0];

describe('rolling back', () => {
  test('puts every value back byte for byte, with the reason and the write it undoes in the history', async () => {
    server = await startConsole({ tree: { smtp } });
    const before = {
      contact: await server.stored(applianceDn, 'oxTrustEmail'),
      name: await server.stored(organizationDn, 'displayName'),
      keys: await server.stored(oxAuthDn, 'oxWebKeysSettings'),
    };
    await server.save({
      smtpHost: 'new.example.org',
      smtpPort: 25,
      smtpFromName: 'Gluu',
      contactEmail: 'a@example.org',
      organizationName: 'Other',
      serverIp: '192.0.2.9',
    });
    const written = server.history.list()[0];
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(await smtpNow()).toBe(smtp);
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual(before.contact);
    expect(await server.stored(organizationDn, 'displayName')).toEqual(before.name);
    expect(await server.stored(oxAuthDn, 'oxWebKeysSettings')).toEqual(before.keys);
    expect(server.history.list()[0]).toMatchObject({
      outcome: 'saved',
      reason: `Rollback of the write of ${texts.when({ at: written?.time ?? '', as: 'moment' })}`,
      rollbackOf: written?.id,
    });
  });

  test('shows what is there now and what comes back', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpPort: 25, scim: true });
    const found = await server.rollback();
    expect(inEnglish(found)).toMatchObject({
      kind: 'plan',
      plan: {
        rows: [
          { label: 'SCIM Support', before: 'Enabled', after: 'Disabled' },
          { label: 'SMTP Port', key: 'port', before: '25', after: '587' },
        ],
      },
    });
  });

  test('of an attribute that was not there before takes it away', async () => {
    server = await startConsole({ tree: { smtp: null } });
    await server.save({ smtpHost: 'mail.example.org', contactEmail: 'a@example.org' });
    expect(await smtpNow()).toContain('mail.example.org');
    expect(inEnglish(await server.rollback())).toMatchObject({
      plan: { warnings: expect.arrayContaining([expect.stringContaining('removed entirely')]) },
    });
    expect(await server.rollBack()).toMatchObject({ kind: 'saved', view: { smtpAbsent: true } });
    expect(await smtpNow()).toBeUndefined();
    expect(await server.stored(applianceDn, 'oxTrustEmail')).toEqual([]);
  });

  test('of a rollback brings the change back, byte for byte', async () => {
    server = await startConsole({ tree: { smtp: null } });
    await server.save({ smtpHost: 'mail.example.org', smtpPassword: { kind: 'replace', value: 'first secret' } });
    const written = await smtpNow();
    await server.rollBack();
    expect(await smtpNow()).toBeUndefined();
    expect(await server.rollBack()).toMatchObject({
      kind: 'saved',
      view: { secrets: { smtpPassword: { state: 'decrypts' } } },
    });
    expect(await smtpNow()).toBe(written);
    await server.rollBack();
    expect(await smtpNow()).toBeUndefined();
    expect(server.history.list().map(({ outcome }) => outcome)).toEqual(['saved', 'saved', 'saved', 'saved']);
  });

  test('keeps what others changed beside it', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpHost: 'new.example.org' });
    const others = (await smtpNow())?.replace('"x-later":[1,  2]', '"x-later":"theirs"') ?? '';
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', others));
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(await smtpNow()).toBe(smtp.replace('"x-later":[1,  2]', '"x-later":"theirs"'));
  });

  test('finds a value that Gluu rewrote in another form', async () => {
    server = await startConsole({ tree: { smtp: '{"host":"old","port":"587"}' } });
    await server.save({ smtpHost: 'new', smtpFromName: 'Gluu' });
    const rewritten = '{"from-name":"Gluu","port":587,"host":"new","password":null}';
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', rewritten));
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(await smtpNow()).toBe('{"port":587,"host":"old","password":null}');
  });

  test('has nothing to do where all is as before', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpHost: 'new.example.org' });
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', smtp));
    expect(await server.rollback()).toEqual({ kind: 'nothing' });
  });
});

describe('the SMTP password', () => {
  const replace = (value: string) => ({ smtpPassword: { kind: 'replace', value } }) as const;

  test('comes back as it was stored, and is never shown', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save(replace('a new secret'));
    const found = await server.rollback();
    expect(JSON.stringify(found)).not.toMatch(/gl0g4Ch2tkU=|a new secret/);
    expect(JSON.stringify(found)).not.toContain(encrypt('a new secret', salt));
    expect(await server.rollBack()).toMatchObject({
      kind: 'saved',
      view: { secrets: { smtpPassword: { state: 'decrypts' } } },
    });
    expect(await smtpNow()).toBe(smtp);
  });

  test('needs no salt for that', async () => {
    server = await startConsole({ tree: { smtp }, salt: null });
    await server.save({ smtpPassword: { kind: 'clear' } });
    expect(await smtpNow()).not.toContain('gl0g4Ch2tkU=');
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(await smtpNow()).toBe(smtp);
  });

  test('from before the salt was changed comes back as it was, with a warning', async () => {
    server = await startConsole({ tree: { smtp: '{"password":"AAAAAAAAAAA="}' } });
    await server.save(replace('a new secret'));
    const found = await server.rollback();
    if (found.kind !== 'plan') expect.unreachable();
    expect(inEnglish(found.plan.warnings)).toContain(
      'SMTP Password: the previous value cannot be decrypted with this server’s salt; it was encrypted with another one.',
    );
  });

  test('that was cleared since is reported as none, in the history as well', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save(replace('a new secret'));
    await server.save({ smtpPassword: { kind: 'clear' } });
    const [cleared, replaced] = server.history.list();
    expect(cleared?.entries[0]?.changes).toMatchObject([{ secret: true, unset: 'after' }]);
    expect(replaced?.entries[0]?.changes[0]).not.toHaveProperty('unset');
    const first = server.history.list().at(-1)?.id;
    expect(inEnglish(await server.rollback(first))).toMatchObject({ kind: 'conflict', rows: [{ now: 'None' }] });
  });

  test('whose sealed form is gone is not guessed: nothing is planned', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save(replace('a new secret'));
    server = await server.again(() => rmSync(path.join(server.folder, 'before-images.json')));
    await expect(server.rollback()).rejects.toMatchObject({ code: 'history.imageGone' });
  });
});

describe('what someone changed since', () => {
  test('is shown in three columns, and nothing is planned', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpHost: 'mine.example.org', contactEmail: 'a@example.org' });
    const theirs = (await smtpNow())?.replace('mine', 'theirs') ?? '';
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', theirs));
    expect(inEnglish(await server.rollback())).toEqual({
      kind: 'conflict',
      rows: [
        {
          label: 'SMTP Host',
          attribute: 'oxSmtpConfiguration',
          key: 'host',
          before: 'hä.example.org',
          written: 'mine.example.org',
          now: 'theirs.example.org',
        },
      ],
    });
    expect(await smtpNow()).toBe(theirs);
  });

  test('of the password is reported without it', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpPassword: { kind: 'clear' } });
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', '{"password":"AAAAAAAAAAA="}'));
    expect(inEnglish(await server.rollback())).toMatchObject({
      rows: [{ before: 'Stored', written: 'None', now: 'Another one' }],
    });
  });

  test('in an attribute that would go as a whole keeps it', async () => {
    server = await startConsole({ tree: { smtp: null } });
    await server.save({ smtpHost: 'mail.example.org' });
    const more = (await smtpNow())?.replace('"user-name":null', '"user-name":"theirs"') ?? '';
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', more));
    expect(inEnglish(await server.rollback())).toMatchObject({
      kind: 'conflict',
      rows: [{ label: 'SMTP User Name', before: '(empty)', now: 'theirs' }],
    });
  });

  test('between plan and write ends in a conflict, and nothing is written', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save({ smtpHost: 'mine.example.org' });
    const found = await server.rollback();
    if (found.kind !== 'plan') throw new Error('no plan');
    const theirs = smtp.replace('h\\u00e4', 'theirs');
    await server.slapd.modify(replaceWith(applianceDn, 'oxSmtpConfiguration', theirs));
    expect(inEnglish(await server.update(found.plan))).toMatchObject({
      kind: 'conflict',
      rows: [{ label: 'SMTP Host' }],
    });
    expect(await smtpNow()).toBe(theirs);
  });
});

describe('guards', () => {
  test('read-only refuses before the server is asked', async () => {
    server = await startConsole({ tree: { smtp }, profile: { readOnly: true } });
    await expect(server.rollback(crypto.randomUUID())).rejects.toMatchObject({ code: 'server.readOnly' });
  });

  test('production wants its name', async () => {
    server = await startConsole({ tree: { smtp }, profile: { environment: 'production' } });
    await server.update(await server.plan({ maxLogSize: 300 }), { typedName: 'Test server' });
    const found = await server.rollback();
    if (found.kind !== 'plan') throw new Error('no plan');
    expect(found.plan.typeName).toBe(true);
    await expect(server.update(found.plan)).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
    expect(await server.update(found.plan, { typedName: 'Test server' })).toMatchObject({ kind: 'saved' });
  });

  test('a write that did not happen is not rolled back', async () => {
    server = await startConsole({ tree: { smtp }, settlePauses: { verify: [50, 100, 200] } });
    const plan = await server.plan({ maxLogSize: 300 });
    const end = await server.update(plan, { work: workWith('Write', async () => server.slapd.kill9()) });
    expect(end.kind).not.toBe('saved');
    await server.slapd.restart();
    await server.load();
    await expect(server.rollback()).rejects.toMatchObject({
      code: 'history.noRollback',
      about: { facts: { why: message('history.noRollback.notSaved') } },
    });
  });

  test('a write whose answer was lost is settled first, then rolled back', async () => {
    server = await startConsole({ tree: { smtp }, settlePauses: { verify: [50, 100, 200] } });
    const plan = await server.plan({ smtpPassword: { kind: 'replace', value: 'another one' } });
    await server.update(plan, { work: workWith('Read back', () => server.slapd.kill9()) });
    expect(server.history.list()).toMatchObject([{ outcome: 'unknown' }]);
    await server.slapd.restart();
    expect(await server.rollBack()).toMatchObject({ kind: 'saved' });
    expect(server.history.list()).toMatchObject([{ outcome: 'saved' }, { outcome: 'saved' }]);
    expect(await smtpNow()).toBe(smtp);
  });

  test('a write that is not in the history is refused', async () => {
    server = await startConsole({ tree: { smtp } });
    await expect(server.rollback(crypto.randomUUID())).rejects.toMatchObject({ code: 'history.noRollback' });
  });
});
