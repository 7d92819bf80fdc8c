import { describe, expect, test } from 'vitest';
import { maskFor, noMask } from '../../../../src-main/probe/mail-mask';
import { Transcript } from '../../../../src-main/probe/transcript';
import { inEnglish } from '../../../support/english';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('the mask of a login', () => {
  const mask = maskFor('ada', 'pass wörd+7');

  test('leaves a text without the password as it is', () => {
    const text = '250 2.1.0 Ok, ada, password, 7';
    expect(mask(text)).toBe(text);
  });

  test.each(['-', 'a-b', '[x]', '$^.', '\\/'])('takes a short password of signs literally: %s', (password) => {
    expect(maskFor('ada', password)(`got "${password}"`)).toBe(`got "[hidden, ${password.length} characters]"`);
  });

  test('says how long what it hides was', () => {
    expect(mask('got "pass wörd+7"')).toBe('got "[hidden, 11 characters]"');
  });

  test.each([0, 1, 2, 3, 4, 5])('hides it behind %i bytes in Base64, whatever follows', (length) => {
    for (const tail of ['', 'x', 'xy', 'xyz']) {
      const masked = mask(base64(`${'-'.repeat(length)}pass wörd+7${tail}`));
      expect(masked).toContain('[hidden, ');
      const left = masked.replace(/\[hidden, \d+ characters\]/, '');
      // Up to two characters on each side belong to the neighbours as well; they hold less than a letter each.
      expect(left.length).toBeLessThanOrEqual(Math.ceil(((length + tail.length) * 4) / 3) + 4 + 2);
    }
  });

  test.each(['.*', '$&', '(a|b', '[x]', '\\', 'a/b', '^$'])('takes %s as text, no pattern', (password) => {
    const shown = maskFor('ada', `${password}long`)(`you said ${password}long`);
    expect(shown).toMatch(/^you said \[hidden, \d+ characters\]$/);
    expect(maskFor('ada', password)(`you said ${password}`)).not.toContain(password);
  });

  test('hides a very short password where it stands alone, and keeps words readable', () => {
    const short = maskFor('ada', 'ok');
    expect(short('535 you said ok')).toBe('535 you said [hidden, 2 characters]');
    expect(short('535 broken token')).toBe('535 broken token');
  });
});

describe('a transcript', () => {
  test('hides a password that holds a line break', () => {
    const transcript = new Transcript(maskFor('ada', 'first half\r\nsecond half'));
    transcript.add('server', '535-you said first half\r\nsecond half\r\n535 no');
    expect(transcript.lines.map(({ text }) => text)).toEqual(['535-you said [hidden, 23 characters]', '535 no']);
  });

  test('hides a login that comes back in pieces, over lines and replies, in whatever order', () => {
    const blob = base64('\0ada\0pass wörd+7');
    const said = (...lines: string[]) => {
      const transcript = new Transcript(maskFor('ada', 'pass wörd+7'));
      for (const line of lines) transcript.add('server', line);
      return transcript.lines.map(({ text }) => text);
    };
    const cut = (size: number) => blob.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    expect(said(`535-5.7.8 ${blob.slice(0, 10)}\r\n535 5.7.8 ${blob.slice(10)}`)).toEqual([
      expect.stringMatching(/^535-5\.7\.8 .{0,2}\[hidden, \d+ characters\]$/),
      expect.stringMatching(/^535 5\.7\.8 \[hidden, \d+ characters\]=*$/),
    ]);
    const ways = [
      cut(1).map((piece) => `535-${piece}`),
      cut(3).map((piece) => `535-${piece}`),
      cut(4).map((piece) => `250-X-${piece} is it`),
      cut(4).reverse(),
      cut(8).reverse().map((piece) => `220 ${piece} ESMTP`),
    ]; // biome-ignore format: a list
    for (const lines of ways) {
      const left = said(...lines)
        .join('\n')
        .replace(/\[hidden, \d+ characters\]|^\d{3}[- ]/gm, '');
      const kept = cut(4).filter((piece) => !piece.endsWith('=') && left.replace(/\s/g, '').includes(piece));
      expect(kept).toEqual([]);
    }
    expect(said('535-wörd+7 it ends', '535-5.7.8 it begins pass ')).toEqual([
      '535-[hidden, 6 characters] it ends',
      '535-5.7.8 it begins [hidden, 4 characters]',
    ]);
  });

  test('is bounded in lines and in their length', () => {
    const transcript = new Transcript(noMask);
    for (let i = 0; i < 1000; i += 1) transcript.add('server', `${i} ${'x'.repeat(5000)}`);
    expect(transcript.lines).toHaveLength(400);
    expect(Math.max(...inEnglish(transcript.lines).map(({ text }) => text.length))).toBeLessThan(1100);
  });

  test('tells protected lines from others, with a time that never runs back', () => {
    const transcript = new Transcript(noMask);
    transcript.add('client', 'STARTTLS');
    transcript.encrypted = true;
    transcript.add('client', 'EHLO client.example');
    expect(transcript.lines.map(({ encrypted }) => encrypted)).toEqual([false, true]);
    expect(transcript.lines[1]?.at).toBeGreaterThanOrEqual(transcript.lines[0]?.at ?? 0);
  });
});
