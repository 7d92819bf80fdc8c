import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { failureCodes } from '../../../src-shared/model/failure';
import { ownFiles } from './own-files';

/** Where codes are only listed or put into sentences, and no failure is made. */
const listings = /^src-shared\/(model|messages)\/[\w-]*fail[\w-]*\.ts$/;
const made = ownFiles(/\.tsx?$/)
  .filter((file) => file.startsWith('src-') && !listings.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test.each(failureCodes)('%s is the code of some failure', (code) => {
  expect(made).toContain(`'${code}'`);
});
