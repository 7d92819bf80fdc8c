import { timeText } from '../../src-shared/base/moment';
import { isMailSetting } from '../../src-shared/gluu/pages/pages';
import { mailSecurityLabels } from '../../src-shared/model/mail-server';
import type { PlanRow } from '../../src-shared/model/organization';
import type { ServerId } from '../../src-shared/model/server';
import { securityOf } from '../../src-shared/model/smtp-test';
import { organizationOf } from '../organization/organization-store';
import { Signal } from '../ui/signal';
import { endedBadly, mailTestOf } from './mail-test-store';
import { basisOf, firstStale } from './test-basis';

function NotTested({ children }: { children: string }) {
  return (
    <p className="with-icon dim">
      <Signal tone="unknown" />
      {children}
    </p>
  );
}

/** Whether Update would save exactly the mail settings that were tested, and how that test ended. */
export function TestedNote({ serverId, rows }: { serverId: ServerId; rows: readonly PlanRow[] }) {
  const { tested, task, security, recipient } = mailTestOf(serverId)();
  const state = organizationOf(serverId)();
  if (!rows.some(({ field }) => isMailSetting(state.page, field))) return null;
  if (!tested || task.kind !== 'done') return <NotTested>These mail settings were not tested.</NotTested>;
  const { requiresSsl, port } = tested.settings;
  const stale = firstStale(tested.basis, basisOf(state, security, recipient));
  if (stale === 'Connect') return <NotTested>These mail settings were not tested.</NotTested>;
  if (tested.security !== securityOf(requiresSsl, port))
    return (
      <NotTested>{`They were tested with ${mailSecurityLabels[tested.security]}, which is not what is saved.`}</NotTested>
    );
  if (stale) return <NotTested>{`From ${stale} on, these mail settings were not tested.`}</NotTested>;
  const bad = endedBadly(task.value);
  const time = timeText(new Date(tested.at).toISOString());
  return (
    <p className={bad ? 'with-icon warn' : 'with-icon dim'}>
      <Signal tone={bad ? 'warn' : 'ok'} />
      {bad
        ? `Exactly these mail settings were tested at ${time}, and the test failed.`
        : `Saves exactly what was tested at ${time}: ${task.value.delivery ? 'the mail was accepted' : 'nothing stood in the way, nothing was sent'}.`}
    </p>
  );
}
