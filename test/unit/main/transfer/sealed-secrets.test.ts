import { beforeAll, describe, expect, test } from 'vitest';
import { type CarriedSecret, SealedSecrets, seal, unseal } from '../../../../src-main/transfer/sealed-secrets';
import { header, idOf } from './samples';

const passphrase = 'correct horse battery — Größe';
const secrets: CarriedSecret[] = [
  {
    serverId: idOf(1),
    kind: 'bindPassword',
    target: { host: 'a.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=x', via: 'admin@gluu1' },
    value: 'S3cret — ünï 🦉',
  },
  {
    serverId: idOf(1),
    kind: 'salt',
    target: { host: 'a.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=x' },
    value: 'x'.repeat(1920),
  },
];

/** Made once: each key takes a while to derive. */
let sealed: SealedSecrets;
beforeAll(async () => {
  sealed = await seal(secrets, passphrase, header);
});

describe('sealed secrets', () => {
  test('open with the passphrase, in whatever Unicode form it is typed, and hold nothing readable', async () => {
    const sealed = await seal(secrets, passphrase.normalize('NFC'), header);
    expect(SealedSecrets.parse(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
    expect(await unseal(sealed, passphrase.normalize('NFD'), header)).toEqual(secrets);
    const text = JSON.stringify(sealed) + Buffer.from(sealed.data, 'base64').toString('latin1');
    for (const word of ['S3cret', 'xxxx', 'bindPassword', 'example', passphrase]) expect(text).not.toContain(word);
  });

  test('have a salt and an IV of their own each time', async () => {
    const other = await seal(secrets, passphrase, header);
    expect(sealed.salt).not.toBe(other.salt);
    expect(sealed.iv).not.toBe(other.iv);
    expect(sealed.data).not.toBe(other.data);
  });

  test('do not open with another passphrase, and the error does not quote it', async () => {
    const error: unknown = await unseal(sealed, 'another passphrase', header).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'profiles.passphrase' });
    expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain('another passphrase');
  });

  const flipped = (text: string) => {
    const bytes = Buffer.from(text, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  test.each(['salt', 'iv', 'tag', 'data'] as const)('do not open once a bit of the %s was changed', async (field) => {
    await expect(unseal({ ...sealed, [field]: flipped(sealed[field]) }, passphrase, header)).rejects.toMatchObject({
      code: 'profiles.passphrase',
    });
  });

  test.each([
    ['format', { ...header, format: 'other' }],
    ['schemaVersion', { ...header, schemaVersion: 2 }],
    ['exportedAt', { ...header, exportedAt: '2020-01-01T00:00:00.000Z' }],
    ['appVersion', { ...header, appVersion: '9' }],
  ])('do not open under a changed %s of the header', async (_, changed) => {
    await expect(unseal(sealed, passphrase, changed)).rejects.toMatchObject({ code: 'profiles.passphrase' });
    await expect(unseal(sealed, passphrase, { ...header })).resolves.toHaveLength(2);
  });

  test('a short tag is refused: it could be guessed', () => {
    const tag = Buffer.alloc(4).toString('base64');
    expect(SealedSecrets.shape.tag.safeParse(tag).success).toBe(false);
  });
});
