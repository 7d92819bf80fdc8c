import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { noMask } from '../../../../src-main/probe/mail-mask';
import { SmtpChannel } from '../../../../src-main/probe/smtp-channel';
import { Transcript } from '../../../../src-main/probe/transcript';
import { memoryConnection } from '../../../support/mutation/memory-connection';

const never = new AbortController().signal;

function channel() {
  const { client, server } = memoryConnection();
  return { server, channel: new SmtpChannel(client, new Transcript(noMask), noMask) };
}

test('a reply of many lines, each in a piece of its own, is read in one go over it', async () => {
  const { server, channel: smtp } = channel();
  const reading = smtp.reply('EHLO', never, 60_000);
  const before = process.cpuUsage();
  for (let line = 0; line < 10_000; line += 1) {
    server.write('250-\r\n');
    if (line % 10 === 0) await turn();
  }
  server.write('250 end\r\n');
  expect((await reading).lines).toHaveLength(10_001);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
});

test('replies that come together are given one by one, whatever pieces they come in', async () => {
  const { server, channel: smtp } = channel();
  for (const piece of '220-a\r\n220 b\r\n250 c\r\n25') server.write(piece);
  expect((await smtp.reply('Greeting', never, 1000)).lines).toEqual(['220-a', '220 b']);
  expect((await smtp.reply('EHLO', never, 1000)).reply).toMatchObject({ code: 250, text: 'c' });
  server.write('0 d\r\n');
  expect((await smtp.reply('EHLO', never, 1000)).reply).toMatchObject({ code: 250, text: 'd' });
});
