import { randomUUID } from 'node:crypto';
import type { HistoryRecord } from '../../../src-shared/model/history';

type Begun = Extract<HistoryRecord, { kind: 'begun' }>;
type Ended = Extract<HistoryRecord, { kind: 'ended' }>;

/** The start of a write as the history keeps it: one visible change and one secret. */
export const begun = (about: Partial<Begun> = {}): Begun => ({
  kind: 'begun',
  id: randomUUID(),
  serverId: '6f1c2a5e-7d3b-4c8e-9a10-2b3c4d5e6f70',
  serverName: 'Head office',
  environment: 'production',
  host: 'gluu.example.org:1636',
  actor: { osUser: 'admin', bindDn: 'cn=directory manager' },
  entries: [
    {
      dn: 'inum=@!1111,ou=appliances,o=gluu',
      changes: [
        {
          field: 'smtpHost',
          attribute: 'oxSmtpConfiguration',
          key: 'host',
          before: ['old.example.org'],
          after: ['new'],
        },
        { field: 'smtpPassword', attribute: 'oxSmtpConfiguration', before: null, after: null, secret: true },
      ],
    },
  ],
  ...about,
});

export const ended = (id: string, about: Partial<Ended> = {}): Ended => ({
  kind: 'ended',
  id,
  outcome: 'saved',
  ...about,
});
