import { expect, test } from 'vitest';
import { servedChanges, whyNotServed } from '../../../../src-shared/gluu/served-versions';
import { versionWords } from '../../../../src-shared/gluu/versions';
import { inEnglish, say } from '../../../support/english';

test.each([
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
    else
      expect(inEnglish(why)).toBe(
        `This is Gluu ${say(versionWords({ least, most }))}. This console makes changes only on Gluu 3.1.2 to 3.1.9.`,
      );
  }
});
