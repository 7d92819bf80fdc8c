import { expect, test } from 'vitest';
import { FirstWords } from '../../../../src-main/ssh/first-words';

const heard = (pieces: Iterable<string>): FirstWords & { goesOn: boolean } => {
  const words = new FirstWords();
  let goesOn = true;
  for (const piece of pieces) goesOn &&= words.hear(Buffer.from(piece, 'latin1'));
  return Object.assign(words, { goesOn });
};

test.each([
  ['SSH-2.0-OpenSSH_9.2\r\n', true],
  ['SSH-1.99-x\r\n', true],
  ['Welcome\r\nSSH-2.0-x\r\n', true],
  ['Welcome\nto SSH-2.0-x\r\n', false],
  ['SSH-1.5-x\r\n', false],
  ['220 mail.example.org SSH-2.0-x\r\n', false],
])('knows an SSH server by %j, however it is cut: %s', (text, spokeSsh) => {
  expect(heard([text])).toMatchObject({ spokeSsh, goesOn: !spokeSsh });
  expect(heard(text)).toMatchObject({ spokeSsh });
  expect(heard([text.slice(0, 11), text.slice(11)])).toMatchObject({ spokeSsh });
});

test('keeps 1 KB, stops at 64 KB, and takes no longer for many small pieces', () => {
  const before = process.cpuUsage();
  const words = heard(Array.from({ length: 70_000 }, () => 'x'));
  expect([words.bytes.length, words.goesOn, words.spokeSsh]).toEqual([1024, false, false]);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
});
