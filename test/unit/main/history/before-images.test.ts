import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { openBeforeImages } from '../../../../src-main/history/before-images';
import { ServerId } from '../../../../src-shared/model/server';
import { memoryKeychain } from '../../../support/fake-keychain';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const serverId = ServerId.parse('6f1c2a5e-7d3b-4c8e-9a10-2b3c4d5e6f70');
const historyId = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';
const place = { dn: 'inum=@!1111,ou=appliances,o=gluu', attribute: 'oxSmtpConfiguration', key: 'password' };
const before = '"gl0g4Ch2tkU="';

let folder: string;
let file: string;
let keychain: ReturnType<typeof memoryKeychain>;
beforeEach(() => {
  folder = makeTemporaryFolder('images');
  file = path.join(folder, 'before-images.json');
  keychain = memoryKeychain();
});
afterEach(() => removeTemporaryFolder(folder));

const open = () => openBeforeImages(file, keychain);
const gone = { code: 'history.imageGone' };
const locked = () => {
  throw new AppError('keychain.locked');
};
const alter = (change: (image: Record<string, string>) => object) => {
  const { images, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...rest, images: images.map(change) }));
};

describe('what was sealed', () => {
  test.each([before, null, 'null', '"\\u00e4"'])('opens again after a restart: %s', async (text) => {
    await open().seal(serverId, historyId, [{ place, before: text }]);
    expect(await open().open(historyId, place)).toBe(text);
  });

  test('lies in a file of this user alone, with nothing of the text or its length in clear', async () => {
    await open().seal(serverId, historyId, [{ place, before }]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('gl0g4Ch2tkU');
  });

  test('is sealed with a new nonce each time, with one key for all that only the keychain has', async () => {
    const images = open();
    await Promise.all([
      images.seal(serverId, historyId, [{ place, before }]),
      images.seal(serverId, crypto.randomUUID(), [{ place, before }]),
    ]);
    const [one, other] = JSON.parse(readFileSync(file, 'utf8')).images;
    expect(one.sealedWith).toBe(other.sealedWith);
    expect(one.nonce).not.toBe(other.nonce);
    expect(one.text).not.toBe(other.text);
    expect([...keychain.stored.keys()]).toEqual(['history/before-images']);
    expect(readFileSync(file, 'utf8')).not.toContain(keychain.stored.get('history/before-images'));
  });

  test.each([
    ['another write', crypto.randomUUID(), place],
    ['another entry', historyId, { ...place, dn: 'o=gluu' }],
    ['another key', historyId, { ...place, key: 'host' }],
  ])('is not found for %s', async (_, id, where) => {
    await open().seal(serverId, historyId, [{ place, before }]);
    await expect(open().open(id, where)).rejects.toMatchObject(gone);
  });

  test.each(['nonce', 'tag', 'text'])('does not open with another %s', async (part) => {
    await open().seal(serverId, historyId, [{ place, before }]);
    const turned = (text = '') => Buffer.from(Buffer.from(text, 'base64').map((byte) => byte ^ 1)).toString('base64');
    alter((image) => ({ ...image, [part]: turned(image[part]) }));
    await expect(open().open(historyId, place)).rejects.toMatchObject(gone);
  });

  test.each([{ historyId: crypto.randomUUID() }, { dn: 'o=gluu' }, { attribute: 'other' }, { key: 'host' }])(
    'does not open where it is moved to: %j',
    async (moved) => {
      await open().seal(serverId, historyId, [{ place, before }]);
      alter((image) => ({ ...image, ...moved }));
      const { historyId: id, ...where } = { historyId, ...place, ...moved };
      await expect(open().open(id, where)).rejects.toMatchObject(gone);
    },
  );

  test('goes with its server', async () => {
    const images = open();
    await images.seal(serverId, historyId, [{ place, before }]);
    await images.forget(serverId);
    await expect(open().open(historyId, place)).rejects.toMatchObject(gone);
  });
});

describe('the keychain', () => {
  test('that is emptied takes what was sealed along, and the next write is sealed with a new one', async () => {
    await open().seal(serverId, historyId, [{ place, before }]);
    keychain.stored.clear();
    await expect(open().open(historyId, place)).rejects.toMatchObject({
      ...gone,
      about: { facts: { reason: 'keyGone' } },
    });
    const next = crypto.randomUUID();
    await open().seal(serverId, next, [{ place, before }]);
    expect(await open().open(next, place)).toBe(before);
  });

  test('that is locked leaves a key for this run alone', async () => {
    const images = openBeforeImages(file, { get: locked, set: locked });
    await images.seal(serverId, historyId, [{ place, before }]);
    expect(await images.open(historyId, place)).toBe(before);
    await expect(open().open(historyId, place)).rejects.toMatchObject(gone);
  });

  test('that is locked when it is to be opened is reported as that', async () => {
    await open().seal(serverId, historyId, [{ place, before }]);
    const images = openBeforeImages(file, { get: locked, set: locked });
    await expect(images.open(historyId, place)).rejects.toMatchObject({ code: 'keychain.locked' });
  });

  test('that holds something else is given a key of ours', async () => {
    keychain.stored.set('history/before-images', 'short');
    await open().seal(serverId, historyId, [{ place, before }]);
    expect(await open().open(historyId, place)).toBe(before);
  });
});
