import { describe, expect, test } from 'vitest';
import { composeMail } from '../../../../src-main/mail-test/compose-mail';
import { deliveryIn, mailRequest } from '../../../../src-main/mail-test/mail-settings';
import type { MailServerSeen, StageSeen, TlsSeen } from '../../../../src-shared/model/probe';

const mail = { from: 'gluu@example.org', to: 'grace@example.org', messageId: '<1@example.org>' };
const stage = (step: StageSeen['step'], ms: number, more: Partial<StageSeen> = {}): StageSeen => ({
  step,
  ms,
  encrypted: true,
  ...more,
});
const accepted = stage('Data', 7, { reply: { code: 250, enhanced: '2.0.0', text: 'Queued' } });
const seen = (more: Partial<MailServerSeen>): MailServerSeen => ({
  asked: { host: 'mail.example.org', port: 587, security: 'startTls', until: 'send', messageBytes: 10 },
  began: '2026-01-01T00:00:00.000Z',
  stages: [stage('Name', 2), stage('Connect', 3), accepted, stage('Goodbye', 5000)],
  addresses: [],
  address: '192.0.2.7',
  offers: {},
  trials: [],
  loggedIn: true,
  ...more,
});
const tls: TlsSeen = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  chain: [],
  trusted: true,
  nameMatches: true,
  daysLeft: 9,
};

describe('the delivery', () => {
  test('counts its time up to the answer to the text', () => {
    expect(deliveryIn(seen({ tls }), mail)).toEqual({
      ...mail,
      reply: '250 2.0.0 Queued',
      address: '192.0.2.7',
      tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', trust: 'system' },
      login: 'done',
      totalMs: 12,
    });
  });

  test('tells a certificate that the user trusted from one the computer trusts, and no encryption from both', () => {
    expect(deliveryIn(seen({ tls: { ...tls, trusted: false, pin: 'same' } }), mail)?.tls?.trust).toBe('pin');
    expect(deliveryIn(seen({ loggedIn: false }), mail)).toMatchObject({ login: 'notUsed' });
    expect(deliveryIn(seen({}), mail)).not.toHaveProperty('tls');
  });

  test('is unknown without an answer that accepts the text', () => {
    const refused = stage('Data', 7, { ending: { kind: 'refused', reply: { code: 554, text: 'No' } } });
    expect(deliveryIn(seen({ stages: [refused] }), mail)).toBeUndefined();
    expect(deliveryIn(seen({ stages: [stage('Recipient', 1)] }), mail)).toBeUndefined();
  });
});

describe('the mail', () => {
  const letter = { fromName: 'Łódź', from: mail.from, to: mail.to, subject: 'Grüße', text: 'line\n.dot\nüber' };

  test('is ASCII with CR LF alone, whatever its text holds', async () => {
    const { text, messageId } = await composeMail(letter);
    expect(text.toString('latin1')).not.toMatch(/[^\r\n\t\x20-\x7e]|(?<!\r)\n|\r(?!\n)/);
    expect(text.toString('latin1')).toContain(`Message-ID: ${messageId}\r\n`);
  });

  test('asks for what the settings say, with the secret to hide and without the name', async () => {
    const settings = {
      ...mail,
      host: 'mail.example.org',
      port: 25,
      security: 'none' as const,
      clearTextConsent: false,
    };
    const content = { subject: 'Reset', text: 'a link' };
    const { request } = await mailRequest({ ...settings, fromName: 'Gluu', content, secret: 'guid' });
    expect(request).toMatchObject({ until: 'send', secrets: ['guid'], host: 'mail.example.org' });
    expect(request).not.toHaveProperty('fromName');
    expect(request.text.toString()).toContain('Subject: Reset');
  });
});
