import { isMailSetting } from '../../src-shared/gluu/pages/pages';
import type { PlanRow } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { stepMessage } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { organizationOf } from '../organization/organization-store';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import { endedBadly, mailTestOf } from './mail-test-store';
import { basisOf, firstStale } from './test-basis';

function NotTested({ why }: { why: Message }) {
  const say = useSay();
  return (
    <p className="with-icon dim">
      <Signal tone="unknown" />
      {say(why)}
    </p>
  );
}

/** Whether Update would save exactly the mail settings that were tested, and how that test ended. */
export function TestedNote({ serverId, rows }: { serverId: ServerId; rows: readonly PlanRow[] }) {
  const { tested, task, security, recipient } = mailTestOf(serverId)();
  const state = organizationOf(serverId)();
  const say = useSay();
  if (!rows.some(({ field }) => isMailSetting(state.page, field))) return null;
  if (!tested || task.kind !== 'done') return <NotTested why={message('mail.tested.not')} />;
  const stale = firstStale(tested.basis, basisOf(state, security, recipient));
  if (stale === 'Connect') return <NotTested why={message('mail.tested.not')} />;
  if (tested.security !== tested.settings.security)
    return (
      <NotTested
        why={message('mail.tested.otherSecurity', { security: message(`mail.security.${tested.security}`) })}
      />
    );
  if (stale) return <NotTested why={message('mail.tested.notFrom', { stage: stepMessage(stale) })} />;
  const bad = endedBadly(task.value);
  const how = bad ? 'failed' : task.value.delivery ? 'accepted' : 'nothingSent';
  return (
    <p className={bad ? 'with-icon warn' : 'with-icon dim'}>
      <Signal tone={bad ? 'warn' : 'ok'} />
      {say(`mail.tested.${how}`, { time: { at: new Date(tested.at).toISOString(), as: 'time' } })}
    </p>
  );
}
