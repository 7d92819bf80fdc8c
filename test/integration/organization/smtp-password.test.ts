import { afterEach, describe, expect, test } from 'vitest';
import { decrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { salt } from '../../support/cipher-vectors';
import { gluuNames } from '../../support/gluu-names';
import { startConsole, type TestConsole } from './console';

const { applianceDn } = gluuNames();
const smtp = '{"x-later":[1, 2],"port":"587","host" : "h","password":"gl0g4Ch2tkU="}';

let server: TestConsole;
afterEach(() => server.stop());

describe('the SMTP password', () => {
  const replace = (value: string) => ({ smtpPassword: { kind: 'replace', value } }) as const;
  const ciphertext = async () =>
    String(JSON.parse((await server.stored(applianceDn, 'oxSmtpConfiguration'))[0] ?? '{}').password);

  test.each(['new secret', '12345678', ' blanks ', '{"}\\'])('decrypts back after the write: %j', async (password) => {
    server = await startConsole({ tree: { smtp } });
    expect(await server.save(replace(password))).toMatchObject({
      kind: 'saved',
      view: { secrets: { smtpPassword: { state: 'decrypts' } } },
    });
    expect(decrypt(await ciphertext(), salt)).toBe(password);
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([
      smtp.replace('gl0g4Ch2tkU=', await ciphertext()),
    ]);
  });

  test('with letters outside ASCII is written: up to 4.2.2 it works when saved once', async () => {
    server = await startConsole({ tree: { smtp } });
    const plan = await server.plan(replace('pässwörd€'));
    expect(plan.warnings.join()).not.toContain('outside ASCII');
    expect(await server.update(plan)).toMatchObject({
      kind: 'saved',
      view: { secrets: { smtpPassword: { state: 'decryptsNonAscii' } } },
    });
    expect(decrypt(await ciphertext(), salt)).toBe('pässwörd€');
  });

  test.each([null, 'tooShort'])('is not replaced with the salt %s, and all else is', async (known) => {
    server = await startConsole({ tree: { smtp }, salt: known });
    await expect(server.plan({ smtpHost: 'new', ...replace('new secret') })).rejects.toMatchObject({
      code: 'gluu.noSalt',
    });
    expect((await server.save({ smtpHost: 'new' })).kind).toBe('saved');
    expect(await ciphertext()).toBe('gl0g4Ch2tkU=');
  });

  test('can be cleared without a salt', async () => {
    server = await startConsole({ tree: { smtp }, salt: null });
    expect(await server.save({ smtpPassword: { kind: 'clear' } })).toMatchObject({
      view: { secrets: { smtpPassword: { state: 'none' } } },
    });
    expect(await server.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([smtp.replace('"gl0g4Ch2tkU="', 'null')]);
  });

  test('is not shown by the plan, in clear or as it is stored', async () => {
    server = await startConsole({ tree: { smtp } });
    const plan = await server.plan(replace('new secret'));
    expect(plan.rows).toMatchObject([{ field: 'smtpPassword', secret: true, key: 'password' }]);
    expect(plan.rows[0]?.before).not.toBe(plan.rows[0]?.after);
    expect(JSON.stringify(plan)).not.toMatch(/new secret|gl0g4Ch2tkU=/);
  });

  test('that is blank is refused', async () => {
    server = await startConsole({ tree: { smtp } });
    await expect(server.plan(replace('  '))).rejects.toMatchObject({ code: 'input.invalid' });
  });
});
