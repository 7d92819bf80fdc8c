import { problem, shows } from '../base/problem';
import * as z from '../base/zod';
import { type Message, message } from '../texts/message';
import type { Failure } from './failure';
import { invisibleProblem } from './host';
import { mailAddressProblem } from './mail-address';
import { ServerId } from './server';

/** People per page of a search. */
export const PAGE_SIZE = 50;
/** How far one can page on. A page may have to read the ones before again, so this bounds what it can cost. */
const MAX_OFFSET = 200_000;
/** Begins the uid of every test user of this console. */
export const TEST_UID_PREFIX = 'gluu-console-test-';
/** oxTrust's own bounds for a new password (its bean validation). */
const PASSWORD_LENGTH = { least: 3, most: 60 };

const onServer = z.object({ serverId: ServerId });
/** As a search gave it; main looks whether it lies below the people branch. */
const PersonDn = z.string().min(1).max(2000);
const Password = z
  .string()
  .min(PASSWORD_LENGTH.least, problem(message('problem.password.tooShort')))
  .max(PASSWORD_LENGTH.most, problem(message('problem.password.tooLong')))
  .refine((text) => text.trim() !== '', problem(message('problem.password.spaces')));
const name = (empty: Message) => z.string().trim().min(1, problem(empty)).max(80).check(shows(invisibleProblem));
const address = z.string().trim().check(shows(mailAddressProblem));

/** `anywhere`: also inside of words, which no index helps with. The empty text finds everybody. */
export const UserSearch = onServer.extend({
  text: z.string().max(300).trim(),
  anywhere: z.boolean(),
  /** The `next` of the page before; 0 for the first. */
  offset: z.int().min(0).max(MAX_OFFSET),
});
export type UserSearch = z.output<typeof UserSearch>;

export const UserRef = onServer.extend({ dn: PersonDn });
/** An address is looked up as it is typed, well formed or not: what is stored may be odd, too. */
export const UserPick = onServer.extend({
  address: z
    .string()
    .trim()
    .min(1, problem(message('problem.mail.empty')))
    .max(320),
});
export const UserDuplicates = onServer;
export const UserLeftovers = onServer;

const guarded = { typedName: z.string().max(200).optional(), reason: z.string().trim().max(500).optional() };

/** Without a password main makes one up; nobody gets to see it, and main keeps it until the app ends. */
export const NewTestUser = onServer.extend({
  givenName: name(message('problem.firstName')),
  sn: name(message('problem.lastName')),
  mail: address,
  password: Password.optional(),
  ...guarded,
});
export type NewTestUser = z.output<typeof NewTestUser>;

/** Without a password main uses the one it made up or was last given for this user. */
export const TestLogin = UserRef.extend({ password: Password.optional() });
export const TestUserRemoval = UserRef.extend(guarded);
export type TestUserRemoval = z.output<typeof TestUserRemoval>;

/** A person as a list shows one. All but `dn` is safe to show; `dn` only names the entry. */
export interface PersonSummary {
  dn: string;
  inum: string;
  uid: string;
  displayName: string;
  /** All values up to a limit; `moreMails` says how many there are beyond. */
  mails: string[];
  moreMails: number;
  /** As stored; empty if there is none. Gluu knows active, inactive, expired and register. */
  status: string;
  /** Marked as a test user of this console. */
  testUser: boolean;
}

export interface UserPage {
  people: PersonSummary[];
  offset: number;
  /** More exist, or may exist where `onlyExact`; they begin here. */
  next?: number;
  /** Nobody was looked for yet but those whose uid, mail or inum is the text. */
  onlyExact?: boolean;
}

/** Both are needed for Gluu to ask: a question alone is not asked. */
export type SecretQuestion = 'set' | 'questionOnly' | 'none';

export interface Person extends PersonSummary {
  givenName: string;
  sn: string;
  secretQuestion: SecretQuestion;
  /** Names of the groups, or the DN where the group has none or lies elsewhere. */
  groups: string[];
  moreGroups: number;
  /** ISO 8601, where the server tells. */
  created?: string;
  updated?: string;
}

/** What this version does for an address that nobody has; `either`: LDAP cannot tell two releases apart here. */
export type ForUnknownAddress = 'tells' | 'silent' | 'either';

export interface PickResult {
  address: string;
  /** Everybody with this value in mail, in Gluu's order; the first is picked. */
  hits: PersonSummary[];
  /** How many there are, listed or not. */
  count: number;
  /** Nobody counted to the end: there are more than `count`, and the order is not known. */
  more: boolean;
  /** How many stand first with the same display name. */
  tied: number;
  /** Whether the first is certain: not if there are more, nor among equal names before 3.0. */
  sure: boolean;
  unknownAddress: ForUnknownAddress;
  /** The same in sentences. */
  sentences: Message[];
}

export interface DuplicateMail {
  /** The value as the directory compares it: lower case, blanks made one. */
  mail: string;
  /** How many people have it. */
  count: number;
  /** In Gluu's order, up to a limit: the first is picked. */
  people: PersonSummary[];
  /** As in PickResult. */
  tied: number;
  sure: boolean;
}

export interface DuplicateReport {
  /** How many people were read. */
  people: number;
  withoutMail: number;
  /** The first of those. */
  withoutMailPeople: PersonSummary[];
  duplicates: DuplicateMail[];
  /** Further values that are not listed. */
  more: number;
}

/** How a write of test users ended. `unknown`: nobody saw it end; the history entry is settled by the next look for leftovers. */
export type TestUserEnd =
  | { kind: 'saved'; historyId: string; dn: string; person?: PersonSummary }
  | { kind: 'unknown'; historyId: string; dn: string; failure: Failure };

export type TestLoginResult = { loggedIn: true; boundAs: string } | { loggedIn: false; failure: Failure };

export interface Leftovers {
  people: PersonSummary[];
  more: boolean;
}
