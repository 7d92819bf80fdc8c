import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import {
  MAX_TRANSFER_BYTES,
  parseTransferFile,
  readTransferBytes,
  writeTransferFile,
} from '../../../../src-main/transfer/transfer-file';
import { inEnglish } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { fullProfile, header, idOf, plainProfile } from './samples';

const folder = makeTemporaryFolder('transfer');
afterAll(() => removeTemporaryFolder(folder));

const good = { ...header, profiles: [plainProfile] };
function refusal(content: unknown): { code: string; why?: unknown } {
  const bytes =
    content instanceof Uint8Array
      ? content
      : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  try {
    parseTransferFile(bytes, 'in.json');
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, why: inEnglish(error.about.facts?.why) };
    throw error;
  }
  return { code: 'taken' };
}

test('the form of a file is what the documentation says', () => {
  const text = writeTransferFile({ header, profiles: [fullProfile] });
  expect(JSON.parse(text)).toEqual({
    format: 'gluu-console-profiles',
    schemaVersion: 1,
    exportedAt: header.exportedAt,
    appVersion: header.appVersion,
    profiles: [fullProfile],
  });
  expect(refusal(text).code).toBe('taken');
});

test('what a file does not say of a server is taken the careful way', () => {
  const { environment: _e, readOnly: _r, ...silent } = plainProfile;
  const bytes = Buffer.from(JSON.stringify({ ...good, profiles: [silent] }));
  expect(parseTransferFile(bytes, 'x.json').profiles).toEqual([
    { ...plainProfile, environment: 'production', readOnly: true },
  ]);
});

describe('a hostile or broken file is refused with its reason:', () => {
  const deep = (levels: number) => `{"format":"gluu-console-profiles","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  test.each<[string, unknown, RegExp]>([
    ['nothing', '', /not JSON/],
    ['no JSON', '{"format":', /not JSON/],
    ['a text', '"gluu-console-profiles"', /not a JSON object/],
    ['a list', [good], /not a JSON object/],
    ['null', 'null', /not a JSON object/],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), /not UTF-8/],
    ['nested 100 deep', deep(100), /nested too deeply/],
    ['nested a million deep', deep(1_000_000), /nested too deeply|not JSON/],
    ['__proto__ at the top', '{"__proto__":{"format":"gluu-console-profiles"}}', /__proto__/],
    [
      '__proto__ in a profile',
      JSON.stringify(good).replace('"name"', '"__proto__":{"readOnly":false},"name"'),
      /__proto__/,
    ],
    ['another format', { ...good, format: 'compass' }, /format is not/],
    ['no format', { ...good, format: undefined }, /format is not/],
    ['a version as a text', { ...good, schemaVersion: '1' }, /schemaVersion/],
    ['version 0', { ...good, schemaVersion: 0 }, /schemaVersion/],
    ['profiles as an object', { ...good, profiles: {} }, /profiles/],
    ['a port as a text', { ...good, profiles: [{ ...plainProfile, port: '1389' }] }, /profiles\.0\.port/],
    ['a host with a blank', { ...good, profiles: [{ ...plainProfile, host: 'a b' }] }, /profiles\.0\.host/],
    ['an id that is a path', { ...good, profiles: [{ ...plainProfile, id: '../../x' }] }, /profiles\.0\.id/],
    [
      'a name that hides its direction',
      { ...good, profiles: [{ ...plainProfile, name: 'a\u202eb' }] },
      /profiles\.0\.name/,
    ],
    ['one id twice', { ...good, profiles: [plainProfile, { ...plainProfile, name: 'b' }] }, /same id/],
    [
      '1001 profiles',
      { ...good, profiles: Array.from({ length: 1001 }, (_, at) => ({ ...plainProfile, id: idOf(at) })) },
      /profiles/,
    ],
    ['a cheaper scrypt', { ...good, sealed: { kdf: 'scrypt', N: 2, r: 8, p: 1 } }, /sealed/],
    ['a scrypt that takes all memory', { ...good, sealed: { kdf: 'scrypt', N: 2 ** 30, r: 8, p: 1 } }, /sealed/],
  ])('%s', (_, content, why) => {
    const { code, why: said } = refusal(content);
    expect(code).toBe('profiles.notOurs');
    expect(said).toMatch(why);
  });

  test('a newer version is reported as such, with both numbers', () => {
    expect(() =>
      parseTransferFile(Buffer.from(JSON.stringify({ ...good, schemaVersion: 2, profiles: 'else' })), 'in.json'),
    ).toThrow(
      expect.objectContaining({ code: 'profiles.newer', about: { facts: { file: 'in.json', found: 2, known: 1 } } }),
    );
  });

  test('fields that this version does not know are left out', () => {
    const text = JSON.stringify({ ...good, more: 1, profiles: [{ ...plainProfile, secret: 'x' }] });
    expect(parseTransferFile(Buffer.from(text), 'x').profiles).toEqual([plainProfile]);
  });
});

describe('reading', () => {
  const put = (name: string, content: string | Buffer) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  test('takes up to 8 MB and no more', async () => {
    expect(await readTransferBytes(put('most.json', Buffer.alloc(MAX_TRANSFER_BYTES, 0x20)))).toHaveLength(
      MAX_TRANSFER_BYTES,
    );
    await expect(readTransferBytes(put('more.json', Buffer.alloc(MAX_TRANSFER_BYTES + 1, 0x20)))).rejects.toMatchObject(
      {
        code: 'profiles.tooLarge',
        about: { facts: { file: 'more.json' } },
      },
    );
    expect(() => parseTransferFile(Buffer.alloc(MAX_TRANSFER_BYTES + 1, 0x20), 'x')).toThrow('profiles.tooLarge');
  });
  test('tells a file that is gone, and a folder, by name alone', async () => {
    await expect(readTransferBytes(path.join(folder, 'gone.json'))).rejects.toMatchObject({
      code: 'profiles.unreadable',
      about: { facts: { file: 'gone.json' }, detail: expect.stringContaining('ENOENT') },
    });
    await expect(readTransferBytes(folder)).rejects.toMatchObject({ code: 'profiles.unreadable' });
  });
  test.skipIf(process.platform === 'win32')('does not wait for the other end of a FIFO', async () => {
    const fifo = path.join(folder, 'fifo.json');
    execFileSync('mkfifo', [fifo]);
    await expect(readTransferBytes(fifo)).rejects.toMatchObject({ code: 'profiles.unreadable' });
  });
});
