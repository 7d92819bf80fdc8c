import { describe, expect, it } from 'vitest';
import { classify } from '../../../../src-shared/diagnosis/classify';
import { type MessageOutcome, seenWithMessage } from '../../../../src-shared/diagnosis/seen-with-message';
import type { MailServerSeen } from '../../../../src-shared/model/probe';

const seen: MailServerSeen = {
  asked: { host: 'mail.example.org', port: 587, security: 'none', until: 'recipient', messageBytes: 1000 },
  began: '2026-01-01T00:00:00.000Z',
  stages: [],
  addresses: [],
  offers: {},
  trials: [],
  loggedIn: true,
};

describe('the message after a probe', () => {
  it.each<[string, MessageOutcome, string | undefined]>([
    ['accepted', { delivery: { reply: '250 2.0.0 Queued', totalMs: 5 } }, 'S80'],
    ['refused as spam', { failure: { code: 'smtp.contentRefused', stage: 'Data', detail: '554 5.7.1 Spam' } }, 'S72'],
    ['put off', { failure: { code: 'smtp.temporary', stage: 'Data', detail: '451 4.7.1 Later' } }, 'S67'],
    ['lost', { failure: { code: 'smtp.unknownEnd', stage: 'Data', detail: 'closed' } }, 'S75'],
    ['dropped before', { failure: { code: 'smtp.dropped', stage: 'Recipient' } }, 'S15'],
    ['out of step', { failure: { code: 'smtp.protocol', stage: 'Data', detail: 'what' } }, 'S74'],
    [
      'refused at the second login',
      { failure: { code: 'smtp.credentials', stage: 'Login', detail: '535 5.7.8 No' } },
      'S44',
    ],
    ['not begun', {}, undefined],
    ['out of time', { failure: { code: 'net.timeout', stage: 'Connect' } }, undefined],
  ])('%s', (_name, outcome, id) => {
    expect(classify(seenWithMessage(seen, outcome))?.id).toBe(id);
  });
});
