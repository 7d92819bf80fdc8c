import type { TestStop } from '../../src-shared/model/mail-server';
import type { SshHop } from '../../src-shared/model/route';
import { type MailTestOutcome, stepsPlanned, stopFrom } from '../../src-shared/model/smtp-test';
import { type Vantage, vantagePieces } from '../../src-shared/model/work';
import type { Network } from '../net/network';
import type { ProbeLimits } from '../probe/probe-run';
import type { Work } from '../work/work';
import type { MailSettings } from './mail-settings';
import { testMailServer } from './test-mail-server';

/** Opens the way to the Gluu Server's own network. Throws AppError `ssh.*`, `net.*`, `place.*`. */
export type OpenWay = (work: Work) => Promise<Network>;

interface WantedTest {
  settings: Omit<MailSettings, 'clearTextConsent' | 'network' | 'pin'>;
  /** The SHA-256 of the certificate that is trusted for the mail server as it is reached from there. */
  pinFor(from: Vantage): string | undefined;
  /** Whether the user lets the password go unencrypted from the far end of these SSH hosts, or from here. */
  mayBeReadable(way: readonly SshHop[]): boolean;
  until: TestStop;
  limits?: ProbeLimits | undefined;
}

/**
 * Tests a mail server from this workstation, from the Gluu Server's network, or from both at once. With both, this
 * workstation only looks, and the message goes out from where Gluu's own would. Throws what testMailServer() and `openWay` throw.
 */
export async function testFromVantage(
  vantage: Vantage | 'both',
  { settings, pinFor, mayBeReadable, until, limits }: WantedTest,
  work: Work,
  openWay: OpenWay,
): Promise<MailTestOutcome> {
  const workFor = (side: Vantage) => work.child(vantagePieces[side]);
  const settingsFrom = (side: Vantage, way: readonly SshHop[]) => {
    const pin = pinFor(side);
    return { ...settings, clearTextConsent: mayBeReadable(way), ...(pin ? { pin } : {}) };
  };
  const there = async (): Promise<MailTestOutcome> => {
    const own = workFor('server');
    own.plan(stepsPlanned('server', { vantage, security: settings.security, until }));
    const network = await openWay(own);
    const from = settingsFrom('server', network.way ?? []);
    return { ...(await testMailServer({ ...from, network }, until, own, limits)), vantage: 'server' };
  };
  const fromHere = settingsFrom('here', []);
  if (vantage === 'here') return testMailServer(fromHere, until, work, limits);
  if (vantage === 'server') return there();
  const [server, here] = await Promise.allSettled([
    there(),
    testMailServer(fromHere, stopFrom('here', vantage, until), workFor('here'), limits),
  ]);
  if (server.status === 'rejected') throw server.reason;
  if (here.status === 'rejected') throw here.reason;
  const { seen, transcript, totalMs } = here.value;
  return { ...server.value, here: { seen, transcript, totalMs } };
}
