import { describe, expect, test } from 'vitest';
import { Inbox, type InboxMessage } from '../../../../src-main/demo/inbox';

const delivery = {
  sender: 'gluu@demo.example',
  recipients: ['ada@demo.example', 'b@elsewhere.example'],
  secured: true,
};
const message = (...lines: string[]) => Buffer.from(lines.join('\r\n'));
const reset = message(
  'Received: from a',
  ' by b',
  'From: "Meadow Library" <gluu-meadow@demo.example>',
  'To: ada@demo.example',
  'Subject: =?UTF-8?Q?Password_reset_=C3=BC?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary=x',
  '',
  '--x',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello Ada ü',
  '--x',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Hello <img src="cid:a"></p>',
  '--x--',
  '',
);

describe('Inbox', () => {
  test('keeps what a message says and how it came', async () => {
    const inbox = new Inbox();
    const kept = await inbox.receive(reset, { ...delivery, authenticatedAs: 'gluu-meadow@demo.example' });
    expect(kept).toMatchObject({
      from: '"Meadow Library" <gluu-meadow@demo.example>',
      to: ['ada@demo.example', 'b@elsewhere.example'],
      subject: 'Password reset ü',
      secured: true,
      authenticatedAs: 'gluu-meadow@demo.example',
    });
    expect(kept.text.trim()).toBe('Hello Ada ü');
    expect(kept.html).toContain('<p>Hello <img src="cid:a"></p>');
    expect(kept.headers.slice(0, 3)).toEqual([
      ['Received', 'from a by b'],
      ['From', '"Meadow Library" <gluu-meadow@demo.example>'],
      ['To', 'ada@demo.example'],
    ]);
    expect(inbox.read(kept.id)).toEqual(kept);
    expect(new Date(kept.receivedAt).toISOString()).toBe(kept.receivedAt);
  });

  test('accepts bytes that are not a message', async () => {
    const kept = await new Inbox().receive(Buffer.from([0xff, 0xfe, 0x00, 0x0d]), delivery);
    expect(kept).toMatchObject({ from: 'gluu@demo.example', subject: '', secured: true });
    expect('authenticatedAs' in kept).toBe(false);
  });

  test('lists the newest first, keeps 200 and forgets on request', async () => {
    const inbox = new Inbox();
    for (let number = 1; number <= 205; number++) await inbox.receive(message(`Subject: ${number}`, '', 'x'), delivery);
    const subjects = inbox.list().map(({ subject }) => subject);
    expect(subjects).toHaveLength(200);
    expect([subjects[0], subjects.at(-1)]).toEqual(['205', '6']);
    inbox.clear();
    expect(inbox.list()).toEqual([]);
    expect(inbox.read('anything')).toBeUndefined();
  });

  test('tells listeners until they leave', async () => {
    const inbox = new Inbox();
    const heard: InboxMessage[] = [];
    const leave = inbox.onMessage((each) => heard.push(each));
    const first = await inbox.receive(reset, delivery);
    leave();
    await inbox.receive(reset, delivery);
    expect(heard).toEqual([first]);
  });
});
