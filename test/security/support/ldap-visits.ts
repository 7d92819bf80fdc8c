import type { ConnectTarget } from '../../../src-main/ldap/connect';
import type { Failure } from '../../../src-shared/model/failure';
import { runConnect } from '../../integration/ldap/run-connect';
import { asProgram } from '../../support/as-program';

/** What came of one connection. */
export interface Visited {
  failure?: Failure;
  trust?: 'system' | 'pin';
  protocol?: string;
  /** How many times the password was asked for. */
  asked: number;
}

/**
 * Runs as a program of its own, in Node or in Electron, because both read which authorities to trust, and whether to look at
 * certificates at all, from the environment they start with. Connects to each target of its input, all at once.
 */
await asProgram((targets: (Partial<ConnectTarget> & { port: number })[]) =>
  Promise.all(
    targets.map(async (target): Promise<Visited> => {
      const { failure, connected, asked } = await runConnect(target, { use: async () => {} });
      const { trust, protocol } = connected?.tls ?? {};
      return { ...(failure ? { failure } : {}), ...(trust ? { trust } : {}), ...(protocol ? { protocol } : {}), asked };
    }),
  ),
);
