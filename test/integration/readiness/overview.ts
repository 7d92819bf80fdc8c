import { inject } from 'vitest';
import type { ReadinessLimits } from '../../../src-main/readiness/read-facts';
import type { Work } from '../../../src-main/work/work';
import type { Readiness, ReadinessLinkId } from '../../../src-shared/model/readiness';
import { answerOf, namedReasons } from '../../../src-shared/readiness/answer';
import { salt } from '../../support/cipher-vectors';
import { inEnglish } from '../../support/english';
import { type GluuTreeOptions, gluuTree } from '../../support/gluu-tree';
import { lendSlapd } from '../../support/lent-slapd';
import { type ServerConsole, startServerConsole } from '../../support/server-console';
import { accountOn, type Slapd, type SlapdOptions } from '../../support/slapd';
import { watchedWork } from '../../support/test-console';

interface OverviewOptions {
  tree: GluuTreeOptions;
  slapd?: SlapdOptions;
  /** Null: none is stored. */
  salt?: string | null;
  asReader?: boolean;
  limits?: ReadinessLimits;
}

/** A console with one server in its list, whose readiness can be asked for. */
export interface Overview extends Omit<ServerConsole, 'check'> {
  slapd: Slapd;
  check(work?: Work): Promise<Readiness>;
}

export async function startOverview(options: OverviewOptions): Promise<Overview> {
  const { version } = options.tree;
  const slapd = await lendSlapd({ version, ldif: gluuTree(options.tree), ...options.slapd });
  const console = await startServerConsole(
    {
      ...{ port: slapd.port, mode: 'plain', ...accountOn(slapd, options.asReader) },
      salt: options.salt === undefined ? salt : options.salt,
    },
    { helpers: inject('helpers'), tuning: options.limits ? { readinessLimits: options.limits } : {} },
  );
  const { serverId } = console;
  return {
    ...console,
    slapd,
    check: (work = watchedWork()) => console.calls['readiness.check']({ serverId }, work),
    stop: async () => {
      await console.stop();
      await slapd.stop();
    },
  };
}

/** The answer on top of a chain with its list, as a user reads them. */
export const answerIn = (chain: Readiness): string[] => inEnglish([answerOf(chain), ...namedReasons(chain)]);

/** One link of a chain as a user reads it, its sentences beside each other. */
export function linkOf(chain: Readiness, id: ReadinessLinkId) {
  const link = chain.links.find((each) => each.id === id);
  if (!link) throw new Error(`no link ${id}`);
  const said = inEnglish(link);
  return { ...said, reason: said.reason.join(' ') };
}

export const reasonIn = (chain: Readiness, id: ReadinessLinkId): string => linkOf(chain, id).reason;
