import * as z from '../base/zod';
import {
  MailboxCheck,
  type MailboxFinding,
  MailboxSave,
  type MailboxSeen,
  MailboxTrust,
  type MailboxView,
  MailboxWait,
} from '../model/mailbox';
import type { ScanResult } from '../model/probe';
import {
  ArrivedInput,
  type PendingView,
  PurgeInput,
  type PurgeOutcome,
  RehearseInput,
  type RehearseOutcome,
  type ResetPreview,
  ResetPreviewInput,
  ResetRequestInput,
  type ResetRequestOutcome,
  type ResetRunView,
  ResetServerInput,
  WithdrawInput,
  type WithdrawOutcome,
} from '../model/reset';
import { HostName, Port } from '../model/server';
import { MailTest, type MailTestOutcome } from '../model/smtp-test';
import type { TestRecord } from '../model/test-history';
import { vantages } from '../model/work';
import { nothing, onServer, takes } from './call';

/** The calls about mail: whether it can be sent, what a reset sends, and whether it arrives. */
export const mailCalls = {
  'smtp.test': takes(MailTest).gives<MailTestOutcome>(),
  /** `port` is looked at besides the usual ones. */
  'smtp.scan': takes(
    onServer.extend({ host: HostName, port: Port.exactOptional(), vantage: z.enum(vantages) }),
  ).gives<ScanResult>(),
  'smtp.tests': takes(onServer).gives<TestRecord[]>(),
  'smtp.trust': takes(
    onServer.extend({ host: HostName, port: Port, vantage: z.enum(vantages), sha256: z.string().max(100) }),
  ).gives<void>(),

  'reset.preview': takes(ResetPreviewInput).gives<ResetPreview>(),
  'reset.rehearse': takes(RehearseInput).gives<RehearseOutcome>(),
  'reset.request': takes(ResetRequestInput).gives<ResetRequestOutcome>(),
  'reset.withdraw': takes(WithdrawInput).gives<WithdrawOutcome>(),
  'reset.arrived': takes(ArrivedInput).gives<ResetRunView>(),
  'reset.pending': takes(ResetServerInput).gives<PendingView>(),
  'reset.purge': takes(PurgeInput).gives<PurgeOutcome>(),
  'reset.runs': takes(ResetServerInput).gives<ResetRunView[]>(),

  'mailbox.account': takes(nothing).gives<MailboxView | undefined>(),
  'mailbox.save': takes(MailboxSave).gives<MailboxView>(),
  'mailbox.forget': takes(nothing).gives<void>(),
  'mailbox.check': takes(MailboxCheck).gives<MailboxSeen>(),
  'mailbox.trust': takes(MailboxTrust).gives<void>(),
  'mailbox.wait': takes(MailboxWait).gives<MailboxFinding>(),
};
