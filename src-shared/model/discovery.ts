import { problem } from '../base/problem';
import * as z from '../base/zod';
import { type Message, message, type Words } from '../texts/message';
import type { CertificateFacts } from './certificate';
import { SshRoute } from './route';
import { type Environment, HostName, InstallationRoot, type LdapMode, ServerDraft } from './server';

/** What Gluu's own files have at most, many times over. */
export const MAX_GLUU_TEXT = 256 * 1024;
const Secret = z.string().min(1).max(65536);

/** The stages after the SSH connection stands. */
export const discoverySteps = ['Installation', 'Files', 'Certificate', 'Password'] as const;

const FindingId = z.uuid();
/** `new` begins a separate finding. */
const FindingOrNew = z.union([FindingId, z.literal('new')]);
export const DiscoveryFind = z.object({
  route: SshRoute,
  sshPassword: Secret.exactOptional(),
  sshPassphrase: Secret.exactOptional(),
  /** Reads through sudo what the user may not read; with an empty password only where sudo asks for none. */
  sudo: z.object({ password: z.string().max(65536) }).exactOptional(),
  /** Which installation to read, of several; by default the one that seems to run. */
  root: InstallationRoot.exactOptional(),
  /** Goes on with this finding: what was pasted into it stays. */
  findingId: FindingId.exactOptional(),
});

export type DiscoveryFind = z.output<typeof DiscoveryFind>;

/** The text of one of Gluu's files, for this finding or for a fresh one. */
export const DiscoveryPaste = z.object({
  findingId: FindingOrNew,
  text: z.string().max(MAX_GLUU_TEXT, problem(message('problem.gluuText'))),
  /** What a file that was dropped is called: shown as the source, never opened. */
  name: z.string().min(1).max(255).exactOptional(),
});
export const DiscoveryOpen = z.object({ findingId: FindingOrNew });
export const DiscoveryRef = z.object({ findingId: FindingId });

export const DiscoveryKeep = z.object({
  findingId: FindingId,
  server: ServerDraft.pick({ name: true, group: true, environment: true, notes: true, readOnly: true }),
  /** Where LDAP answers, if no SSH route leads there: the file names it as the Gluu Server itself sees it. */
  host: HostName.exactOptional(),
  /** Typed because the file has none that can be used. */
  bindPassword: Secret.exactOptional(),
  /** Whether password or passphrase of SSH go to the keychain as well. */
  keepSshSecrets: z.boolean(),
});
export type DiscoveryKeep = z.output<typeof DiscoveryKeep>;

export interface Installation {
  root: string;
  layout: 'chroot' | 'package';
  /** From the folder's name, or from which files there are, e.g. `3.1.2`, `4.x`. */
  version?: string;
  /** `runs`: its /proc is mounted. Otherwise it is not known. */
  state: 'runs' | 'unknown';
  /** ISO 8601: the newest of its logs. */
  lastLog?: string;
}

/** What is kept of a Gluu Server's files; `pasted` texts have no path. */
const gluuFileKinds = ['ldap', 'salt', 'certificate', 'gluu'] as const;
export type GluuFileKind = (typeof gluuFileKinds)[number];

/** Where something was found; `asRoot`: sudo read it. */
export type FoundSource =
  | { kind: 'file'; via: string; path: string; asRoot?: boolean }
  | { kind: 'pasted' }
  | { kind: 'opened'; name: string }
  | { kind: 'folderName' };

type FoundThing =
  | 'installation'
  | 'version'
  | 'storage'
  | 'ldapServer'
  | 'encryption'
  | 'bindDn'
  | 'bindPassword'
  | 'appliance'
  | 'twice'
  | 'salt'
  | 'certificate';

/** One thing that was found, as a row of the table. Never a secret: those show as a sentence about them. */
export interface FoundRow {
  what: FoundThing;
  value: Words;
  source: FoundSource;
  /** Whole sentences, one after the other. */
  notes?: readonly Message[];
}

type Remedy = 'sudo' | 'paste' | 'otherUser' | 'typePassword' | 'trustLater' | 'otherTool';

/** What could not be had, and what can be done about exactly that. */
export interface MissingPiece {
  kind: GluuFileKind | 'bindPassword' | 'installation' | 'storage' | 'servers' | 'version';
  /** Whether the server cannot be added without it. */
  needed: boolean;
  what: Message;
  why: Message;
  todo: Message;
  remedies: Remedy[];
  /** The file it would be in, if one is meant. */
  file?: string;
}

/** `wrongSalt`: it does not decrypt with the salt that was found, which is then refused. */
export type PasswordState = 'decrypts' | 'noSalt' | 'wrongSalt' | 'notEncrypted' | 'absent' | 'blank';

/** What is known of a Gluu Server that is about to be added. The secrets themselves stay in main. */
export interface DiscoveryFinding {
  findingId: string;
  /** By which way it was read and will be reached; absent if nothing was read over SSH. */
  route?: SshRoute;
  installations: Installation[];
  /** Which of them was read. */
  root?: string;
  rows: FoundRow[];
  target?: { host: string; port: number; mode: LdapMode; bindDn: string };
  certificate?: CertificateFacts;
  version?: string;
  hasSalt: boolean;
  password: PasswordState;
  /** Which SSH secrets were typed and could be kept. */
  sshSecrets: ('sshPassword' | 'sshPassphrase')[];
  missing: MissingPiece[];
  suggested: { name: string; environment: Environment };
}
