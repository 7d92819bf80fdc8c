import { KeptMessage, KeptParam } from '../base/kept-message';
import * as z from '../base/zod';
import type { Failure } from './failure';
import { KeptCode } from './kept-code';
import type { ServerId } from './server';

/** What is kept of a failure: enough for its sentences, no certificate and no form field. */
const KeptFailure = z.object({
  code: KeptCode,
  stage: z.string().exactOptional(),
  at: z.string().exactOptional(),
  reason: KeptMessage.exactOptional(),
  detail: z.string().exactOptional(),
  facts: z.record(z.string(), KeptParam).exactOptional(),
});

/** How a server was found last. Nothing in it is secret; all of it survives a restart. */
export const ServerHealth = z.object({
  state: z.enum(['ok', 'failed', 'unknown', 'checking', 'skipped']),
  /** End of the last check, ISO 8601. */
  at: z.string().exactOptional(),
  /** The last time it answered as it should. */
  seenAt: z.string().exactOptional(),
  /** How long the last check that succeeded took, in ms. */
  ms: z.number().exactOptional(),
  version: z.string().exactOptional(),
  /** End of the certificate it showed, ISO 8601. */
  certificateValidTo: z.string().exactOptional(),
  failure: KeptFailure.exactOptional(),
  /** Why it is not checked in the background. */
  why: KeptMessage.exactOptional(),
});
export type ServerHealth = z.output<typeof ServerHealth>;

/** Health and last opening of every server, and whether the checks rest. */
export interface HealthView {
  paused: boolean;
  collapsed: string[];
  health: Record<ServerId, ServerHealth>;
  /** ISO 8601, by server. */
  openedAt: Record<ServerId, string>;
}

/** How many servers were checked, and how many of them were reached. */
export interface ManyChecked {
  checked: number;
  reached: number;
}

/** A failure as it is kept. */
export function keptFailure({ code, stage, at, detail, facts }: Failure): z.output<typeof KeptFailure> {
  return {
    code,
    ...(stage === undefined ? {} : { stage }),
    ...(at === undefined ? {} : { at }),
    ...(detail === undefined ? {} : { detail }),
    ...(facts === undefined ? {} : { facts }),
  };
}
