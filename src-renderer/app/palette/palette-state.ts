import { message } from '../../../src-shared/texts/message';
import { whyNotTestable } from '../../mail/screen-settings';
import { errorsOf, isDirty, organizationOf } from '../../organization/organization-store';
import { whyNotReached } from '../../servers/why-not-reached';
import { serverInHand, useApp } from '../../state/app-store';
import { useChecks } from '../../state/check-store';
import { useHealth } from '../../state/health-store';
import { useServers } from '../../state/servers-store';
import type { PaletteState } from './palette-action';

/** What the palette's list follows from, as it is now. */
export function usePaletteState(isTyped: boolean): PaletteState {
  const { servers } = useServers();
  const { openedAt, paused } = useHealth();
  const { view, app } = useApp();
  const checks = useChecks((store) => store.checks);
  const here = serverInHand(view, servers);
  return {
    servers,
    openedAt,
    view,
    paused,
    demoRunning: app?.demoRunning ?? false,
    theme: app?.theme ?? 'system',
    isTyped,
    whyNot: {
      read: whyNotReached(here && checks[here.id]),
      check: here && checks[here.id]?.kind === 'running' ? message('app.palette.isChecked') : undefined,
      ...whyNotOnForm(here?.id),
    },
  };
}

/** A test opens the form first, so one that was not read yet does not stand in its way. */
function whyNotOnForm(serverId: PaletteState['servers'][number]['id'] | undefined) {
  if (!serverId) return { review: undefined, test: undefined };
  const form = organizationOf(serverId).getState();
  const errors = Object.keys(errorsOf(form)).length;
  const review = !isDirty(form)
    ? message('app.palette.nothingChanged')
    : (form.view?.notWritable ?? (errors > 0 ? message('app.palette.fieldError') : undefined));
  return { review, test: form.view ? whyNotTestable(form) : undefined };
}
