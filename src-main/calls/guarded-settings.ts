import type { AutoLock } from '../../src-shared/model/app';
import { routeText } from '../../src-shared/model/route';
import {
  environmentLabels,
  isProduction,
  mailPlace,
  type ServerProfile,
  writingMinutes,
} from '../../src-shared/model/server';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import type { SettingsFile } from '../files/settings';
import { hostLines, labelled, throughLines, trustQuestion } from '../guard/box-lines';
import { nameText } from '../guard/box-text';
import type { BoxLine } from '../guard/confirm';
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
      {
        message: message('box.writing.question', { where: labelled(name, environmentLabels.production) }),
        lines: [...hostLines('host', host, [port]), 'gap', message('box.writing.minutes', { minutes: writingMinutes })],
        yes: message('box.writing.yes'),
      },
      work,
    );
  const trust = (what: Message, where: readonly BoxLine[], host: string, sha256: string, work: Work) =>
    consent.askWeakening(trustQuestion(what, where, { host, sha256 }), work);

  return {
    async 'app.setAutoLock'(input, work) {
      const ask = async (now: AutoLock) => {
        if (!isWeaker(input, now)) return;
        const lines = [
          message('box.lock.now', { when: inWords(now) }),
          message('box.lock.then', { when: inWords(input) }),
        ];
        await consent.askWeakening(
          { message: message('box.lock.question'), lines, yes: message('box.lock.yes') },
          work,
        );
      };
      await asShown(() => settings.read().autoLock, ask);
      return calls['app.setAutoLock'](input, work);
    },
    async 'server.remove'(input, work) {
      const ask = async ({ name, environment, host, port }: ServerProfile) => {
        const where = labelled(name, environmentLabels[environment]);
        await consent.askWeakening(
          {
            message: message('box.remove.question', { where }),
            lines: [...hostLines('host', host, [port]), message('box.remove.note')],
            yes: message('box.remove.yes'),
          },
          work,
        );
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
        const where = [...hostLines('host', host, [port]), ...throughLines(routeText(route))];
        return trust(message('box.trust.ldap', { name: nameText(name) }), where, host, input.sha256, work);
      };
      await asShown(() => servers.get(input.serverId), ask);
      return calls['server.trust'](input, work);
    },
    async 'ssh.trust'(input, work) {
      const { host, port, sha256 } = input;
      await consent.askWeakening(
        {
          message: message('box.trustKey.question', { host: hostName(host) }),
          lines: [...hostLines('host', host, [port]), verbatim(sha256), 'gap', message('box.trustKey.note')],
          yes: message('box.trustKey.yes'),
        },
        work,
      );
      return calls['ssh.trust'](input, work);
    },
    async 'smtp.trust'(input, work) {
      const { serverId, host, port, vantage, sha256 } = input;
      const ask = (profile: ServerProfile) => {
        const { via } = mailPlace(profile, host, port, vantage);
        const where = [...hostLines('host', host, [port]), ...throughLines(via)];
        return trust(message('box.trust.mail', { name: nameText(profile.name) }), where, host, sha256, work);
      };
      if (!servers.isDemo(serverId)) await asShown(() => servers.get(serverId), ask);
      return calls['smtp.trust'](input, work);
    },
    async 'mailbox.trust'(input, work) {
      const { host, port, sha256 } = input;
      await trust(message('box.trust.mailbox'), hostLines('host', host, [port]), host, sha256, work);
      return calls['mailbox.trust'](input, work);
    },
  } satisfies Partial<CoreHandlers>;
}

const isWeaker = (next: AutoLock, now: AutoLock): boolean =>
  (now.withScreen && !next.withScreen) ||
  (now.afterMinutes > 0 && (next.afterMinutes === 0 || next.afterMinutes > now.afterMinutes));

const inWords = ({ afterMinutes, withScreen }: AutoLock): Message =>
  message('box.lock.when', { minutes: afterMinutes, screen: withScreen ? 'yes' : 'no' });
