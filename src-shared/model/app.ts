import * as z from '../base/zod';
import { type Language, languages } from '../texts/languages';
import { type Message, message } from '../texts/message';
import type { TextsChoice as Choice, Speech } from '../texts/speech';
import { ServerId } from './server';
import { themes } from './theme';

export const Theme = z.enum(themes);
export type Theme = z.output<typeof Theme>;

/** Language and times, as the user has chosen them. */
export const TextsChoice: z.ZodType<Choice> = z.strictObject({
  language: z.enum(['system', ...languages]),
  clock: z.enum(['language', '24']),
  days: z.enum(['language', 'iso']),
});

/** What was chosen of language and times, what the system alone would give, and what is spoken. */
export interface TextsState {
  chosen: Choice;
  system: Language;
  speech: Speech;
}

/** After how many idle minutes the app locks itself; 0 is never. */
export const autoLockMinutes = [0, 5, 15, 30, 60] as const;
export const AutoLock = z.strictObject({
  afterMinutes: z.union(autoLockMinutes.map((minutes) => z.literal(minutes))),
  /** Also when the screen is locked or the computer goes to sleep. */
  withScreen: z.boolean(),
});
export type AutoLock = z.output<typeof AutoLock>;

/** What was typed into Organization Configuration and not saved, per server and field, without secrets. */
export const KeptDrafts = z.record(
  z.uuid(),
  z.record(z.string().max(100), z.union([z.string().max(100_000), z.boolean()])),
);
export type KeptDrafts = z.output<typeof KeptDrafts>;

/** The tabs of a server, in their order. */
export const serverTabs = ['overview', 'organization', 'reset', 'users', 'history'] as const;
export type ServerTab = (typeof serverTabs)[number];
export const serverTabLabel = (tab: ServerTab): Message => message(`app.tab.${tab}`);

/** What a new window goes on with after a lock or a crash. */
export const KeptWork = z.object({
  drafts: KeptDrafts,
  /** The server that was shown, if one was. */
  shown: z
    .object({
      serverId: ServerId,
      tab: z.enum(serverTabs),
      organizationTab: z.string().max(40),
    })
    .exactOptional(),
});
export type KeptWork = z.output<typeof KeptWork>;

/** Something the user is told once at start, e.g. that a broken file was set aside. */
export interface Notice {
  id: string;
  tone: 'info' | 'warn' | 'bad';
  title: Message;
  /** Whole sentences, one after the other. */
  text: readonly Message[];
}

/**
 * What becomes of the memory of a process that crashes: no file is written; one without memory is; or, which a computer can
 * force by its own settings, nothing was achieved.
 */
export type CoreDumps = 'none' | 'empty' | 'whole';

/** A package that the app contains, with its own licence. */
export const PackageNotice = z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });
export type PackageNotice = z.output<typeof PackageNotice>;

/** The licence of the app itself, and those of what it contains, as the build wrote them (scripts/third-party-notices.mjs). */
export const Licences = z.object({ own: z.string(), packages: z.array(PackageNotice) });
export type Licences = z.output<typeof Licences>;

/** A message in the demo fleet's inbox. Everything in it is hostile input. */
export interface DemoMessageHead {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
}
export interface DemoMessage extends DemoMessageHead {
  text: string;
  headers: [name: string, value: string][];
  encrypted: boolean;
  authenticatedAs?: string;
}
