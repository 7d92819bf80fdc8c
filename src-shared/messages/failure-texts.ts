import { servedVersions } from '../gluu/served-versions';
import type { Failure } from '../model/failure';
import { english } from '../texts/en/english';
import { type Message, type MessageId, message, verbatim } from '../texts/message';
import { type KnownFacts, told } from '../texts/told';
import type { Sentences } from './sentences';

const isId = (id: string): id is MessageId => Object.hasOwn(english, id);

/** The port of the place where it failed; `none` where the place names no port. */
const portOf = (at = ''): string => /^(?:\[[^\]\s]*\]|[^:\s]+):(\d{1,5})(?=\s|$)/.exec(at)?.[1] ?? 'none';

/** A sentence that not every code has. One that is a fact alone is left out where the fact is not known. */
function ifKnown(id: string, facts: KnownFacts): Message | undefined {
  if (!isId(id)) return undefined;
  const only = /^\{(\w+)\}$/.exec(english[id])?.[1];
  return only !== undefined && facts[only] === undefined ? undefined : told(id, facts);
}

/** The sentences of a failure, with its facts, the port of its place and the versions that this console changes. */
export function sentencesOf({ code, facts, at }: Failure): Sentences {
  const known: KnownFacts = {
    ...facts,
    port: portOf(at),
    servedLeast: servedVersions.least,
    servedMost: servedVersions.most,
  };
  const why = ifKnown(`failure.${code}.why`, known);
  const todo = ifKnown(`failure.${code}.todo`, known);
  return { what: told(`failure.${code}.what`, known), ...(why ? { why } : {}), ...(todo ? { todo } : {}) };
}

/** A failure in one line: what happened, and the other side's own words or what was done by then; never a bare code. */
export function failureInShort(failure: Failure): Message {
  const { what, why } = sentencesOf(failure);
  const more = failure.detail ? verbatim(failure.detail) : failure.code === 'work.cancelled' ? why : undefined;
  return more ? message('failure.inShort', { what, more }) : what;
}
