import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type Circumstances, refusalBy, smtpFailure } from '../../../../src-main/mail-test/smtp-failure';
import { noMask } from '../../../../src-main/probe/mail-mask';
import { sentencesOf } from '../../../../src-shared/messages/failure-texts';
import { failureCodes } from '../../../../src-shared/model/failure';

const usual: Circumstances = {
  stage: 'Sender',
  at: 'smtp.example.org:587',
  startTlsOffered: true,
  messageBegun: false,
  mask: noMask,
};
const errorWith = (more: object, message = 'what happened') => Object.assign(new Error(message), more);
const codeOf = (error: unknown, more: Partial<Circumstances> = {}) => {
  const failure = smtpFailure(error, { ...usual, ...more });
  return failure instanceof AppError ? failure.code : failure;
};

describe('what ends a conversation', () => {
  it('comes with stage, place and the server’s words, and keeps its cause', () => {
    const cause = refusalBy('550 5.7.60 Not yours');
    const failure = smtpFailure(cause, usual);
    expect(failure).toMatchObject({
      code: 'smtp.senderRefused',
      about: { stage: 'Sender', at: 'smtp.example.org:587', detail: '550 5.7.60 Not yours' },
      cause,
    });
  });

  it('without words of the server is reported in those of the library, cause first', () => {
    const failure = smtpFailure(errorWith({ code: 'ESOCKET', originalCode: 'ECONNRESET' }), usual);
    expect(failure).toMatchObject({ about: { detail: 'ECONNRESET: what happened' } });
  });

  it('that is explained already stays as it is', () => {
    const explained = new AppError('tls.untrusted');
    expect(smtpFailure(explained, usual)).toBe(explained);
  });

  it('that nobody knows stays a bug', () => {
    const bug = new TypeError('x is not a function');
    expect(smtpFailure(bug, usual)).toBe(bug);
    expect(smtpFailure('a text', usual)).toBeInstanceOf(Error);
  });

  it.each<[object, Partial<Circumstances>, string]>([
    [{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, { stage: 'Greeting' }, 'smtp.silent'],
    [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, {}, 'net.timeout'],
    [{ code: 'ETIMEDOUT', timeoutType: 'UPGRADE_TIMEOUT' }, { stage: 'TLS' }, 'net.timeout'],
    [{ code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT' }, { stage: 'Data', messageBegun: true }, 'smtp.unknownEnd'],
    [{ code: 'ECONNECTION' }, { stage: 'Data' }, 'smtp.dropped'],
    [{ code: 'ECONNECTION' }, { stage: 'Data', messageBegun: true }, 'smtp.unknownEnd'],
    [{ code: 'ETLS', responseCode: 454 }, { stage: 'TLS' }, 'smtp.startTlsRefused'],
    [{ code: 'ETLS', responseCode: 502 }, { stage: 'TLS', startTlsOffered: false }, 'smtp.startTlsMissing'],
    [{ code: 'ESOCKET', originalCode: 'ERR_SSL_WRONG_VERSION_NUMBER' }, { stage: 'TLS' }, 'tls.failed'],
    [{ code: 'ESOCKET', originalCode: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }, { stage: 'TLS' }, 'tls.old'],
    [{ code: 'ESOCKET', originalCode: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }, { stage: 'TLS' }, 'tls.failed'],
    [{ code: 'EMESSAGE' }, {}, 'smtp.contentRefused'],
    [{ code: 'EAUTH', response: '250 in', responseCode: 250 }, { stage: 'Login' }, 'smtp.protocol'],
    [{ code: 'EENVELOPE', response: '999 what', responseCode: 999 }, {}, 'smtp.protocol'],
  ])('%o', (error, more, code) => {
    expect(codeOf(errorWith(error), more)).toBe(code);
  });

  it('a reply that is no number counts as no SMTP', () => {
    expect(codeOf(refusalBy('what'))).toBe('smtp.protocol');
  });
});

describe('the sentences of mail and TLS failures', () => {
  it.each(failureCodes.filter((code) => /^(smtp|tls)\./.test(code)))('%s is explained, without a slip', (code) => {
    const { what, why = '', todo = '' } = sentencesOf({ code, facts: { user: 'ada', offered: 'NTLM' } });
    for (const text of [what, why, todo].filter(Boolean)) {
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/[{}!]|please/i);
    }
    expect(todo || why).not.toBe('');
    expect(`${what} ${why} ${todo}`).not.toMatch(code.startsWith('smtp.') ? /LDAP/ : /LDAP(?!S for a directory)/);
  });
});
