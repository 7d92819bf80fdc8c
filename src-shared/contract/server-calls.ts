import * as z from '../base/zod';
import {
  DiscoveryFind,
  type DiscoveryFinding,
  DiscoveryKeep,
  DiscoveryOpen,
  DiscoveryPaste,
  DiscoveryRef,
} from '../model/discovery';
import type { Failure } from '../model/failure';
import type { ServerFacts } from '../model/gluu';
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
import type { HealthView, ManyChecked } from '../model/server-health';
import { type SshConfigHost, SshReply } from '../model/ssh';
import { ExportInput, type ExportPlan, ImportInput, type ImportOutcome, type ImportPreview } from '../model/transfer';
import { nothing, onServer, takes } from './call';

/** All that the list may hold, those of the demo fleet too. */
const MOST_CHECKED = 1100;

/** The calls about the list of servers, the ways to them, and finding and taking them elsewhere. */
export const serverCalls = {
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
  'server.order': takes(z.object({ serverIds: z.array(ServerId).min(1).max(1000) })).gives<void>(),
  'server.favourite': takes(onServer.extend({ favourite: z.boolean() })).gives<ServerSummary>(),
  'server.opened': takes(onServer).gives<void>(),

  'ssh.hosts': takes(nothing).gives<SshConfigHost[]>(),
  'ssh.chooseKey': takes(nothing).gives<{ keyFile: string } | undefined>(),
  'ssh.trust': takes(
    z.object({ host: HostName, port: Port, type: z.string().max(100), sha256: z.string().max(100) }),
  ).gives<void>(),
  'ssh.answer': takes(z.object({ questionId: z.uuid(), reply: SshReply })).gives<void>(),

  'health.view': takes(nothing).gives<HealthView>(),
  /** Reaches all these servers; how each was found is told by the event `health`, before the answer. */
  'health.check': takes(z.object({ serverIds: z.array(ServerId).min(1).max(MOST_CHECKED) })).gives<ManyChecked>(),
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
