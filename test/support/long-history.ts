import { randomUUID } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { hashOf } from '../../src-main/history/history-lines';
import type { HistoryLink, HistoryRecord } from '../../src-shared/model/history';
import { ServerId } from '../../src-shared/model/server';

/**
 * Writes a history of `writes` writes to a new file, two lines each: begun, and ended as saved. The hash chain is whole, as if the
 * app had appended each line; only that no line waited for the disk.
 */
export function writeLongHistory(file: string, writes: number): void {
  const descriptor = openSync(file, 'wx', 0o600);
  let seq = 0;
  let prev = '';
  const add = (record: HistoryRecord) => {
    seq += 1;
    const link: HistoryLink = { seq, time: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString(), prev };
    const line = Buffer.from(JSON.stringify({ ...link, ...record }));
    prev = hashOf(line);
    return `${line}\n`;
  };
  const servers = Array.from({ length: 20 }, () => ServerId.parse(randomUUID()));
  try {
    for (let write = 0; write < writes; write += 1) {
      const id = randomUUID();
      const begun = add(begunAt(servers[write % servers.length] as ServerId, id, write));
      writeSync(descriptor, begun + add({ kind: 'ended', id, outcome: 'saved', check: 'assertion' }));
    }
  } finally {
    closeSync(descriptor);
  }
}

const begunAt = (serverId: ServerId, id: string, write: number): HistoryRecord => ({
  ...{ kind: 'begun', id, what: 'organization', serverId, serverName: 'Head office', environment: 'test' },
  host: 'gluu.example.org:1636',
  actor: { osUser: 'ops', bindDn: 'cn=directory manager,o=gluu' },
  entries: [
    {
      dn: 'inum=@!1111,ou=appliances,o=gluu',
      changes: [{ field: 'maxLogSize', attribute: 'gluuMaxLogSize', before: [`${write}`], after: [`${write + 1}`] }],
    },
  ],
});
