import { describe, expect, test } from 'vitest';
import { ofForm, rangeNamed, treesFor } from '../../../../src-shared/gluu/tree-versions';
import { exactly } from '../../../../src-shared/gluu/versions';

describe('what files call a version', () => {
  test.each([
    ['3.1.2', exactly('3.1.2')],
    ['3.1.7.sp1', exactly('3.1.7.sp1')],
    ['2.x', { least: '2.4', most: '2.4.4' }],
    ['3.x', { least: '3.0.0', most: '3.1.9' }],
    ['4.x', { least: '4.0', most: '4.*' }],
    ['', undefined],
    ['unknown', undefined],
  ])('%s', (name, range) => expect(rangeNamed(name)).toEqual(range));
});

test.each([
  [{ least: '3.1.6', most: '3.1.9' }, 'applianceUrl', false],
  [{ least: '2.4', most: '2.4.4' }, 'applianceUrl', true],
  [exactly('3.1.2'), 'applianceUrl', true],
  [exactly('3.1.3'), 'applianceUrl', false],
  [exactly('4.0.Final'), 'applicationUrl', false],
])('%j begins its links with %s, and its timer puts entries back: %s', (range, key, reverts) => {
  expect(treesFor(range)).toMatchObject([{ linkBaseKey: key, timerReverts: reverts }]);
});

test.each([
  ['appliance', { least: '2.4', most: '3.1.9', linkBaseKey: 'applianceUrl' }],
  ['configuration', { least: '4.0', most: '4.*', linkBaseKey: 'applicationUrl' }],
] as const)('a tree with the form of an %s is of these versions', (form, facts) => {
  expect(ofForm(form)).toEqual(facts);
});
