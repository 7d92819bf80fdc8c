import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { netError, nodeCode } from '../../../../src-main/net/net-error';
import type { FailureCode } from '../../../../src-shared/model/failure';

const coded = (code: string, message = 'words') => Object.assign(new Error(message), { code });
const at = 'gluu.example.org:1636';

test.each<[string, FailureCode]>([
  ['ENOTFOUND', 'net.nameUnknown'],
  ['ENODATA', 'net.nameUnknown'],
  ['EAI_AGAIN', 'net.nameTrouble'],
  ['EAI_FAIL', 'net.nameTrouble'],
  ['ESERVFAIL', 'net.nameTrouble'],
  ['ECONNREFUSED', 'net.refused'],
  ['ETIMEDOUT', 'net.timeout'],
  ['EHOSTUNREACH', 'net.noRoute'],
  ['ENETUNREACH', 'net.noRoute'],
  ['ENETDOWN', 'net.noRoute'],
  ['EHOSTDOWN', 'net.noRoute'],
  ['EADDRNOTAVAIL', 'net.noRoute'],
  ['EAFNOSUPPORT', 'net.noRoute'],
  ['EAI_ADDRFAMILY', 'net.noRoute'],
  ['EINVAL', 'net.noRoute'],
  ['EACCES', 'net.noRoute'],
  ['EPERM', 'net.noRoute'],
  ['ECONNRESET', 'net.dropped'],
  ['EPIPE', 'net.dropped'],
  ['ECONNABORTED', 'net.dropped'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'net.dropped'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls.unexpected'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'tls.unexpected'],
  ['ERR_SSL_HTTP_REQUEST', 'tls.unexpected'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls.old'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls.old'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls.failed'],
  ['ERR_TLS_HANDSHAKE_TIMEOUT', 'tls.failed'],
  ['EPROTO', 'tls.failed'],
])('%s is %s', (code, wanted) => {
  const cause = coded(code);
  const error = netError(cause, at);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: wanted, about: { at, detail: `${code}: words` }, cause });
});

describe('the code', () => {
  test('is looked for through the causes of an error', () => {
    const wrapped = new Error('outer', { cause: new Error('middle', { cause: coded('ECONNREFUSED') }) });
    expect(nodeCode(wrapped)).toBe('ECONNREFUSED');
    expect(netError(wrapped, at)).toMatchObject({ code: 'net.refused' });
  });

  test('decides, never the text', () => {
    expect(netError(coded('ECONNRESET', 'ENOTFOUND connect ECONNREFUSED'), at)).toMatchObject({ code: 'net.dropped' });
  });

  test.each([new Error('none'), Object.assign(new Error('number'), { code: 49 }), 'a text', undefined, null])(
    'is undefined for %s',
    (error) => {
      expect(nodeCode(error)).toBeUndefined();
    },
  );
});

test('leaves an AppError as it is, its own place included', () => {
  const known = new AppError('tls.changed', { at: 'elsewhere' });
  expect(netError(known, at)).toBe(known);
});

test('leaves a bug as it is', () => {
  const bug = new TypeError('not a function');
  expect(netError(bug, at)).toBe(bug);
  expect(netError('a text', at)).toEqual(new Error('a text'));
});

test('makes the words safe to show', () => {
  const error = netError(coded('ECONNRESET', `a\r\nb\u202e${'x'.repeat(2000)}`), at) as AppError;
  expect(error.about.detail).toMatch(/^ECONNRESET: a b\\u\{202e\}x+…$/);
});
