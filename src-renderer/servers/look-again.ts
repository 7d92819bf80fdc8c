import type { ServerId } from '../../src-shared/model/server';
import { load, organizationOf } from '../organization/organization-store';
import { forgetReadiness } from '../readiness/readiness-store';

/** After another salt has come: what was said of the SMTP password was said with the one before. */
export function lookAgain(serverId: ServerId): void {
  forgetReadiness(serverId);
  if (organizationOf(serverId).getState().view) void load(serverId);
}
