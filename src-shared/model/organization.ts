import * as z from '../base/zod';
import type { Message, Words } from '../texts/message';
import type { Failure } from './failure';
import type { SaltState } from './salt';
import { type SecretChange, ServerId } from './server';
import type { SmtpSettings } from './smtp-settings';
import type { VersionFacts } from './version';

/** Ids of what a page of Organization Configuration is made of (src-shared/gluu/pages). */
export type FieldId = string;
export type EntryId = string;
export type TabId = string;

/** A field's value: text, number or switch; null where nothing is stored. */
export type FieldValue = string | number | boolean | null;

export interface FieldView {
  id: FieldId;
  value: FieldValue;
  /** What is odd about the stored value, said before it is overwritten, e.g. that there are two. */
  oddities?: Message[];
  /** Why this field cannot be changed, where others can: its entry is not this account's to write. */
  fixed?: Message;
}

/**
 * What the salt that is kept here says of the stored SMTP password. `noSalt`: none is known; `wrongSalt`: it is not this
 * server's; `…Unproved`: it may not be. `decryptsGarbled`: to what the page of an old Gluu made of letters outside ASCII;
 * `decryptsDamaged`: to bytes that are no text; `layered`: to a text that decrypts again. `usedAsStored`: it does not decrypt, and
 * this version logs in with the stored text itself.
 */
export type StoredPassword =
  | 'none'
  | 'decrypts'
  | 'decryptsNonAscii'
  | 'decryptsGarbled'
  | 'decryptsDamaged'
  | 'layered'
  | 'usedAsStored'
  | 'doesNotDecrypt'
  | 'decryptsUnproved'
  | 'doesNotDecryptUnproved'
  | 'noSalt'
  | 'wrongSalt';

/** What can be said of a stored password without giving it away. */
export interface JudgedPassword {
  password: StoredPassword;
  /** It decrypts to a row of stars or dots: what a page shows in its place. */
  passwordIsMask: boolean;
  /** Equal to the `loginMark` of a test with the same password; absent where it cannot be read. */
  passwordMark?: string;
}

export interface StoredSecret {
  state: StoredPassword;
  /** Tells whether it is still the same one, and nothing else: it means something only inside this run of the app. */
  mark?: string;
}

/** Organization Configuration of one server as it was read at `loadedAt`. Carries no secret and no ciphertext. */
export interface OrganizationView {
  serverId: ServerId;
  /** Main keeps what it read under this id; a change is planned against it. */
  snapshotId: string;
  loadedAt: string;
  version: VersionFacts;
  fields: Partial<Record<FieldId, FieldView>>;
  /** No oxSmtpConfiguration is stored yet, as on a new installation: what the fields show is what Gluu would assume. */
  smtpAbsent: boolean;
  /** What the entries are called that fields hold as DNs. */
  names: Partial<Record<FieldId, string>>;
  /** Keys in the spelling of Gluu 3.1.1, of which this version reads nothing. */
  smtpOldKeys?: string[];
  secrets: Partial<Record<FieldId, StoredSecret>>;
  /** What is stored of the SMTP settings and that version's page does not show, or shows otherwise. */
  stored: StoredBeside;
  salt: SaltState;
  /** By attribute: why the fields in its JSON text cannot be edited, with the text as it is stored. */
  broken: Partial<Record<string, { why: Message; raw: string }>>;
  /** Why nothing can be written, if so. */
  notWritable?: Message;
  /** How a write is protected against other writers. */
  guard: 'assertion' | 'weaker';
}

/** What advice and verdict need of the stored SMTP settings beside the values of the form. */
export type StoredBeside = Partial<
  Pick<SmtpSettings, 'requiresSsl' | 'connectProtectionStored' | 'keyStore' | 'keyStorePassword'>
>;

/** The user's changes: only changed fields. `null` clears a value; a secret that is not named is kept. */
export interface Changes {
  values: Partial<Record<FieldId, FieldValue>>;
  secrets: Partial<Record<FieldId, SecretChange>>;
}

/** The secrets that are replaced or cleared. */
export const changedSecrets = ({ secrets }: Pick<Changes, 'secrets'>): FieldId[] =>
  Object.keys(secrets).filter((id) => (secrets[id]?.kind ?? 'keep') !== 'keep');

export const SnapshotRef = z.object({ serverId: ServerId, snapshotId: z.uuid() });

export interface PlanRow {
  field: FieldId;
  label: Message;
  attribute: string;
  key?: string;
  /** A string is a stored or typed value. */
  before: Words;
  after: Words;
  /** Secrets are told apart by a fingerprint that means something only inside this run of the app. */
  secret: boolean;
  note?: Message;
}

/** What Update would write. Nothing is written without this plan's id. */
export interface ChangePlan {
  planId: string;
  serverName: string;
  environment: string;
  host: string;
  rows: PlanRow[];
  guard: 'assertion' | 'weaker';
  /** The server's name has to be typed. */
  typeName: boolean;
  warnings: Message[];
}

/** Settings that someone else changed since they were read, by entry; `by`: whose write was the last one there, as a DN. */
export type ChangedSince = { labels: Message[]; by?: string }[];

export interface ConflictRow {
  field: FieldId;
  label: Message;
  mine: Words;
  theirs: Words;
  loaded: Words;
}

/** A saved change that is looked at once more after the server's own refresh. */
export interface Watched {
  historyId: string;
  /** When that will be, ISO 8601. */
  until: string;
}

/**
 * How Update ended. `notSaved` names the fields of entries that were written before the failure, if any. `unknown` keeps
 * being verified: main reads again until it knows.
 */
export type UpdateOutcome =
  | { kind: 'saved'; view?: OrganizationView; check: 'assertion' | 'weaker'; notes: Message[]; watched?: Watched }
  | { kind: 'notSaved'; failure: Failure; saved: FieldId[]; view?: OrganizationView }
  | { kind: 'conflict'; rows: ConflictRow[]; view: OrganizationView }
  | { kind: 'unknown'; failure: Failure; historyId: string };

/** A value that someone changed since the write that is to be rolled back. */
export interface RollbackRow {
  label: Words;
  attribute: string;
  key?: string;
  /** Before that write. */
  before: Words;
  /** What that write left. */
  written: Words;
  /** On the server now. */
  now: Words;
}

/**
 * What a rollback would do: a plan, which Update carries out under the same guards, with a reason to start from; nothing,
 * since all is as it was before; or nothing, since someone changed values since.
 */
export type RollbackOutcome =
  | { kind: 'plan'; plan: ChangePlan; reason: Message }
  | { kind: 'nothing' }
  | { kind: 'conflict'; rows: RollbackRow[] };
