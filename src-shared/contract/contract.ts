import * as z from '../base/zod';
import { ChangesInput } from '../gluu/pages/changes';
import { exportFormats } from '../history/export-formats';
import { HistoryFilter, MOST_SHOWN } from '../history/history-filter';
import {
  AutoLock,
  type CoreDumps,
  type DemoMessage,
  type DemoMessageHead,
  KeptWork,
  type Licences,
  type Notice,
  Theme,
} from '../model/app';
import type { CommandId } from '../model/commands';
import {
  DiscoveryFind,
  type DiscoveryFinding,
  DiscoveryKeep,
  DiscoveryOpen,
  DiscoveryPaste,
  DiscoveryRef,
} from '../model/discovery';
import type { Failure, Result } from '../model/failure';
import type { ServerFacts } from '../model/gluu';
import type { HistoryEntry } from '../model/history';
import type { KeychainStatus } from '../model/keychain';
import {
  MailboxCheck,
  type MailboxFinding,
  MailboxSave,
  type MailboxSeen,
  MailboxTrust,
  type MailboxView,
  MailboxWait,
} from '../model/mailbox';
import {
  type ChangedSince,
  type ChangePlan,
  type OrganizationView,
  type RollbackOutcome,
  SnapshotRef,
  type UpdateOutcome,
} from '../model/organization';
import type { ScanResult } from '../model/probe';
import type { Readiness } from '../model/readiness';
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
import {
  HostName,
  OptionalSecretChange,
  Port,
  SaltChange,
  SecretChange,
  ServerDraft,
  ServerId,
  type ServerSummary,
} from '../model/server';
import type { HealthView, ServerHealth } from '../model/server-health';
import { MailTest, type MailTestOutcome } from '../model/smtp-test';
import { type SshConfigHost, type SshQuestion, SshReply } from '../model/ssh';
import type { TestRecord } from '../model/test-history';
import { ExportInput, type ExportPlan, ImportInput, type ImportOutcome, type ImportPreview } from '../model/transfer';
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
import { type Progress, type Step, vantages } from '../model/work';

/** A call from the window to the core, or to main (`shellCalls`). They check `input` at run time; the compiler checks the rest. */
interface Call<In extends z.ZodType, Out> {
  input: In;
  /** Never set: carries the type of the answer. */
  output?: Out;
}
const takes = <In extends z.ZodType>(input: In) => ({ gives: <Out>(): Call<In, Out> => ({ input }) });
const nothing = z.undefined();
const onServer = z.object({ serverId: ServerId });

