import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { type Postfix, type PostfixPort, startPostfix } from '../../support/postfix';
import { plain, runProbe } from '../probe/run-probe';
import { afterAll, beforeAll, describe, expect, test } from './as-root';

// Unless smtpd_delay_reject is off, Postfix keeps what it has against client, name and sender until the recipient.
const open = (parameters: Record<string, string>): PostfixPort => ({ kind: 'plain', auth: true, parameters });
const ports = {
  /** What Postfix does where smtpd_relay_restrictions is not set. */
  relayDeferred: open({
    smtpd_relay_restrictions: 'permit_mynetworks, permit_sasl_authenticated, defer_unauth_destination',
  }),
  sender: open({ smtpd_sender_restrictions: 'check_sender_access inline:{ {blocked@example.org = REJECT} }' }),
  ownSender: open({ smtpd_sender_restrictions: 'reject_sender_login_mismatch' }),
  knownSender: open({ smtpd_sender_restrictions: 'reject_unlisted_sender' }),
  /** As the submission service of the master.cf that comes with Postfix. */
  submission: open({ smtpd_recipient_restrictions: 'permit_sasl_authenticated, reject' }),
  client: open({ smtpd_client_restrictions: 'permit_sasl_authenticated, reject' }),
  name: open({ smtpd_helo_restrictions: 'check_helo_access static:REJECT' }),
};
type PortName = keyof typeof ports;

let postfix: Postfix;
beforeAll(async () => {
  postfix = await startPostfix({ ports: Object.values(ports) });
});
afterAll(() => postfix?.stop());

describe('Postfix refuses only at the recipient', () => {
  test.each<[string, PortName, Partial<ProbeRequest>, boolean, string, RegExp]>([
    ['to relay, for now', 'relayDeferred', { to: 'eve@elsewhere.example' }, false, 'S64', /^454 4\.7\.1 .*: Relay acc/],
    ['a sender', 'sender', { from: 'blocked@example.org' }, true, 'S62', /^554 5\.7\.1 .*: Sender address rejected/],
    ['a sender, before a login', 'sender', { from: 'blocked@example.org' }, false, 'S62', /Sender address rejected/],
    [
      'an own sender that is not there',
      'knownSender',
      { from: 'no@example.org' },
      true,
      'S62',
      /^550 5\.1\.0 .*Sender/,
    ],
    [
      'a sender that needs a login',
      'ownSender',
      { from: 'ada@example.org' },
      false,
      'S61',
      /^553 5\.7\.1 .*not logged/,
    ],
    ['all, before a login', 'submission', {}, false, 'S61', /^554 5\.7\.1 .*: Recipient address rejected: Access/],
    ['the client, before a login', 'client', {}, false, 'S61', /^554 5\.7\.1 .*: Client host rejected: Access denied/],
    ['the name in EHLO', 'name', {}, true, 'S14', /^554 5\.7\.1 .*: Helo command rejected: Access denied/],
  ])('%s', async (_, name, more, asAda, id, words) => {
    const { address, password } = postfix.ada;
    const login = asAda ? { login: { userName: address, password }, clearTextConsent: true } : {};
    const port = postfix.ports[Object.keys(ports).indexOf(name)] ?? 0;
    const ran = await runProbe({ ...plain(port), ...login, ...more });
    expect(ran.seen.stages.find(({ ending }) => ending)?.step).toBe('Recipient');
    expect(ran.findings[0]?.words).toMatch(words);
    expect(ran.failures).toEqual([id]);
  });
});
