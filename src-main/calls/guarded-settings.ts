import type { AutoLock } from '../../src-shared/model/app';
import { routeText } from '../../src-shared/model/route';
import {
  environmentLabels,
  isProduction,
  mailPlace,
  type ServerProfile,
  writingMinutes,
} from '../../src-shared/model/server';
import type { SettingsFile } from '../files/settings';
import { fingerprintLines, hostLines, nameText, throughLines } from '../guard/box-text';
import type { WriteConsent } from '../guard/write-consent';
import { hostName } from '../net/host-name';
import type { KnownServers } from '../registry/known-servers';
import { draftOf } from '../registry/server-registry';
import type { CoreHandlers, Work } from '../work/work';
import { asShown } from './as-shown';
import type { ProfileGuard } from './profile-guard';

interface Needs {
  servers: KnownServers;
  profileGuard: Pick<ProfileGuard, 'allow'>;
  settings: Pick<SettingsFile, 'read'>;
  consent: WriteConsent;
}

/**
 * The calls that weaken a guard: of a profile, or the lock. A certificate is trusted outside the window, always: by changing a
 * host back and forth a script could drop the pin, and with it the question whether the new certificate is the old one. What
 * `server.save` and `discovery.keep` weaken is asked where both save (guardSave).
 */
export function guardSettings(calls: CoreHandlers, { servers, profileGuard, settings, consent }: Needs) {
  const askWriting = ({ name, host, port }: ServerProfile, work: Work) =>
    consent.askWeakening(
      `Allow writing to ${nameText(name)} (Production)?`,
      [
        ...hostLines('Host', host, [port]),
        '',
        `It is read-only again after ${writingMinutes} minutes. Each write is still confirmed.`,
      ],
      'Allow writing',
      work,
    );
  const trust = (what: string, where: readonly string[], host: string, sha256: string, work: Work) =>
    consent.askWeakening(
      `Trust this certificate for ${hostName(host)}?`,
      [what, ...where, 'SHA-256', ...fingerprintLines(sha256), '', 'Compare it with the one on the server itself.'],
      'Trust this certificate',
      work,
    );

  return {
    async 'app.setAutoLock'(input, work) {
      const ask = async (now: AutoLock) => {
        if (!isWeaker(input, now)) return;
        const lines = [`Now: ${inWords(now)}`, `Then: ${inWords(input)}`];
        await consent.askWeakening('Have this console lock itself later or less often?', lines, 'Change it', work);
      };
      await asShown(() => settings.read().autoLock, ask);
      return calls['app.setAutoLock'](input, work);
    },
    async 'server.remove'(input, work) {
      const ask = async ({ name, environment, host, port }: ServerProfile) => {
        const lines = [...hostLines('Host', host, [port]), WHAT_GOES];
        const message = `Remove ${nameText(name)} (${environmentLabels[environment]}) from this console?`;
        await consent.askWeakening(message, lines, 'Remove it', work);
      };
      if (!servers.isDemo(input.serverId)) await asShown(() => servers.get(input.serverId), ask);
      return calls['server.remove'](input, work);
    },
    async 'server.setReadOnly'(input, work) {
      const { serverId, readOnly } = input;
      const profile = servers.get(serverId);
      if (servers.isDemo(serverId) || readOnly) return calls['server.setReadOnly'](input, work);
      if (!isProduction(profile)) {
        await profileGuard.allow({ next: { ...draftOf(profile), readOnly }, id: serverId }, work);
      }
      // Asked for once more, the time stays as it is.
      else if (!profile.readOnly) return servers.summary(serverId);
      else
        await asShown(
          () => servers.get(serverId),
          (shown) => askWriting(shown, work),
        );
      return calls['server.setReadOnly'](input, work);
    },
    async 'server.trust'(input, work) {
      const ask = ({ host, port, name, route }: ServerProfile) => {
        const where = [...hostLines('Host', host, [port]), ...throughLines(routeText(route))];
        return trust(`LDAP of ${nameText(name)}`, where, host, input.sha256, work);
      };
      await asShown(() => servers.get(input.serverId), ask);
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
      const { serverId, host, port, vantage, sha256 } = input;
      const ask = (profile: ServerProfile) => {
        const { via } = mailPlace(profile, host, port, vantage);
        const where = [...hostLines('Host', host, [port]), ...throughLines(via)];
        return trust(`Mail server, tested for ${nameText(profile.name)}`, where, host, sha256, work);
      };
      if (!servers.isDemo(serverId)) await asShown(() => servers.get(serverId), ask);
      return calls['smtp.trust'](input, work);
    },
    async 'mailbox.trust'(input, work) {
      const { host, port, sha256 } = input;
      await trust('Mailbox of the reset test', hostLines('Host', host, [port]), host, sha256, work);
      return calls['mailbox.trust'](input, work);
    },
  } satisfies Partial<CoreHandlers>;
}

const WHAT_GOES =
  'Its guards, its stored passwords and salt, its mail and reset tests, and the sealed passwords that a rollback needs go with it.';

const isWeaker = (next: AutoLock, now: AutoLock): boolean =>
  (now.withScreen && !next.withScreen) ||
  (now.afterMinutes > 0 && (next.afterMinutes === 0 || next.afterMinutes > now.afterMinutes));

const inWords = ({ afterMinutes, withScreen }: AutoLock): string =>
  [
    afterMinutes > 0 ? `after ${afterMinutes} idle minutes` : 'never by itself',
    ...(withScreen ? ['with the screen'] : []),
  ].join(', ');
