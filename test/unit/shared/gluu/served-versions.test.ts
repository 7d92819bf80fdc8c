import { expect, it } from 'vitest';
import { servedChanges, whyNotServed } from '../../../../src-shared/gluu/served-versions';
import { shortVersionText, versionText } from '../../../../src-shared/gluu/version-text';

it.each([
  ['2.4', '2.4.4', false],
  ['3.0.0', '3.0.3', false],
  ['3.1.1', '3.1.1', false],
  ['3.1.2', '3.1.2', true],
  ['3.1.6', '3.1.9', true],
  ['4.0', '4.5.5', false],
])('writes are offered to %s to %s: %s', (least, most, served) => {
  for (const change of servedChanges) {
    const why = whyNotServed({ least, most }, change);
    if (served) expect(why).toBeUndefined();
    else expect(why).toBe(`This is Gluu ${versionText({ least, most })}; this console changes 3.1.2 to 3.1.9 only.`);
  }
});

it('a version is reported as what is known of it', () => {
  expect(versionText({ least: '3.1.6', most: '3.1.9' })).toBe('3.1.6 to 3.1.9');
  expect(shortVersionText({ least: '3.1.6', most: '3.1.9' })).toBe('3.1.6–3.1.9');
  expect(shortVersionText({ least: '3.1.2', most: '3.1.2' })).toBe('3.1.2');
});