/** The whole surface between the window and the rest. To add a call: one line here, one method in a service. */
export const contract = {
  'app.state': takes(nothing).gives<AppState>(),
  'app.licences': takes(nothing).gives<Licences>(),
  'app.dismiss': takes(z.object({ noticeId: z.string().max(100) })).gives<void>(),
  'app.setTheme': takes(z.object({ theme: Theme })).gives<void>(),
  'app.setAutoLock': takes(AutoLock).gives<void>(),
  /** Locks at once. Then only `app.blanked` is answered, and `app.unlock` to the next page. */
  'app.lock': takes(nothing).gives<void>(),
  /** The window is blank. Main keeps what was typed and shown until `app.unlock`, and makes a new window. */
  'app.blanked': takes(KeptWork).gives<void>(),
  'app.unlock': takes(nothing).gives<KeptWork>(),
  /** What is typed and shown now. Main keeps it in memory, in case the window crashes. */
  'app.keepWork': takes(KeptWork).gives<void>(),
  /** What `app.keepWork` was given by the window before this one; nothing after a lock, which has `app.unlock`. */
  'app.takeWork': takes(nothing).gives<KeptWork>(),
  'app.zoom': takes(z.object({ step: z.enum(['in', 'out', 'reset']) })).gives<void>(),
  'app.copy': takes(z.object({ text: z.string().max(1_000_000) })).gives<void>(),
  'app.saveText': takes(
    z.object({ name: z.string().regex(/^\w[\w.-]{0,79}$/), text: z.string().max(4_000_000) }),
  ).gives<{
    saved: boolean;
  }>(),
  'keychain.retry': takes(nothing).gives<KeychainStatus>(),

  'server.list': takes(nothing).gives<ServerSummary[]>(),
  'server.save': takes(
    z.object({
      serverId: ServerId.optional(),
      /** The server that a new one began as a copy of: what main itself offered for that one may be named again. */
      copyOf: ServerId.exactOptional(),
      draft: ServerDraft,
      bindPassword: SecretChange,
      salt: SaltChange,
      sshPassword: OptionalSecretChange,
      sshPassphrase: OptionalSecretChange,
    }),
  ).gives<SavedServer>(),
  'server.remove': takes(onServer).gives<void>(),
  'server.setReadOnly': takes(onServer.extend({ readOnly: z.boolean() })).gives<ServerSummary>(),
  /** `opened`: because the server is shown, not because the user asked for it. */
  'server.check': takes(onServer.extend({ opened: z.boolean().exactOptional() })).gives<ServerFacts>(),
  'server.trust': takes(
    onServer.extend({ sha256: z.string().max(100), typedName: z.string().max(200).optional() }),
  ).gives<void>(),

  'ssh.hosts': takes(nothing).gives<SshConfigHost[]>(),
  'ssh.chooseKey': takes(nothing).gives<{ keyFile: string } | undefined>(),
  'ssh.trust': takes(
    z.object({ host: HostName, port: Port, type: z.string().max(100), sha256: z.string().max(100) }),
  ).gives<void>(),
  'ssh.answer': takes(z.object({ questionId: z.uuid(), reply: SshReply })).gives<void>(),

  'server.order': takes(z.object({ serverIds: z.array(ServerId).min(1).max(1000) })).gives<void>(),
  'server.favourite': takes(onServer.extend({ favourite: z.boolean() })).gives<ServerSummary>(),
  'server.opened': takes(onServer).gives<void>(),

  'health.view': takes(nothing).gives<HealthView>(),
  'health.pause': takes(z.object({ paused: z.boolean() })).gives<void>(),
  'health.collapse': takes(z.object({ group: z.string().max(100), collapsed: z.boolean() })).gives<void>(),

  'profiles.prepareExport': takes(ExportInput).gives<ExportPlan>(),
  'profiles.export': takes(z.object({ exportId: z.uuid() })).gives<{ saved: boolean }>(),
  'profiles.open': takes(nothing).gives<ImportPreview | undefined>(),
  'profiles.unseal': takes(z.object({ previewId: z.uuid(), passphrase: z.string().max(1000) })).gives<ImportPreview>(),
  'profiles.import': takes(ImportInput).gives<ImportOutcome>(),
  'profiles.forget': takes(nothing).gives<void>(),

  'discovery.find': takes(DiscoveryFind).gives<DiscoveryFinding>(),
  'discovery.paste': takes(DiscoveryPaste).gives<DiscoveryFinding>(),
  'discovery.open': takes(DiscoveryOpen).gives<DiscoveryFinding | undefined>(),
  'discovery.keep': takes(DiscoveryKeep).gives<SavedServer>(),
  'discovery.forget': takes(DiscoveryRef).gives<void>(),

  'organization.load': takes(onServer).gives<OrganizationView>(),
  'organization.changed': takes(SnapshotRef).gives<ChangedSince>(),
  'organization.plan': takes(SnapshotRef.extend({ changes: ChangesInput })).gives<ChangePlan>(),
  'organization.update': takes(
    z.object({
      planId: z.uuid(),
      typedName: z.string().max(200).optional(),
      reason: z.string().trim().max(500).optional(),
    }),
  ).gives<UpdateOutcome>(),

  'smtp.test': takes(MailTest).gives<MailTestOutcome>(),
  /** `port` is looked at besides the usual ones. */
  'smtp.scan': takes(
    onServer.extend({ host: HostName, port: Port.exactOptional(), vantage: z.enum(vantages) }),
  ).gives<ScanResult>(),
  'smtp.tests': takes(onServer).gives<TestRecord[]>(),
  'smtp.trust': takes(
    onServer.extend({ host: HostName, port: Port, vantage: z.enum(vantages), sha256: z.string().max(100) }),
  ).gives<void>(),

  'readiness.check': takes(onServer).gives<Readiness>(),

  'users.search': takes(UserSearch).gives<UserPage>(),
  'users.person': takes(UserRef).gives<Person>(),
  'users.pick': takes(UserPick).gives<PickResult>(),
  'users.duplicates': takes(UserDuplicates).gives<DuplicateReport>(),
  'users.createTest': takes(NewTestUser).gives<TestUserEnd>(),
  'users.loginTest': takes(TestLogin).gives<TestLoginResult>(),
  'users.removeTest': takes(TestUserRemoval).gives<TestUserEnd>(),
  'users.leftovers': takes(UserLeftovers).gives<Leftovers>(),

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

  'history.find': takes(
    z.object({ sought: HistoryFilter, limit: z.int().min(1).max(MOST_SHOWN) }),
  ).gives<HistoryPage>(),
  'history.chain': takes(nothing).gives<HistoryChain>(),
  'history.export': takes(z.object({ sought: HistoryFilter, format: z.enum(exportFormats) })).gives<{
    saved: boolean;
  }>(),
  'history.rollback': takes(onServer.extend({ historyId: z.uuid() })).gives<RollbackOutcome>(),
  'history.verify': takes(onServer.extend({ historyId: z.uuid() })).gives<{ outcome?: HistoryEntry['outcome'] }>(),

  'demo.start': takes(nothing).gives<ServerSummary[]>(),
  'demo.restart': takes(nothing).gives<ServerSummary[]>(),
  'demo.stop': takes(nothing).gives<void>(),
  'demo.inbox': takes(nothing).gives<DemoMessageHead[]>(),
  'demo.message': takes(z.object({ messageId: z.string().max(100) })).gives<DemoMessage>(),
};

