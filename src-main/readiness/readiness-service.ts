import { type Readiness, readinessSteps } from '../../src-shared/model/readiness';
import type { ServerId } from '../../src-shared/model/server';
import { reachSteps } from '../../src-shared/model/work';
import { readiness } from '../../src-shared/readiness/readiness';
import type { MailTested } from '../../src-shared/readiness/readiness-facts';
import { message } from '../../src-shared/texts/message';
import type { Places } from '../guard/places';
import { webPlace } from '../net/place-name';
import { heldSalt } from '../reach/known-salt';
import type { Reach, Reached } from '../reach/reach';
import type { KnownServers } from '../registry/known-servers';
import type { Work } from '../work/work';
import { type ReadinessLimits, readReadinessFacts, readSettingsOf, type SettingsFound } from './read-facts';

interface Needs {
  servers: KnownServers;
  reach: Reach;
  /** Asked before the page behind the links is connected to. */
  places: Pick<Places, 'allow'>;
  /** The latest mail test of this Gluu Server, if one is remembered. */
  lastTest?: (serverId: ServerId) => MailTested | undefined;
  /** Others for tests. */
  limits?: ReadinessLimits | undefined;
}

/** The call behind the overview of a server: its readiness chain. */
export function readinessService({ servers, reach, places, lastTest, limits }: Needs) {
  return {
    async 'readiness.check'({ serverId }: { serverId: ServerId }, work: Work): Promise<Readiness> {
      work.plan([...reachSteps, ...readinessSteps]);
      const judge = async (reached: Reached, settings: Promise<SettingsFound>) => {
        const { tree, profile } = reached;
        const mailTested = lastTest?.(serverId);
        const context = {
          profileHost: profile.host,
          overSsh: profile.route.kind === 'ssh',
          held: await heldSalt(servers, serverId, tree.saltEvidence),
          mayOpen: (url: URL) =>
            places.allow({ ...webPlace(url), why: message('box.why.resetLinks'), server: profile.name }, work),
          ...(mailTested ? { mailTested } : {}),
          ...(limits ? { limits } : {}),
        };
        return readiness(await readReadinessFacts(reached, settings, context, work));
      };
      return reach(serverId, work, judge, { read: readSettingsOf });
    },
  };
}
