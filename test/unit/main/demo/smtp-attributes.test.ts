import { describe, expect, test } from 'vitest';
import { type StoredSmtpSettings, smtpAttributes } from '../../../../src-main/demo/smtp-attributes';

const hostOnly: StoredSmtpSettings = {
  host: 'h',
  port: 25,
  password: null,
  requiresSsl: false,
  trustHost: false,
  fromName: null,
  fromEmailAddress: null,
  requiresAuthentication: false,
  userName: null,
};

describe('smtpAttributes', () => {
  test.each(['3.1.2', '3.1.5', '3.1.8'])('is the JSON of Jackson 1.9.13, byte for byte, in %s', (version) => {
    // Measured with Jackson 1.9.13 and the class of oxCore 3.1.2.
    expect(smtpAttributes(version, hostOnly)).toEqual({
      oxSmtpConfiguration:
        '{"host":"h","port":25,"password":null,"requires-ssl":false,"trust-host":false,"from-name":null,' +
        '"from-email-address":null,"requires-authentication":false,"user-name":null}',
    });
  });

  test('writes non-ASCII letters as they are', () => {
    expect(smtpAttributes('3.1.2', { ...hostOnly, fromName: 'Zoë' }).oxSmtpConfiguration).toContain(
      '"from-name":"Zoë"',
    );
  });

  test.each(['3.0.2', '3.1.1'])('is one attribute per setting and a camelCase copy in %s', (version) => {
    const settings = { ...hostOnly, requiresAuthentication: true, userName: 'u', password: 'c2VjcmV0' };
    const { oxSmtpConfiguration = '', ...attributes } = smtpAttributes(version, settings);
    expect(attributes).toEqual({
      gluuSmtpHost: 'h',
      gluuSmtpPort: '25',
      gluuSmtpRequiresSsl: 'false',
      gluuSmtpRequiresAuthentication: 'true',
      gluuSmtpUserName: 'u',
      gluuSmtpPassword: 'c2VjcmV0',
    });
    expect(JSON.parse(oxSmtpConfiguration)).toEqual({
      host: 'h',
      port: 25,
      password: 'c2VjcmV0',
      requiresSsl: false,
      fromName: null,
      fromEmailAddress: null,
      requiresAuthentication: true,
      userName: 'u',
    });
  });
});
