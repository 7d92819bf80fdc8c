import { type Range, shortSpanText } from '../../src-shared/gluu/versions';
import type { ServerId } from '../../src-shared/model/server';
import type { Reach } from '../reach/reach';
import type { Work } from '../work/work';
import type { Found } from './health-record';

/** One check of many, or in the background: logs in, reads the version, and closes the connection. Writes nothing. */
export const checkThrough =
  (reach: Reach) =>
  (serverId: ServerId, work: Work): Promise<Found> =>
    reach(serverId, work, async ({ tree, tls }) => foundIn(tree.version, tls?.certificate), { login: 'once' });

export const foundIn = (version: Range, certificate: { validTo: string } | undefined): Found => ({
  version: shortSpanText(version),
  ...(certificate ? { certificateValidTo: certificate.validTo } : {}),
});
