import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { takeFirstView } from '../../../src-main/files/first-view-file';
import type { ServerDraft, ServerProfile } from '../../../src-shared/model/server';
import type { HealthView } from '../../../src-shared/model/server-health';
import { gluuTree } from '../../support/gluu-tree';
import { keepSecret } from '../../support/kept-server';
import { someServer } from '../../support/server-draft';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole, type TestConsole } from '../../support/test-console';

let slapd: Slapd;
beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
afterAll(() => slapd.stop());

const profile = (more: Partial<ServerDraft>): ServerProfile => ({
  ...someServer,
  ...{ port: slapd.port, bindDn: slapd.bindDn },
  ...more,
  id: randomUUID() as ServerProfile['id'],
});

/** What a window is told first. */
async function firstOf(console: TestConsole) {
  const [app, health, servers] = await Promise.all([
    console.must('app.state'),
    console.must('health.view'),
    console.must('server.list'),
  ]);
  return { app, health, servers };
}

const withoutWhy = ({ health }: HealthView) =>
  Object.fromEntries(Object.entries(health).map(([id, { why: _, ...one }]) => [id, one]));

const taken = (console: TestConsole, { appVersion, runtime }: { appVersion: string; runtime: string }) =>
  takeFirstView(console.folder, { appVersion, runtime, language: { preferred: ['en-US'], locale: 'en-US' } });

test('what is kept at the end is what the next start is told first', async () => {
  const folder = makeTemporaryFolder('first-view');
  const keychain = new Map<string, string>();
  const [checked, failing] = [profile({ name: 'checked' }), profile({ name: 'failing', port: 1 })];
  const servers = [
    checked,
    failing,
    profile({ name: 'production', environment: 'production', group: 'A' }),
    profile({ name: 'plain', mode: 'plain', favourite: true } as Partial<ServerDraft>),
  ];
  writeFileSync(path.join(folder, 'servers.json'), JSON.stringify({ schemaVersion: 2, servers }));
  for (const server of servers) await keepSecret(keychain, server, 'bindPassword', slapd.password);
  const start = () => startTestConsole({ helpers: inject('helpers'), folder, keychain });

  const before = await start();
  const { appVersion, runtime } = await before.must('app.state');
  await before.call('server.check', { serverId: checked.id });
  await before.call('server.check', { serverId: failing.id });
  await before.must('server.opened', { serverId: failing.id });
  await before.must('health.collapse', { group: 'A', collapsed: true });
  await before.must('health.pause', { paused: true });
  await before.must('app.setTexts', { language: 'de', clock: '24', days: 'iso' });
  await before.must('demo.start');
  await before.close();

  const view = await taken(before, { appVersion, runtime });
  const after = await start();
  try {
    const first = await firstOf(after);
    // Whether the keychain was looked at by then is a matter of milliseconds.
    const health = { ...first.health, health: withoutWhy(first.health) };
    const servers = first.servers.map(({ secrets: _, ...server }) => server);
    expect(view?.app).toEqual({ ...first.app, keychain: { kind: 'unknown' } });
    expect(view && { ...view.health, health: withoutWhy(view.health) }).toEqual(health);
    expect(view?.servers.map(({ secrets: _, ...server }) => server)).toEqual(servers);
    expect(view?.servers).toHaveLength(4);
    expect(view?.health.health[failing.id]?.state).toBe('failed');
    expect(JSON.stringify(view)).not.toContain(slapd.password);
  } finally {
    await after.stop();
  }
});
