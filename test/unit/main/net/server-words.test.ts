import { expect, test } from 'vitest';
import { serverWords } from '../../../../src-main/net/server-words';

const gbk =
  Buffer.from('535 Error: ').toString('latin1') +
  Buffer.from('c7ebcab9d3c3cadac8a8c2ebb5c7c2bc', 'hex').toString('latin1');

test.each([
  ['UTF-8', Buffer.from('535 Schlüssel, 授权码').toString('latin1'), '535 Schlüssel, 授权码'],
  ['GBK', `${gbk}: http://service.example/help`, '535 Error: 请使用授权码登录: http://service.example/help'],
  ['Latin-1', '535 réseau indisponible, Schlüssel fehlt', '535 réseau indisponible, Schlüssel fehlt'],
  ['none of them', '535 \x81\xff\xff', '535 \x81\xff\xff'],
])('reads %s', (_, bytes, text) => {
  expect(serverWords(bytes)).toBe(text);
});
