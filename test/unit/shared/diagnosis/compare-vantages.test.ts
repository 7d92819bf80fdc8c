import { describe, expect, test } from 'vitest';
import { vantageDifferences } from '../../../../src-shared/diagnosis/compare-vantages';
import type { Ending, MailServerSeen, StageSeen } from '../../../../src-shared/model/probe';
import { inEnglish } from '../../../support/english';
import { offerOf } from '../offer';

const seen = (more: Partial<MailServerSeen> = {}): MailServerSeen => ({
  asked: { host: 'mail.example.org', port: 587, security: 'startTls', until: 'recipient', messageBytes: 1000 },
  began: '2026-01-01T00:00:00.000Z',
  stages: [],
  addresses: [{ address: '192.0.2.7', family: 4, ms: 3 }],
  address: '192.0.2.7',
  offers: {},
  trials: [],
  loggedIn: false,
  ...more,
});
const ended = (step: StageSeen['step'], ending: Ending, more: Partial<MailServerSeen> = {}) =>
  seen({ ...more, stages: [{ step, ms: 1, encrypted: false, ending }] });
const refused = ended('Connect', { kind: 'error', code: 'ECONNREFUSED' }, { addresses: [] });
const certificate = (sha256: string) => ({
  tls: {
    protocol: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    chain: [
      {
        subject: 'CN=mail',
        issuer: 'CN=mail',
        names: [],
        validFrom: '2026-01-01T00:00:00.000Z',
        validTo: '2027-01-01T00:00:00.000Z',
        sha256,
        selfSigned: true,
        keyType: 'RSA',
      },
    ],
    trusted: true,
    nameMatches: true,
    daysLeft: 90,
  },
});
const differences = (here: MailServerSeen, server: MailServerSeen) =>
  inEnglish(vantageDifferences(here, server)).map(({ sentences, grave }) => ({ text: sentences.join(' '), grave }));
const texts = (here: MailServerSeen, server: MailServerSeen) => differences(here, server).map(({ text }) => text);

describe('two vantages', () => {
  test('that saw the same differ in nothing', () => {
    expect(vantageDifferences(seen(), seen())).toEqual([]);
    expect(vantageDifferences(refused, refused)).toEqual([]);
  });

  test('with other addresses have split DNS', () => {
    const [difference, ...more] = differences(seen(), seen({ addresses: [{ address: '10.0.0.7', family: 4, ms: 1 }] }));
    expect(difference).toMatchObject({
      grave: false,
      text: expect.stringContaining('192.0.2.7 here, but to 10.0.0.7'),
    });
    expect(more).toEqual([]);
  });

  test('of which only this one is stopped do not matter to Gluu', () => {
    const [difference] = differences(refused, seen());
    expect(difference).toMatchObject({
      grave: false,
      text: expect.stringContaining('this workstation stops at Connect'),
    });
    expect(difference?.text).toContain('the test from the Gluu Server does not');
  });

  test('of which only the server’s is stopped are grave', () => {
    const [difference] = differences(seen(), refused);
    expect(difference).toMatchObject({
      grave: true,
      text: expect.stringContaining('from the Gluu Server stops at Connect'),
    });
  });

  test('that stop at different stages are reported with both', () => {
    const late = ended('Greeting', { kind: 'late', limitMs: 1000, whole: false });
    expect(texts(refused, late)).toContain(
      'The test stops at Connect from this workstation, and at Greeting from the Gluu Server.',
    );
  });

  test('of which one lacks STARTTLS have something in between', () => {
    const here = ended('TLS', { kind: 'stopped', why: 'startTlsMissing' });
    const clear = offerOf({ startTls: true, extensions: ['STARTTLS'] });
    const found = texts(here, seen({ offers: { clear } }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/removes the offer of encryption/);
  });

  test('with other certificates are told so', () => {
    expect(texts(seen(certificate('AA')), seen(certificate('BB')))).toEqual([
      expect.stringContaining('This workstation and the Gluu Server see different certificates'),
    ]);
    expect(texts(seen(certificate('AA')), seen(certificate('AA')))).toEqual([]);
  });
});
