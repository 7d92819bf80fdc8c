import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reasonNotToUse } from '../../../../src-main/app/own-folder';
import { inEnglish } from '../../../support/english';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gluu-console-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the app’s own folder', () => {
  test('is made where it is not there, for its user alone', () => {
    const deep = path.join(folder, 'a', 'b');
    expect(reasonNotToUse(deep)).toBeUndefined();
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  });

  test('that cannot be one is reported in the system’s words', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    expect(inEnglish(reasonNotToUse(path.join(file, 'inside')))).toMatch(/cannot be written to\. ENOTDIR/);
  });
});
