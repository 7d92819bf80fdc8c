import type { MailServerSeen } from '../../src-shared/model/probe';
import { type Readiness, readinessSteps } from '../../src-shared/model/readiness';
import type { ServerId } from '../../src-shared/model/server';
import { reachSteps } from '../../src-shared/model/work';
import { readiness } from '../../src-shared/readiness/readiness';
import { webPlace } from '../guard/place-name';
import type { Places } from '../guard/places';
import type { Work } from '../ipc/work';
import { heldSalt } from '../servers/known-salt';
import type { KnownServers } from '../servers/known-servers';
import type { Reach } from '../servers/reach';
import { type ReadinessLimits, readReadinessFacts } from './read-facts';

interface Needs {
  servers: KnownServers;
  reach: Reach;
  /** Asked before the page behind the links is connected to. */
  places: Pick<Places, 'allow'>;
  /** What the latest probe of a mail server for this Gluu Server showed, if one is remembered. */
  lastProbe?: (serverId: ServerId) => MailServerSeen | undefined;
  /** Other ones for tests. */
  limits?: ReadinessLimits;
}

/** The call behind the overview of a server: its readiness chain. */
export function readinessService({ servers, reach, places, lastProbe, limits }: Needs) {
  return {
    async 'readiness.check'({ serverId }: { serverId: ServerId }, work: Work): Promise<Readiness> {
      work.plan([...reachSteps, ...readinessSteps]);
      return reach(serverId, work, async ({ session, tree, profile }) => {
        const mailServer = lastProbe?.(serverId);
        const context = {
          profileHost: profile.host,
          overSsh: profile.route.kind === 'ssh',
          held: await heldSalt(servers, serverId, tree.saltEvidence),
          mayOpen: (url: URL) =>
            places.allow(
              { ...webPlace(url), why: 'The page behind the links of reset mails', server: profile.name },
              work,
            ),
          ...(mailServer ? { mailServer } : {}),
          ...(limits ? { limits } : {}),
        };
        return readiness(await readReadinessFacts(session, tree, context, work));
      });
    },
  };
}
