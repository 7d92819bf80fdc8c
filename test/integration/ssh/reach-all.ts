import { createSshRoutes } from '../../../src-main/ssh/ssh-routes';
import type { SshRoute } from '../../../src-shared/model/route';
import { asProgram } from '../../support/as-program';
import { openHere } from '../../support/open-here';
import { everywhere, failureOf, watchedWork } from './ssh-bench';

export interface Wanted {
  name: string;
  home: string;
  route: SshRoute;
  passphrase?: string;
}

/** For ssh-algorithms.spec.ts, inside Electron: reaches every route, and gives the name of each with `reached` or the failure's code. */
void asProgram(async (wanted: Wanted[]) => {
  const found: Record<string, unknown> = {};
  for (const { name, home, route, passphrase } of wanted) {
    const routes = createSshRoutes({ home, openKey: openHere, guard: everywhere, ask: async () => undefined });
    const secrets = { password: async () => undefined, passphrase: async () => passphrase };
    const failure = await failureOf(routes.network(name, route, secrets, watchedWork().work));
    found[name] = failure?.code ?? 'reached';
    routes.closeAll();
  }
  return found;
});
