import type { HistoryEntry } from '../../src-shared/model/history';
import { ServerId } from '../../src-shared/model/server';

/** A write as the history tells it: a text attribute, a key of a JSON attribute, and a secret. */
export const historyEntry = (about: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d',
  seq: 7,
  time: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
  serverId: ServerId.parse('6f1c2a5e-7d3b-4c8e-9a10-2b3c4d5e6f70'),
  serverName: 'Head office',
  environment: 'production',
  host: 'gluu.example.org:1636',
  actor: { osUser: 'ops', bindDn: 'cn=directory manager' },
  outcome: 'saved',
  check: 'assertion',
  verifiedAt: '2026-11-23T10:00:01.000Z',
  entries: [
    {
      dn: 'inum=@!1111,ou=appliances,o=gluu',
      changes: [
        { field: 'contactEmail', attribute: 'oxTrustEmail', before: null, after: ['help@example.org'] },
        {
          field: 'smtpHost',
          attribute: 'oxSmtpConfiguration',
          key: 'host',
          before: ['"old.example.org"'],
          after: ['"new.example.org"'],
        },
        {
          field: 'smtpPassword',
          attribute: 'oxSmtpConfiguration',
          key: 'password',
          before: null,
          after: null,
          secret: true,
          mark: { nonce: 'nnnn', before: 'aaaa', after: 'bbbb' },
        },
      ],
    },
  ],
  ...about,
});
