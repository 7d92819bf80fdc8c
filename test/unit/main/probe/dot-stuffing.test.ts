import { expect, test } from 'vitest';
import { dotStuffed } from '../../../../src-main/probe/dot-stuffing';

test.each([
  ['one line', 'a\r\n', 'a\r\n.\r\n'],
  ['no line end', 'a', 'a\r\n.\r\n'],
  ['nothing', '', '.\r\n'],
  ['a dot alone', '.', '..\r\n.\r\n'],
  ['dots at the beginning of lines', '.a\r\n..b\r\n.\r\nc.', '..a\r\n...b\r\n..\r\nc.\r\n.\r\n'],
  ['a bare LF', 'a\n.\nb', 'a\r\n..\r\nb\r\n.\r\n'],
  ['a bare CR', 'a\r.\rb', 'a\r\n..\r\nb\r\n.\r\n'],
  ['an end for another server', 'a\n.\r\nb\r\n.\nc\r.\r\nd', 'a\r\n..\r\nb\r\n..\r\nc\r\n..\r\nd\r\n.\r\n'],
  ['empty lines', '\r\n\n\r', '\r\n\r\n\r\n.\r\n'],
  ['bytes beyond ASCII', 'ü\xff\x85.\n', 'ü\xff\x85.\r\n.\r\n'],
])('%s', (_name, text, sent) => {
  expect(dotStuffed(Buffer.from(text, 'latin1')).toString('latin1')).toBe(sent);
});

test('takes a time linear in what it is given', () => {
  const began = process.cpuUsage();
  dotStuffed(Buffer.from('.\r'.repeat(4_000_000), 'latin1'));
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
});
