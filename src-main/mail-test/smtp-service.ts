import { randomUUID } from 'node:crypto';
import { portsToScan } from '../../src-shared/model/probe';
import type { SshHop } from '../../src-shared/model/route';
import { type MailPlace, mailPinAt, mailPlace, type ServerId } from '../../src-shared/model/server';
import type { MailTest } from '../../src-shared/model/smtp-test';
import { type NewTestRecord, TESTS_KEPT, type TestRecord } from '../../src-shared/model/test-history';
import { sshSteps, type Vantage } from '../../src-shared/model/work';
import type { MailTested } from '../../src-shared/readiness/readiness-facts';
import { message } from '../../src-shared/texts/message';
import { securityIn } from '../../src-shared/verdict/form-security';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { hiddenLogin } from '../base/redact';
import { log } from '../files/log';
import { type Snapshot, storedMailSettings } from '../gluu-ldap/snapshot';
import { loginMark, openPassword } from '../gluu-ldap/stored-password';
import type { ClearText } from '../guard/clear-text';
import type { Snapshots } from '../organization/snapshots';
import type { ProbeLimits } from '../probe/probe-run';
import { scan } from '../probe/scan';
import { usableSalt } from '../reach/known-salt';
import type { NetworkOf } from '../reach/networks';
import type { KnownServers } from '../registry/known-servers';
import type { CallsOf, Work } from '../work/work';
import type { MailSettings } from './mail-settings';
import type { TestHistory } from './test-history';
import { testRecord } from './test-record';
import { testFromVantage } from './vantages';

interface Needs {
  servers: KnownServers;
  snapshots: Snapshots;
  tests: TestHistory;
  /** Keeps the latest test for the readiness of that server. */
  remember(serverId: ServerId, tested: MailTested): void;
  /** The network of a server's own route. */
  networkOf: NetworkOf;
  clearText: Pick<ClearText, 'isAllowed'>;
  /** Shorter ones for tests. */
  limits?: ProbeLimits;
}

/** The call behind Test Configuration: the values on the screen, sent from this workstation. */
export function smtpService({
  servers,
  snapshots,
  tests,
  remember,
  networkOf,
  clearText,
  limits,
}: Needs): CallsOf<'smtp'> {
  /** The certificate a mail server showed last, by its place: the user can only trust what was seen. */
  const shown = new Map<string, string>();
  const keyOf = ({ host, port, via }: MailPlace) => JSON.stringify([host, port, via]);
  /** Tests of the demo fleet, which is gone with the app. */
  const passingTests = new Map<ServerId, TestRecord[]>();

  /** A history that cannot be written must not take the result away from the user. */
  async function keep(serverId: ServerId, record: NewTestRecord): Promise<void> {
    if (servers.isDemo(serverId)) {
      const earlier = passingTests.get(serverId) ?? [];
      passingTests.set(serverId, [{ ...record, id: randomUUID() }, ...earlier].slice(0, TESTS_KEPT));
      return;
    }
    try {
      await tests.add(serverId, record);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn(`The test history could not be written: ${briefly(error)}`);
    }
  }

  async function loginOf(test: MailTest): Promise<MailSettings['login']> {
    const { login } = test;
    if (!login) return undefined;
    if (login.password.kind === 'typed') return hiddenLogin(login.userName, login.password.value);
    const snapshot = snapshots.get(test.snapshotId, test.serverId);
    const stored = passwordFor(snapshot, test);
    const held = await usableSalt(servers, test.serverId, snapshot.tree.saltEvidence, NOT_USED);
    return hiddenLogin(login.userName, openPassword(stored, held, snapshot.tree.version));
  }

  return {
    async 'smtp.test'(test, work) {
      const { version } = snapshots.get(test.snapshotId, test.serverId).tree;
      const login = await loginOf(test);
      const profile = servers.get(test.serverId);
      const placeFrom = (from: Vantage) => mailPlace(profile, test.host, test.port, from);
      const pinFor = (from: Vantage) => mailPinAt(profile, placeFrom(from))?.sha256;
      const settings = {
        host: test.host,
        port: test.port,
        security: test.security,
        fromName: test.fromName,
        from: test.fromEmail,
        to: test.recipient,
        ...(login ? { login } : {}),
      };
      const openWay = (own: Work) => networkOf(profile, own);
      const { host, port, until } = test;
      const mayBeReadable = (way: readonly SshHop[]) =>
        clearText.isAllowed({ protocol: 'smtp', host, port, user: login?.userName ?? '', ways: [way] });
      const outcome = await testFromVantage(
        test.vantage,
        { settings, pinFor, mayBeReadable, until, limits },
        work,
        openWay,
      );
      const certificate = outcome.seen.tls?.chain[0];
      if (certificate) shown.set(keyOf(placeFrom(outcome.vantage)), certificate.sha256);
      remember(test.serverId, {
        seen: outcome.seen,
        fromName: test.fromName,
        ...(login ? { loginMark: loginMark(login.password) } : {}),
      });
      await keep(test.serverId, testRecord(test, version, outcome));
      return outcome;
    },

    async 'smtp.scan'({ serverId, host, port, vantage }, work) {
      const ports = portsToScan(port);
      if (vantage === 'here') return scan(host, work, { ports });
      work.planFirst(sshSteps);
      return scan(host, work, { ports, network: await networkOf(servers.get(serverId), work) });
    },

    'smtp.tests': async ({ serverId }) => passingTests.get(serverId) ?? tests.list(serverId),

    async 'smtp.trust'({ serverId, host, port, vantage, sha256 }) {
      const place = mailPlace(servers.get(serverId), host, port, vantage);
      if (shown.get(keyOf(place)) !== sha256) throw new AppError('tls.changed');
      await servers.pinMail(serverId, { ...place, sha256, acceptedAt: new Date().toISOString() });
    },
  };
}

const NOT_USED = { smtpPassword: message('mail.password.notUsed') };

/**
 * The password stored on the server, as it is stored. It may only go where the server itself would send it: to the stored host,
 * port and encryption, as the stored user. Throws AppError `secret.bound` for any other place, `secret.missing` if none is
 * stored.
 */
function passwordFor(snapshot: Snapshot, test: MailTest): string {
  const found = storedMailSettings(snapshot);
  const stored = found.kind === 'read' ? found.settings : undefined;
  if (!stored?.storedPassword)
    throw new AppError('secret.missing', {
      fields: { smtpPassword: message('mail.password.none') },
    });
  const samePlace =
    stored.host?.toLowerCase() === test.host.toLowerCase() &&
    stored.port === test.port &&
    securityIn(snapshot.tree.version, stored) === test.security &&
    stored.userName === test.login?.userName;
  if (!samePlace) {
    throw new AppError('secret.bound', {
      facts: { place: `${stored.host ?? ''}:${stored.port}` },
      fields: { smtpPassword: message('mail.password.bound') },
    });
  }
  return stored.storedPassword;
}
