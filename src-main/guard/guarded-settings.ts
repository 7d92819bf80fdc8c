import { environmentLabels, type ServerProfile } from '../../src-shared/model/server';
import type { CoreHandlers } from '../ipc/work';
import { hostName } from '../net/host-name';
import type { KnownServers } from '../servers/known-servers';
import { fingerprintLines, hostLines } from './box-text';
import type { WriteConsent } from './write-consent';

interface Needs {
  servers: KnownServers;
  consent: WriteConsent;
}

/**
 * The calls that weaken a guard of a profile. A certificate is trusted outside the window, always: by changing a host to
 * and fro a script could drop the pin, and with it the question whether the new certificate is the old one.
 */
export function guardSettings(calls: CoreHandlers, { servers, consent }: Needs) {
  async function askReadOnlyOff(
    { name, host }: ServerProfile,
    work: Parameters<WriteConsent['ask']>[1],
  ): Promise<void> {
    const lines = [`Host: ${hostName(host)}`, 'Writes are still confirmed one by one.'];
    await consent.askWeakening(`Allow writing to ${name} (Production)?`, lines, 'Allow writing', work);
  }
  const trust = (host: string, port: number, what: string, sha256: string, work: Parameters<WriteConsent['ask']>[1]) =>
    consent.askWeakening(
      `Trust this certificate for ${hostName(host)}?`,
      [
        what,
        ...hostLines('Host', host, [port]),
        'SHA-256',
        ...fingerprintLines(sha256),
        '',
        'Compare it with the one on the server itself.',
      ],
      'Trust this certificate',
      work,
    );

  return {
    async 'server.setReadOnly'(input, work) {
      const profile = servers.get(input.serverId);
      if (isProduction(profile) && profile.readOnly && !input.readOnly) await askReadOnlyOff(profile, work);
      return calls['server.setReadOnly'](input, work);
    },
    async 'server.save'(input, work) {
      const before = input.serverId ? servers.get(input.serverId) : undefined;
      if (before && isProduction(before)) {
        const { environment, readOnly } = input.draft;
        if (environment !== 'production') {
          const lines = ['It is then written to without its name being typed.', `Host: ${hostName(before.host)}`];
          const message = `Change ${before.name} from Production to ${environmentLabels[environment]}?`;
          await consent.askWeakening(message, lines, 'Change the environment', work);
        }
        if (before.readOnly && !readOnly) await askReadOnlyOff(before, work);
      }
      return calls['server.save'](input, work);
    },
    async 'server.trust'(input, work) {
      const { host, port, name } = servers.get(input.serverId);
      await trust(host, port, `LDAP of ${name}`, input.sha256, work);
      return calls['server.trust'](input, work);
    },
    async 'ssh.trust'(input, work) {
      const { host, port, sha256 } = input;
      await consent.askWeakening(
        `Trust this SSH host key for ${hostName(host)}?`,
        [
          ...hostLines('Host', host, [port]),
          sha256,
          '',
          'It is added to your known_hosts. Compare it with the one on the server itself.',
        ],
        'Trust this host key',
        work,
      );
      return calls['ssh.trust'](input, work);
    },
    async 'smtp.trust'(input, work) {
      const { name } = servers.get(input.serverId);
      if (!servers.isDemo(input.serverId)) {
        await trust(input.host, input.port, `Mail server, tested for ${name}`, input.sha256, work);
      }
      return calls['smtp.trust'](input, work);
    },
    async 'mailbox.trust'(input, work) {
      await trust(input.host, input.port, 'Mailbox of the reset test', input.sha256, work);
      return calls['mailbox.trust'](input, work);
    },
  } satisfies Partial<CoreHandlers>;
}

const isProduction = ({ environment }: ServerProfile): boolean => environment === 'production';
