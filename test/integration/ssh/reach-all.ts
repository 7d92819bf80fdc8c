import { readFileSync, writeFileSync } from 'node:fs';
import { createSshRoutes } from '../../../src-main/ssh/ssh-routes';
import type { SshRoute } from '../../../src-shared/model/route';
import { openHere } from '../../support/open-here';
import { everywhere, failureOf, watchedWork } from './ssh-bench';

export interface Wanted {
  name: string;
  home: string;
  route: SshRoute;
  passphrase?: string;
}

/**
 * The main program of Electron for ssh-algorithms.spec.ts: reaches every route of INPUT_FILE and writes to OUTPUT_FILE the
 * name of each with `reached`, or with the failure's code.
 */
async function reachAll(): Promise<void> {
  const wanted = JSON.parse(readFileSync(process.env.INPUT_FILE ?? '', 'utf8')) as Wanted[];
  const found: Record<string, unknown> = {};
  for (const { name, home, route, passphrase } of wanted) {
    const routes = createSshRoutes({ home, openKey: openHere, guard: everywhere, ask: async () => undefined });
    const secrets = { password: async () => undefined, passphrase: async () => passphrase };
    const failure = await failureOf(routes.network(name, route, secrets, watchedWork().work));
    found[name] = failure?.code ?? 'reached';
    routes.closeAll();
  }
  writeFileSync(process.env.OUTPUT_FILE ?? '', JSON.stringify(found));
}

void reachAll().then(
  () => process.exit(0),
  () => process.exit(1),
);
