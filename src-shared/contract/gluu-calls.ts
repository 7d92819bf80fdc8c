import * as z from '../base/zod';
import { ChangesInput } from '../gluu/pages/changes';
import { exportFormats } from '../history/export-formats';
import { HistoryFilter, MOST_SHOWN } from '../history/history-filter';
import type { HistoryEntry } from '../model/history';
import {
  type ChangedSince,
  type ChangePlan,
  type OrganizationView,
  type RollbackOutcome,
  SnapshotRef,
  type UpdateOutcome,
} from '../model/organization';
import type { Readiness } from '../model/readiness';
import {
  type DuplicateReport,
  type Leftovers,
  NewTestUser,
  type Person,
  type PickResult,
  TestLogin,
  type TestLoginResult,
  type TestUserEnd,
  TestUserRemoval,
  UserDuplicates,
  UserLeftovers,
  type UserPage,
  UserPick,
  UserRef,
  UserSearch,
} from '../model/user';
import type { Message } from '../texts/message';
import { nothing, onServer, takes } from './call';

/** The calls about what one Gluu Server holds, and about what was written to it. */
export const gluuCalls = {
  /** `again`: the user reads it once more, and wants it as it is now; otherwise a check of these seconds may have read it. */
  'organization.load': takes(onServer.extend({ again: z.boolean().exactOptional() })).gives<OrganizationView>(),
  'organization.changed': takes(SnapshotRef).gives<ChangedSince>(),
  'organization.plan': takes(SnapshotRef.extend({ changes: ChangesInput })).gives<ChangePlan>(),
  'organization.update': takes(
    z.object({
      planId: z.uuid(),
      typedName: z.string().max(200).optional(),
      reason: z.string().trim().max(500).optional(),
    }),
  ).gives<UpdateOutcome>(),

  'readiness.check': takes(onServer).gives<Readiness>(),

  'users.search': takes(UserSearch).gives<UserPage>(),
  'users.person': takes(UserRef).gives<Person>(),
  'users.pick': takes(UserPick).gives<PickResult>(),
  'users.duplicates': takes(UserDuplicates).gives<DuplicateReport>(),
  'users.createTest': takes(NewTestUser).gives<TestUserEnd>(),
  'users.loginTest': takes(TestLogin).gives<TestLoginResult>(),
  'users.removeTest': takes(TestUserRemoval).gives<TestUserEnd>(),
  'users.leftovers': takes(UserLeftovers).gives<Leftovers>(),

  'history.find': takes(
    z.object({ sought: HistoryFilter, limit: z.int().min(1).max(MOST_SHOWN) }),
  ).gives<HistoryPage>(),
  'history.chain': takes(nothing).gives<HistoryChain>(),
  'history.export': takes(z.object({ sought: HistoryFilter, format: z.enum(exportFormats) })).gives<{
    saved: boolean;
  }>(),
  'history.rollback': takes(onServer.extend({ historyId: z.uuid() })).gives<RollbackOutcome>(),
  'history.verify': takes(onServer.extend({ historyId: z.uuid() })).gives<{ outcome?: HistoryEntry['outcome'] }>(),
};

/** The newest writes that were looked for, and how many there are in all. */
export interface HistoryPage {
  entries: HistoryEntry[];
  total: number;
}

/** Whether the hash chain of the whole history holds; the sentence names the first bad line. */
export type HistoryChain = { ok: true; lines: number } | { ok: false; why: Message };
