import { useMemo } from 'react';
import { message } from '../../../src-shared/texts/message';
import { whyNotTestable } from '../../mail/screen-settings';
import { errorsOf, isDirty, type OrganizationState, organizationOf } from '../../organization/organization-store';
import { whyNotReached } from '../../servers/why-not-reached';
import { serverInHand, useApp } from '../../state/app-store';
import { useChecks } from '../../state/check-store';
import { useHealth } from '../../state/health-store';
import { useServers } from '../../state/servers-store';
import type { PaletteAction } from './palette-action';
import { paletteActions, serverRows } from './palette-actions';

/** The palette's rows as they are now; the same ones until something changes that they follow from. */
export function usePaletteActions(isTyped: boolean): PaletteAction[] {
  const servers = useServers((state) => state.servers);
  const openedAt = useHealth((all) => all.openedAt);
  const paused = useHealth((all) => all.paused);
  const view = useApp((state) => state.view);
  const demoRunning = useApp(({ app }) => app?.demoRunning ?? false);
  const theme = useApp(({ app }) => app?.theme ?? 'system');
  const here = serverInHand(view, servers);
  const check = useChecks(({ checks }) => here && checks[here.id]);
  const form = here && organizationOf(here.id).getState();
  const rows = useMemo(() => serverRows({ servers, openedAt }), [servers, openedAt]);
  return useMemo(() => {
    const whyNot = {
      read: whyNotReached(check),
      check: check?.kind === 'running' ? message('app.palette.isChecked') : undefined,
      ...whyNotOnForm(form),
    };
    return paletteActions({ servers, openedAt, view, paused, demoRunning, theme, isTyped, whyNot }, rows);
  }, [servers, openedAt, view, paused, demoRunning, theme, isTyped, check, form, rows]);
}

/** A test opens the form first, so one that was not read yet does not stand in its way. */
function whyNotOnForm(form: OrganizationState | undefined) {
  if (!form) return { review: undefined, test: undefined };
  const errors = Object.keys(errorsOf(form)).length;
  const review = !isDirty(form)
    ? message('app.palette.nothingChanged')
    : (form.view?.notWritable ?? (errors > 0 ? message('app.palette.fieldError') : undefined));
  return { review, test: form.view ? whyNotTestable(form) : undefined };
}
