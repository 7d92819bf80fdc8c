import type { Route } from '../../src-shared/model/route';
import type { SshConfigHost } from '../../src-shared/model/ssh';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { requireNames } from '../reach/route-names';

/** The private key files that main itself offered: the window may name no other. */
export interface KeyFiles {
  /** Asks the user in the system's own dialog; undefined if they said no. */
  choose(): Promise<string | undefined>;
  /**
   * Throws AppError `ssh.keyNotChosen` unless the route's key file is `known` already or was offered by main, and what
   * `requireNames` throws.
   */
  check(route: Route, known?: Route): Promise<void>;
}

/** `ask` opens the system's file dialog; `configured` are the hosts of the user's own SSH configuration. */
export function createKeyFiles(
  ask: () => Promise<string | undefined>,
  configured: () => Promise<readonly SshConfigHost[]>,
): KeyFiles {
  const chosen = new Set<string>();
  const keyOf = (route: Route | undefined) => (route?.kind === 'ssh' ? route.keyFile : undefined);
  return {
    async choose() {
      const file = await ask();
      if (file !== undefined) chosen.add(file);
      return file;
    },
    async check(route, known) {
      await requireNames(route, known, configured);
      const file = keyOf(route);
      if (file === undefined || file === keyOf(known) || chosen.has(file)) return;
      if ((await configured()).some(({ keyFile }) => keyFile === file)) return;
      throw new AppError('ssh.keyNotChosen', {
        fields: { 'draft.route.keyFile': message('failure.ssh.keyNotChosen.todo') },
      });
    },
  };
}
