import { afterEach, describe, expect, test } from 'vitest';
import { decrypt, encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { message } from '../../../src-shared/texts/message';
import { otherSalt, salt } from '../../support/cipher-vectors';
import { inEnglish, say } from '../../support/english';
import { gluuNames } from '../../support/gluu-names';
import { oxTrustSettings } from '../../support/gluu-settings';
import type { GluuVersion } from '../../support/gluu-version';
import { workWith } from '../../support/test-console';
import { replaceWith, startConsole, type TestConsole } from './console';

const names = gluuNames();
const { applianceDn, oxTrustDn } = names;
const smtp = '{"host":"h","port":25,"password":"gl0g4Ch2tkU="}';
const replaced = { smtpPassword: { kind: 'replace', value: 'new secret' } } as const;

let server: TestConsole;
afterEach(() => server.stop());

const ciphertext = async () =>
  String(JSON.parse((await server.stored(applianceDn, 'oxSmtpConfiguration'))[0] ?? '{}').password);
/** Gives oxTrust's own configuration the salt of another installation, as a restored copy has. */
const writeAnew = (with_: string, changes = {}) =>
  server.slapd.modify(
    replaceWith(
      oxTrustDn,
      'oxTrustConfApplication',
      oxTrustSettings(names, '3.1.2', 'gluu.example.org', with_, changes),
    ),
  );
const failureOf = async (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable(),
    ({ code, about }) => ({ code, ...about }),
  );

describe.each<GluuVersion>(['3.1.2', '3.1.4', '3.1.6', '3.1.9'])('%s', (version) => {
  test('with its own salt: proved, encrypted, decrypted back', async () => {
    server = await startConsole({ tree: { version, smtp } });
    const view = await server.load();
    expect(view).toMatchObject({ salt: { kind: 'proved' }, secrets: { smtpPassword: { state: 'decrypts' } } });
    const plan = await server.plan(replaced, view);
    expect(inEnglish(plan.rows[0]?.note)).toContain('Encrypted with this server’s salt');
    expect(await server.update(plan)).toMatchObject({
      kind: 'saved',
      view: { secrets: { smtpPassword: { state: 'decrypts' } } },
      notes: [],
    });
    expect(decrypt(await ciphertext(), salt)).toBe('new secret');
  });

  test('with another server’s salt: told, refused at the field, and nothing is written', async () => {
    server = await startConsole({ tree: { version, smtp }, salt: otherSalt });
    const before = await server.slapd.dump();
    const view = await server.load();
    expect(view).toMatchObject({
      salt: { kind: 'contradicted', opened: [] },
      secrets: { smtpPassword: { state: 'wrongSalt' } },
    });
    const failure = await failureOf(server.plan(replaced, view));
    expect(inEnglish(failure)).toMatchObject({
      code: 'gluu.saltContradicted',
      fields: { smtpPassword: expect.any(String) },
    });
    expect(inEnglish(failure.facts.why)).toContain('idpBindPassword and oxAuthClientPassword');
    for (const secret of [salt, otherSalt, 'new secret', 'gl0g4Ch2tkU=', 'Manager-Passw0rd'])
      expect(JSON.stringify([view, failure])).not.toContain(secret);
    expect(await server.slapd.dump()).toBe(before);
    expect(server.history.list()).toEqual([]);
  });
});

describe('the wrong salt', () => {
  test('leaves all that needs none as it was', async () => {
    server = await startConsole({ tree: { smtp }, salt: otherSalt });
    expect((await server.save({ smtpHost: 'new' })).kind).toBe('saved');
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
    expect(await server.save({ smtpPassword: { kind: 'clear' } })).toMatchObject({
      view: { secrets: { smtpPassword: { state: 'none' } } },
    });
  });

  test('that an earlier password was encrypted with does not pass as the right one', async () => {
    const written = JSON.stringify({ host: 'h', password: encrypt('secret', otherSalt) });
    server = await startConsole({ tree: { smtp: written }, salt: otherSalt });
    expect(await server.load()).toMatchObject({ secrets: { smtpPassword: { state: 'wrongSalt' } } });
    await server.stop();
    server = await startConsole({ tree: { smtp: written } });
    expect(await server.load()).toMatchObject({
      secrets: { smtpPassword: { state: 'doesNotDecrypt' } },
      salt: { kind: 'proved' },
    });
  });

  test('is found where only one value speaks against it', async () => {
    const oxTrust = { oxAuthClientPassword: encrypt('K3yOfTheCl1ent', otherSalt) };
    server = await startConsole({ tree: { smtp, oxTrust } });
    const contradicted = { kind: 'contradicted', by: ['oxAuthClientPassword'], opened: ['idpBindPassword'] };
    expect((await server.load()).salt).toEqual(contradicted);
    await expect(server.plan(replaced)).rejects.toMatchObject({ code: 'gluu.saltContradicted' });
  });
});

describe('a salt that cannot be proved', () => {
  const oxTrust = { idpBindPassword: undefined, oxAuthClientPassword: '' };

  test('encrypts, and the change list says what is not known', async () => {
    server = await startConsole({ tree: { smtp, oxTrust } });
    const view = await server.load();
    expect(view).toMatchObject({
      salt: { kind: 'unproved' },
      secrets: { smtpPassword: { state: 'decryptsUnproved' } },
    });
    const plan = await server.plan(replaced, view);
    expect(JSON.stringify(plan)).not.toContain('Encrypted with this server’s salt');
    expect(plan.warnings.map((one) => say(one)).join()).toMatch(
      /cannot be proved.*idpBindPassword is missing and oxAuthClientPassword is empty\. Compare it with \/etc\/gluu\/conf\/salt/,
    );
    const ended = await server.update(plan);
    expect(ended).toMatchObject({ kind: 'saved', view: { secrets: { smtpPassword: { state: 'decryptsUnproved' } } } });
    if (ended.kind === 'saved') expect(ended.notes.map((one) => say(one)).join()).toContain('not known');
  });

  test('since this account may not read it, says so', async () => {
    const globalLines = [`access to dn.base="${oxTrustDn}" by * none`];
    server = await startConsole({ tree: { smtp }, asReader: true, slapd: { globalLines } });
    expect((await server.load()).salt).toEqual({ kind: 'unproved', why: { kind: 'noEntry' } });
  });

  test('and does not decrypt leaves open which of the two is wrong', async () => {
    server = await startConsole({ tree: { smtp, oxTrust }, salt: otherSalt });
    expect(await server.load()).toMatchObject({
      salt: { kind: 'unproved' },
      secrets: { smtpPassword: { state: 'doesNotDecryptUnproved' } },
    });
  });
});

describe('between the change list and the write', () => {
  test('another installation’s configuration stops it, and nothing is written', async () => {
    server = await startConsole({ tree: { smtp } });
    const plan = await server.plan(replaced);
    await writeAnew(otherSalt);
    const before = await server.slapd.dump();
    await expect(server.update(plan)).rejects.toMatchObject({
      code: 'gluu.saltContradicted',
      about: {
        stage: 'Salt',
        fields: { smtpPassword: message('plan.notWritten', { field: message('label.smtpPassword') }) },
      },
    });
    expect(await server.slapd.dump()).toBe(before);
    expect(server.history.list()).toEqual([]);
  });

  test('it is read on the connection that writes, together with what is compared', async () => {
    server = await startConsole({ tree: { smtp } });
    const plan = await server.plan(replaced);
    server.proxy.cut();
    const work = workWith('Who am I', () => writeAnew(otherSalt));
    await expect(server.update(plan, { work })).rejects.toMatchObject({ code: 'gluu.saltContradicted' });
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
  });

  test('a proof that is gone does not count: the list is made again, and tells', async () => {
    server = await startConsole({ tree: { smtp } });
    const plan = await server.plan(replaced);
    await writeAnew(salt, { idpBindPassword: '', oxAuthClientPassword: '' });
    await expect(server.update(plan)).rejects.toMatchObject({ code: 'gluu.saltChanged' });
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
    const again = await server.plan(replaced);
    expect(again.warnings.map((one) => say(one)).join()).toContain('cannot be proved');
    expect((await server.update(again)).kind).toBe('saved');
  });

  test('a salt that came into its place since does not pass off a password of the one before', async () => {
    server = await startConsole({
      tree: { smtp, oxTrust: { idpBindPassword: '', oxAuthClientPassword: '' } },
      salt: otherSalt,
    });
    const plan = await server.plan(replaced);
    await server.enterSalt(salt);
    await expect(server.update(plan)).rejects.toMatchObject({ code: 'gluu.saltChanged' });
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
  });

  test('a salt that is gone since is reported as not known, not as another one', async () => {
    server = await startConsole({ tree: { smtp } });
    const plan = await server.plan(replaced);
    await server.enterSalt(undefined);
    const failure = await failureOf(server.update(plan));
    expect(inEnglish(failure)).toMatchObject({
      code: 'gluu.saltChanged',
      facts: { now: expect.stringContaining('not known here') },
    });
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
  });
});

describe('a rollback that puts an SMTP password back', () => {
  test('is refused with the wrong salt, before and at the write', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save(replaced);
    const found = await server.rollback();
    if (found.kind !== 'plan') expect.unreachable();
    await server.enterSalt(otherSalt);
    const before = await server.slapd.dump();
    await expect(server.rollback()).rejects.toMatchObject({ code: 'gluu.saltContradicted' });
    await expect(server.update(found.plan)).rejects.toMatchObject({ code: 'gluu.saltContradicted' });
    expect(await server.slapd.dump()).toBe(before);
  });

  test('is possible once the wrong salt is taken out, and says what is not known', async () => {
    server = await startConsole({ tree: { smtp } });
    await server.save(replaced);
    await server.enterSalt(undefined);
    const found = await server.rollback();
    if (found.kind !== 'plan') expect.unreachable();
    expect(found.plan.warnings.map((one) => say(one)).join()).toContain('salt is not known here');
    expect((await server.update(found.plan)).kind).toBe('saved');
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
  });

  test('with a salt that cannot be proved says so', async () => {
    server = await startConsole({ tree: { smtp, oxTrust: { idpBindPassword: '', oxAuthClientPassword: '' } } });
    await server.save(replaced);
    const found = await server.rollback();
    if (found.kind !== 'plan') expect.unreachable();
    expect(found.plan.warnings.map((one) => say(one)).join()).toContain('cannot be proved');
  });

  test('of other settings needs no salt', async () => {
    server = await startConsole({ tree: { smtp }, salt: otherSalt });
    await server.save({ smtpHost: 'new' });
    expect((await server.rollBack()).kind).toBe('saved');
  });
});