/**
 * The profile is stored; `secretFailure` says why its secrets are not. `unreached`: why an entered salt could not be proved;
 * the server was asked just now.
 */
export interface SavedServer {
  server: ServerSummary;
  secretFailure?: Failure;
  unreached?: Failure;
}

export interface AppState {
  appVersion: string;
  runtime: string;
  /** How the user's system writes dates and times, as a BCP 47 tag. */
  locale: string;
  platform: string;
  /** On Linux: the others write none unless told to. */
  coreDumps?: CoreDumps;
  notices: Notice[];
  keychain: KeychainStatus;
  theme: Theme;
  autoLock: AutoLock;
  demoRunning: boolean;
}

/** The newest writes that were looked for, and how many there are in all. */
export interface HistoryPage {
  entries: HistoryEntry[];
  total: number;
}

/** Whether the hash chain of the whole history holds; the sentence names the first bad line. */
export type HistoryChain = { ok: true; lines: number } | { ok: false; why: string };

/** What main or the core tells the window unasked. */
export type AppEvent =
  | { kind: 'keychain'; status: KeychainStatus }
  | { kind: 'servers'; servers: ServerSummary[] }
  /** Only the servers whose health changed. */
  | { kind: 'health'; health: Record<ServerId, ServerHealth> }
  | { kind: 'demoMessage'; message: DemoMessageHead }
  /**
   * Something this console did changed what a server holds or what is known of it: a write ended, or it was found out how
   * (`historyId`), or its mail settings were tested.
   */
  | { kind: 'changed'; serverId: ServerId; historyId?: string }
  | { kind: 'notices'; notices: Notice[] }
  /** What became of a saved change once the server's own refresh had run. */
  | { kind: 'held'; serverId: ServerId; historyId: string; held: 'held' | 'lost' | 'unknown' }
  /** An SSH server asks the user something, and no longer does. */
  | { kind: 'sshQuestion'; question: SshQuestion }
  | { kind: 'sshQuestionGone'; questionId: string }
  | { kind: 'locked' }
  | { kind: 'command'; command: CommandId };

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type Input<N extends CallName> = z.input<Contract[N]['input']>;
export type Output<N extends CallName> = Contract[N] extends Call<z.ZodType, infer Out> ? Out : never;

/** The answer to a call, with its stages as they ended: progress may overtake or fall behind it. */
export interface Answered {
  result: Result<unknown>;
  steps: Step[];
}

/** What the preload script hands to the window, and nothing else. */
export interface Bridge {
  call(name: string, input: unknown, callId: string): Promise<unknown>;
  cancel(callId: string): void;
  onProgress(listener: (progress: Progress) => void): void;
  onEvent(listener: (event: AppEvent) => void): void;
}

/** A running call. A failure is a value the caller has to look at. */
export interface Running<N extends CallName> {
  callId: string;
  result: Promise<Result<Output<N>>>;
  cancel(): void;
}

/** Whether a name from outside is that of a call. */
export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(contract, name);
