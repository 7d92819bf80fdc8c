import type { History } from '../history/history-log';
import type { LdapLimits } from '../ldap/connect';
import type { HoldWaits } from '../organization/hold-watch';
import type { ReadinessLimits } from '../readiness/read-facts';
import type { ResetContext } from '../reset/reset-context';
import type { SshRoutes } from '../ssh/ssh-routes';
import type { SettlePauses } from '../write/settle';

/** What a test may set otherwise than the app does: limits, waits, the clock and faults. The app sets none of it. */
export interface Tuning extends Partial<Pick<ResetContext, 'checkLink' | 'now'>> {
  /** Stands between the services and the history file. */
  history?(opened: History): History;
  /** Stands between the console and SSH. */
  routes?(own: SshRoutes): SshRoutes;
  ldapLimits?: LdapLimits;
  holdWaits?: HoldWaits;
  mailLimits?: ResetContext['limits'];
  settlePauses?: SettlePauses;
  readinessLimits?: ReadinessLimits;
}
