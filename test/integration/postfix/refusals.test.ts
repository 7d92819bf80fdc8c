import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { type Postfix, type PostfixPort, startPostfix } from '../../support/postfix';
import { plain, runProbe } from '../probe/run-probe';
import { afterAll, beforeAll, describe, expect, test } from './as-root';

const refusedSender = 'check_sender_access inline:{ {blocked@example.org = REJECT}, {later@example.org = DEFER} }';
const greylist = 'check_recipient_access inline:{ {grace@example.org = 450 4.2.0 Greylisted} }';
const tooMany = 'check_recipient_access inline:{ {grace@example.org = 450 4.2.1 Too much mail} }';

const open = (parameters: Record<string, string> = {}): PostfixPort => ({ kind: 'plain', auth: true, parameters });
const ports = {
  plain: open(),
  senderRefused: open({ smtpd_sender_restrictions: refusedSender }),
  senderRefusedAtOnce: open({ smtpd_sender_restrictions: refusedSender, smtpd_delay_reject: 'no' }),
  ownSender: open({ smtpd_sender_restrictions: 'reject_sender_login_mismatch' }),
  /** As the submission service of the master.cf that comes with Postfix. */
  submission: open({ smtpd_recipient_restrictions: 'permit_sasl_authenticated, reject' }),
  clientRefused: open({ smtpd_client_restrictions: 'permit_sasl_authenticated, reject' }),
  clientRefusedAtOnce: open({ smtpd_client_restrictions: 'reject', smtpd_delay_reject: 'no' }),
  small: open({ message_size_limit: '900' }),
  greylisted: open({ smtpd_recipient_restrictions: greylist }),
  slowed: open({ smtpd_recipient_restrictions: tooMany }),
  withoutUtf8: open({ smtputf8_enable: 'no' }),
};
type PortName = keyof typeof ports;

let postfix: Postfix;
beforeAll(async () => {
  postfix = await startPostfix({ ports: Object.values(ports) });
});
afterAll(() => postfix?.stop());

const from = (name: string) => ({ from: `${name}@example.org` });
const to = (address: string) => ({ to: address });

/** Without a login, unless one is asked for. */
function meet(name: PortName, more: Partial<ProbeRequest> = {}, asAda = false) {
  const port = postfix.ports[Object.keys(ports).indexOf(name)] ?? 0;
  const { address, password } = postfix.ada;
  const login = asAda ? { login: { userName: address, password }, clearTextConsent: true } : {};
  return runProbe({ ...plain(port), ...login, ...more });
}

interface Refused {
  port: PortName;
  more?: Partial<ProbeRequest>;
  asAda?: boolean;
  id: string;
  /** Where Postfix said so. Most it says at the recipient only (smtpd_delay_reject). */
  at: string;
  /** What the server said; absent where it announced it before. */
  words?: RegExp;
}

async function check({ port, more, asAda, id, at, words }: Refused): Promise<void> {
  const ran = await meet(port, more, asAda);
  expect(ran.failures).toEqual([id]);
  expect(ran.seen.stages.find(({ ending }) => ending)?.step).toBe(at);
  if (words) expect(ran.findings[0]?.words).toMatch(words);
  expect(JSON.stringify(ran.findings)).not.toMatch(/\{\w+\}/);
  expect(ran.shown).not.toContain(postfix.ada.password);
}

describe('Postfix refuses', () => {
  test.each<[string, Refused]>([
    [
      'to relay',
      { port: 'plain', more: to('eve@elsewhere.example'), id: 'S64', at: 'Recipient', words: /^554 5\.7\.1 .*Relay/ },
    ],
    [
      'a recipient that it does not know',
      { port: 'plain', more: to('nobody@example.org'), id: 'S65', at: 'Recipient', words: /^550 5\.1\.1 / },
    ],
    [
      'a recipient that it does not know, in another script',
      { port: 'plain', more: to('gräce@example.org'), id: 'S65', at: 'Recipient', words: /^550 5\.1\.1 / },
    ],
    [
      'a sender, at once, after a login',
      {
        port: 'senderRefusedAtOnce',
        more: from('blocked'),
        asAda: true,
        id: 'S62',
        at: 'Sender',
        words: /^554 5\.7\.1 /,
      },
    ],
    [
      'a sender that is not the login’s own',
      { port: 'ownSender', more: from('grace'), asAda: true, id: 'S62', at: 'Recipient', words: /not owned by user/ },
    ],
    [
      'a sender for now',
      { port: 'senderRefused', more: from('later'), id: 'S77', at: 'Recipient', words: /^450 4\.7\.1 / },
    ],
    ['us, at once', { port: 'clientRefusedAtOnce', id: 'S13', at: 'Greeting', words: /^554 5\.7\.1 .*Client host/ }],
    ['a message of that size', { port: 'small', id: 'S69', at: 'Sender' }],
    ['by a greylist', { port: 'greylisted', id: 'S67', at: 'Recipient', words: /^450 4\.2\.0 / }],
    ['too much mail to one', { port: 'slowed', id: 'S68', at: 'Recipient', words: /^450 4\.2\.1 / }],
    ['an address beyond ASCII', { port: 'withoutUtf8', more: to('gräce@example.org'), id: 'S70', at: 'Sender' }],
  ])('%s', (_, refused) => check(refused));

  test('and announces the size it takes', async () => {
    expect((await meet('small')).seen.offers.clear?.size).toBe(900);
  });
});

describe('Postfix takes the same', () => {
  test.each<[string, PortName, Partial<ProbeRequest>, boolean]>([
    ['with the login’s own sender', 'ownSender', from('ada'), true],
    ['with another sender', 'senderRefused', {}, false],
    ['with a login, where one is wanted', 'submission', {}, true],
    ['with a login, where others are refused', 'clientRefused', {}, true],
  ])('%s', async (_, port, more, asAda) => {
    expect((await meet(port, more, asAda)).failures).toEqual([]);
  });
});
