import { expect, test } from 'vitest';
import { sendableDn } from '../../../../src-main/ldap/sendable-dn';

const at = 'gluu.example.org:1636';

test.each(['', 'o=gluu', 'cn=a\\00b,o=gluu', 'cn=\\0D\\0A', 'cn=\u00fc \u{1f511},o=gluu', 'cn=a\tb'])(
  'gives %j back',
  (dn) => {
    expect(sendableDn(dn, at)).toBe(dn);
  },
);

test.each(['cn=a\0b', 'cn=a\nb', 'cn=a\rb', 'cn=\ud83d', 'cn=\udd11\ud83d'])(
  'refuses %j, and shows it harmless',
  (dn) => {
    expect(() => sendableDn(dn, at)).toThrow(
      expect.objectContaining({
        code: 'ldap.badDn',
        about: { at, detail: expect.not.stringMatching(/[\p{Cc}\p{Cs}]/u) },
      }),
    );
  },
);
