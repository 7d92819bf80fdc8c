import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { environments } from '../../../src-shared/model/server';
import { expect } from './app';
import { ConsolePage } from './console-page';

const DAY_MS = 86_400_000;
const groups = [
  'Amsterdam',
  'Customers with a support contract that ends this year',
  'Internal',
  'Münster',
  'Universities',
  '',
];

export const writeFortyServers = (folder: string): Promise<void> => writeServers(folder, 40);

/** Writes the files of a console that knows so many servers in 5 groups and without one, found in every state a row can show. */
export async function writeServers(folder: string, count: number): Promise<void> {
  const profiles = Array.from({ length: count }, (_, index) => profile(index));
  const write = (name: string, content: object) => writeFile(path.join(folder, name), JSON.stringify(content));
  await write('servers.json', { schemaVersion: 2, servers: profiles });
  await write('health.json', { schemaVersion: 1, servers: profiles.map(({ id }, index) => remembered(id, index)) });
}

/** In the export dialog: exports all without secrets, and opens the first `count` again for import, moved to another group. */
export async function exportAndOpen(page: Page, file: string, count: number): Promise<void> {
  const ui = new ConsolePage(page);
  await page.getByRole('checkbox', { name: 'With secrets' }).uncheck();
  await ui.button('Export 40 servers').click();
  await expect(ui.dialog()).toBeHidden();
  const exported = JSON.parse(await readFile(file, 'utf8')) as { profiles: object[] };
  const profiles = exported.profiles.slice(0, count).map((profile) => ({ ...profile, group: 'Elsewhere' }));
  await writeFile(file, JSON.stringify({ ...exported, profiles }));
  await ui.runAction('import servers');
  await ui.choose('All that differ', 'Replace');
  await expect(ui.button(`Import ${count} servers`)).toBeEnabled();
}

function profile(index: number) {
  const environment = environments[index % environments.length] ?? 'other';
  const long = index % 9 === 4;
  const number = String(index).padStart(2, '0');
  return {
    id: randomUUID(),
    name: long ? `identity provider ${number} of the Ministry of Education and Research` : `server-${number}`,
    group: groups[index % groups.length] ?? '',
    environment,
    notes: '',
    host: long ? `ldap-${number}.identity.education-and-research.example.org` : `gluu${number}.example.org`,
    port: 1636,
    mode: 'ldaps',
    bindDn: 'cn=directory manager,o=gluu',
    route:
      index % 5 === 2
        ? { kind: 'ssh', host: `bastion${number}.example.org`, port: 22, user: 'gluu', login: 'agent', jumps: [] }
        : { kind: 'direct' },
    readOnly: environment === 'production',
    ...(index % 13 === 0 ? { favourite: true } : {}),
  };
}

/** Reached, not reached, never seen; certificates that last, end soon, today, or ended. */
function remembered(id: string, index: number) {
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
  const days = [400, 20, 1, -3, 0.5][index % 5] ?? 400;
  const seen = {
    at: ago(60_000),
    seenAt: ago((index % 7) * 7_000_000),
    ms: 30 + index * 40,
    version: ['3.1.2', '2.4.4', '4.5.2'][index % 3],
    certificateValidTo: ago(-days * DAY_MS),
  };
  const failure = { code: 'net.refused', stage: 'Connect', at: 'gluu.example.org:1636' };
  const health = [
    { state: 'ok', ...seen },
    { state: 'failed', ...seen, failure },
    { state: 'failed', at: ago(120_000), failure },
    { state: 'unknown' },
  ][index % 4];
  return {
    id,
    failures: index % 4 === 0 ? 0 : 1,
    health,
    ...(index % 3 === 0 ? { openedAt: ago(index * 60_000) } : {}),
  };
}
