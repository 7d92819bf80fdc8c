import { KeptMessage, KeptParam } from '../base/kept-message';
import * as z from '../base/zod';
import type { Failure } from './failure';
import { KeptCode } from './kept-code';
import { environments, ServerId } from './server';

/** One attribute, or one key inside an attribute's JSON. A secret leaves its place in the history, never a value. */
const HistoryChange = z
  .object({
    /** A code of what was changed (`codeOf`); histories from before 2026-12 hold its name in English. */
    field: z.string(),
    /** How many things it stands for, where it stands for several. */
    count: z.int().min(0).exactOptional(),
    attribute: z.string(),
    /** The JSON key inside the attribute. */
    key: z.string().exactOptional(),
    /** The attribute itself came with this write: there was none before. Of JSON attributes only. */
    added: z.literal(true).exactOptional(),
    /** All values, of a JSON key its exact JSON text; null where there was none, and for a secret. */
    before: z.array(z.string()).nullable(),
    after: z.array(z.string()).nullable(),
    secret: z.literal(true).exactOptional(),
    /** The side on which a secret was not set, i.e. absent, null or empty in JSON: it was set or cleared then, not replaced. */
    unset: z.enum(['before', 'after']).exactOptional(),
    /** Of a secret's ciphertexts, salted with a nonce of their own: enough to tell later which of the two is stored. */
    mark: z.object({ nonce: z.string(), before: z.string(), after: z.string() }).exactOptional(),
  })
  .refine(({ secret, before, after }) => !secret || (before === null && after === null), 'A secret carries no value.');
export type HistoryChange = z.output<typeof HistoryChange>;

const HistoryBegun = z.object({
  kind: z.literal('begun'),
  id: z.uuid(),
  /** Of which kind the write is (`kindOf`); histories from before 2026-12 do not say it. */
  what: z.string().exactOptional(),
  serverId: ServerId,
  serverName: z.string(),
  environment: z.enum(environments),
  host: z.string(),
  actor: z.object({ osUser: z.string(), bindDn: z.string() }),
  reason: z.string().exactOptional(),
  /** The write whose before-image this one puts back. */
  rollbackOf: z.uuid().exactOptional(),
  entries: z.array(
    z.object({
      dn: z.string(),
      /** The entry itself comes or goes; absent: attributes of an entry that stays. */
      operation: z.enum(['add', 'delete']).exactOptional(),
      /** Someone had changed other settings of the entry since it was loaded; those were kept. `fields`: as in a change. */
      mergedWith: z.object({ modifiersName: z.string().exactOptional(), fields: z.array(z.string()) }).exactOptional(),
      changes: z.array(HistoryChange),
    }),
  ),
});
export type HistoryBegun = z.output<typeof HistoryBegun>;

/** A Failure without its certificate, which is no part of what was written. */
const HistoryFailure = z.object({
  code: KeptCode,
  stage: z.string().exactOptional(),
  at: z.string().exactOptional(),
  reason: KeptMessage.exactOptional(),
  detail: z.string().exactOptional(),
  facts: z.record(z.string(), KeptParam).exactOptional(),
  fields: z.record(z.string(), KeptMessage).exactOptional(),
}) satisfies z.ZodType<Failure>;

const historyOutcomes = ['saved', 'notSaved', 'unknown'] as const;
type HistoryOutcome = (typeof historyOutcomes)[number];

const HistoryEnded = z.object({
  kind: z.literal('ended'),
  id: z.uuid(),
  outcome: z.enum(historyOutcomes),
  /** How the write was guarded against other writers. */
  check: z.enum(['assertion', 'weaker']).exactOptional(),
  /** When the server was read again and agreed. */
  verifiedAt: z.iso.datetime().exactOptional(),
  /** Whether the saved values were still there once the server's own refresh had run; absent if nobody looked. */
  held: z.boolean().exactOptional(),
  /** Saved where that refresh may put old values back, and not looked at since. */
  holding: z.literal(true).exactOptional(),
  failure: HistoryFailure.exactOptional(),
});
export type HistoryEnded = z.output<typeof HistoryEnded>;

/** What is appended before and after each write to a server. Fields that are not named here are dropped, never kept. */
export const HistoryRecord = z.discriminatedUnion('kind', [HistoryBegun, HistoryEnded]);
export type HistoryRecord = z.input<typeof HistoryRecord>;

/** A line of the history file is one of these and its record, in one JSON object. */
export const HistoryLink = z.object({
  /** 1, 2, 3 …: the order of the history, whatever the clock said. */
  seq: z.int().min(1),
  time: z.iso.datetime(),
  /** SHA-256 of the line before, in hex; empty in the first line. */
  prev: z.string().regex(/^([0-9a-f]{64})?$/),
});
export type HistoryLink = z.output<typeof HistoryLink>;

/** One write as the history tells it: how it began, and how it last ended. `pending`: it was never told how. */
export interface HistoryEntry extends Omit<HistoryBegun, 'kind'>, Omit<HistoryEnded, 'kind' | 'id' | 'outcome'> {
  seq: number;
  /** When it began, ISO 8601. */
  time: string;
  outcome: HistoryOutcome | 'pending';
  endedAt?: string;
}
