import { beforeEach, describe, expect, test } from 'vitest';
import { fieldOf } from '../../../src-shared/gluu/pages/pages';
import type { OrganizationView } from '../../../src-shared/model/organization';
import { ServerId } from '../../../src-shared/model/server';
import { stubWindow } from './window-stub';

stubWindow();
const { controlValue, edit, isDirty, organizationOf, takeView } = await import(
  '../../../src-renderer/organization/organization-store'
);

let serverId: ServerId;
beforeEach(() => {
  serverId = ServerId.parse(crypto.randomUUID());
});

/** As far as laying typed values over it needs one. */
const viewOf = (smtpAuthentication: boolean) =>
  ({ fields: { smtpAuthentication: { value: smtpAuthentication } } }) as unknown as OrganizationView;

describe('a value typed before the server was read', () => {
  test('is laid over the first reading', () => {
    edit(serverId, 'smtpAuthentication', true);
    const view = viewOf(false);
    takeView(serverId, view);
    expect(controlValue(fieldOf('smtpAuthentication'), view)).toBe(false);
    expect(organizationOf(serverId).getState().draft).toEqual({ smtpAuthentication: true });
  });

  test('is no change where the server holds it already', () => {
    edit(serverId, 'smtpAuthentication', true);
    takeView(serverId, viewOf(true));
    expect(isDirty(organizationOf(serverId).getState())).toBe(false);
  });
});
