import { expect, test } from 'vitest';
import { mailServerFacts } from '../../../../src-shared/diagnosis/mail-server-facts';
import type { MailServerSeen, OfferSeen } from '../../../../src-shared/model/probe';
import { offerOf } from '../offer';

const login = offerOf({ startTls: true, mechanisms: ['LOGIN'], loginChoice: 'LOGIN' });
const heloOnly = offerOf({ heloOnly: true });

function factsWith(security: 'startTls' | 'tls', offers: { clear?: OfferSeen; encrypted: OfferSeen }) {
  const seen: MailServerSeen = {
    asked: { host: 'mail.example.org', port: 587, security, until: 'recipient', messageBytes: 1000 },
    began: '2026-01-01T00:00:00.000Z',
    stages: [],
    addresses: [],
    offers,
    trials: [],
    loggedIn: false,
  };
  return mailServerFacts(seen);
}

// Played against JavaMail 1.4.7 and 1.6.7: it sends AUTH LOGIN after a 502 to the second EHLO, and HELO never.
test.each<[string, ReturnType<typeof factsWith>, string]>([
  ['another EHLO refused over STARTTLS', factsWith('startTls', { clear: login, encrypted: heloOnly }), 'usable'],
  ['the second list has no login', factsWith('startTls', { clear: login, encrypted: offerOf() }), 'none'],
  ['EHLO refused where TLS came first', factsWith('tls', { encrypted: heloOnly }), 'none'],
])('the login JavaMail reads: %s', (_what, facts, offered) => {
  expect(facts.loginEncrypted).toBe(offered);
});
