import { describe, expect, test } from 'vitest';
import { MessageSplitter } from '../../../../src-main/demo/message-splitter';

const short = Buffer.from([0x30, 0x03, 0x02, 0x01, 0x01]);
const long = Buffer.concat([Buffer.from([0x30, 0x82, 0x01, 0x00]), Buffer.alloc(256, 7)]);

function all(splitter: MessageSplitter): Buffer[] {
  const messages: Buffer[] = [];
  for (let split = splitter.next(); split.kind === 'message'; split = splitter.next()) messages.push(split.bytes);
  return messages;
}

describe('MessageSplitter', () => {
  test('finds the same messages however the stream is cut', () => {
    const stream = Buffer.concat([short, long, short, short, long]);
    for (const size of [1, 2, 3, 5, 7, 100, 261, stream.length]) {
      const splitter = new MessageSplitter(1000);
      const found: Buffer[] = [];
      for (let at = 0; at < stream.length; at += size) {
        splitter.push(stream.subarray(at, at + size));
        found.push(...all(splitter));
      }
      expect(found).toEqual([short, long, short, short, long]);
      expect(splitter.size).toBe(0);
    }
  });

  test('gives many messages of one chunk', () => {
    const splitter = new MessageSplitter(1000);
    splitter.push(Buffer.concat(Array.from({ length: 20_000 }, () => short)));
    expect(all(splitter)).toHaveLength(20_000);
  });

  test.each([
    ['another first byte', [0x47, 0x45, 0x54]],
    ['a first byte alone', [0x16]],
    ['the indefinite length', [0x30, 0x80]],
    ['a length of five bytes', [0x30, 0x85, 0, 0, 0, 0, 1]],
    ['a message above the limit', [0x30, 0x82, 0x03, 0xe9]],
    ['a length of four gigabytes', [0x30, 0x84, 0xff, 0xff, 0xff, 0xff]],
  ])('calls garbage by its name: %s', (_, bytes) => {
    const splitter = new MessageSplitter(1000);
    splitter.push(Buffer.from(bytes));
    expect(splitter.next().kind).toBe('garbage');
  });

  test('takes a message that is exactly as long as allowed', () => {
    const splitter = new MessageSplitter(long.length);
    splitter.push(long);
    expect(splitter.next()).toEqual({ kind: 'message', bytes: long });
  });
});
