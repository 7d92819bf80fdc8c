import type { Failure, FailureCode } from '../model/failure';
import { failures } from '../texts/en/failures';
import { type ArgsOf, type Message, message, verbatim } from '../texts/message';
import { type KnownFacts, told } from '../texts/told';
import type { Sentences } from './sentences';

/** What a sentence asks for; nothing of it is needed where it is a fact alone, because it is left out without. */
type AskedBy<Id extends string> = Id extends FailureSentence
  ? (typeof failures)[Id] extends `{${infer Name}}`
    ? Name extends `${string}${' ' | '}'}${string}`
      ? ArgsOf<Id>
      : Partial<ArgsOf<Id>>
    : ArgsOf<Id>
  : unknown;

/** The facts that the sentences of a failure ask for, but for those that `sentencesOf` knows by itself. */
export type FactsOf<Code extends FailureCode> = Omit<
  AskedBy<`failure.${Code}.what`> & AskedBy<`failure.${Code}.why`> & AskedBy<`failure.${Code}.todo`>,
  'port' | 'servedLeast' | 'servedMost'
>;

type FailureSentence = keyof typeof failures;
const isId = (id: string): id is FailureSentence => Object.hasOwn(failures, id);

/** The port of the place where it failed; `none` where the place names no port. */
const portOf = (at = ''): string => /^(?:\[[^\]\s]*\]|[^:\s]+):(\d{1,5})(?=\s|$)/.exec(at)?.[1] ?? 'none';

/** A sentence that not every code has. One that is a fact alone is left out where the fact is not known. */
function ifKnown(id: string, facts: KnownFacts): Message | undefined {
  if (!isId(id)) return undefined;
  const only = /^\{(\w+)\}$/.exec(failures[id])?.[1];
  return only !== undefined && facts[only] === undefined ? undefined : told(failures, id, facts);
}

/** The sentences of a failure, with its facts and the port of its place. */
export function sentencesOf({ code, facts, at }: Failure): Sentences {
  const known: KnownFacts = { ...facts, port: portOf(at) };
  const why = ifKnown(`failure.${code}.why`, known);
  const todo = ifKnown(`failure.${code}.todo`, known);
  return { what: told(failures, `failure.${code}.what`, known), ...(why ? { why } : {}), ...(todo ? { todo } : {}) };
}

/** A failure in one line: what happened, the reason or what was done by then, and the other side's own words; never a bare code. */
export function failureInShort(failure: Failure): Message {
  const { what, why } = sentencesOf(failure);
  const { reason, detail, code } = failure;
  const more = [reason, code === 'work.cancelled' ? why : undefined, detail ? verbatim(detail) : undefined];
  const said = more.filter((sentence) => sentence !== undefined);
  return said.length === 0
    ? what
    : message('failure.inShort', { sentences: { list: [what, ...said], as: 'sentences' } });
}
