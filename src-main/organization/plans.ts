import type { PlanRow } from '../../src-shared/model/organization';
import type { SaltState } from '../../src-shared/model/salt';
import type { ServerId } from '../../src-shared/model/server';
import type { EntryChange } from '../gluu-ldap/entry-change';
import type { Snapshot } from '../gluu-ldap/snapshot';
import type { IdStore } from './snapshots';

/** What `organization.update` writes, worked out beforehand; the window knows it by its id alone. */
export interface UpdatePlan {
  serverId: ServerId;
  /** What it is called where the user is asked about it. */
  action: 'Update' | 'Rollback';
  /** What the window shows of it; the user is asked about the same. */
  rows: readonly PlanRow[];
  entries: EntryChange[];
  /** What the user saw when changing it. */
  loaded: Snapshot;
  /** The write of the history that is put back. */
  rollbackOf?: string;
  /** What the change list told of the salt; absent where no SMTP password is written. */
  salt?: SaltState;
}

export type UpdatePlans = IdStore<UpdatePlan>;
