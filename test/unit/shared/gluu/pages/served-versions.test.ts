import { expect, test } from 'vitest';
import { servedChanges, whyNotServed } from '../../../../../src-shared/gluu/pages/served-versions';
import { versionWords } from '../../../../../src-shared/gluu/versions';
import { inEnglish, say } from '../../../../support/english';

test.each([
  ['2.4', '2.4.4'],
  ['3.0.0', '3.0.3'],
  ['3.1.1', '3.1.1'],
  ['3.1.6', '3.1.9'],
  ['4.0', '4.0.1'],
  ['4.5.6', '4.*'],
])('every change is offered to %s to %s', (least, most) => {
  for (const change of servedChanges) expect(whyNotServed({ least, most }, change)).toBeUndefined();
});

test.each([
  ['2.4', '4.*'],
  ['3.1.1', '3.1.2'],
  ['4.4.0', '4.4.1'],
])('no setting is changed on what may be %s to %s, which keep them in different ways', (least, most) => {
  const version = say(versionWords({ least, most }));
  for (const change of ['settings', 'rollback'] as const)
    expect(inEnglish(whyNotServed({ least, most }, change))).toContain(`This may be any Gluu of these: ${version}.`);
  expect(whyNotServed({ least, most }, 'testUser')).toBeUndefined();
});

test('nothing is changed on what is no Gluu of 2.4 to 4.x', () => {
  for (const change of servedChanges)
    expect(inEnglish(whyNotServed({ least: '5.0', most: '5.1' }, change))).toBe(
      'This is Gluu 5.0 to 5.1. This console makes changes only on Gluu 2.4 and later.',
    );
});
