import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ServerProfile } from '../../../src-shared/model/server';
import { type StartedApp, startApp } from '../../e2e/support/app';
import { ConsolePage } from '../../e2e/support/console-page';
import { serverDraft } from '../../support/server-draft';
import { removeTemporaryFolder } from '../../support/temporary-folder';

export interface AppOnKeyring extends StartedApp {
  ui: ConsolePage;
}

interface Start {
  folder: string;
  args?: string[];
  env?: Record<string, string>;
}

/** Starts the app on this keyring; the display stays the test's. */
export async function startOn(environment: NodeJS.ProcessEnv, { folder, args = [], env = {} }: Start) {
  const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = environment;
  const app = await startApp({ folder, args, env: { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR, ...env } });
  return { ...app, ui: new ConsolePage(app.page) } satisfies AppOnKeyring;
}

/** Adds a server that nobody answers for, and gives it as the file holds it. */
export async function addServer({ ui }: AppOnKeyring, name: string, password: string): Promise<void> {
  await ui.addServer({ name, host: '127.0.0.1', port: 1, password });
}

/** A folder of the app, empty or as the app left it that knew these servers; it has used the keychain before. */
export function makeAppFolder(servers?: ServerProfile[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gluu-console-keychain-'));
  if (servers) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'servers.json'), JSON.stringify({ schemaVersion: 2, servers }));
    const settings = { schemaVersion: 1, theme: 'system', canaryWritten: true };
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
  }
  return folder;
}

export const removeAppFolder = (folder: string): void => removeTemporaryFolder(folder);

/** A server of this computer where nobody listens. */
export const nobodysServer = (name: string): ServerProfile =>
  ({ ...serverDraft({ name, host: '127.0.0.1', port: 1 }), id: randomUUID() }) as ServerProfile;
