import { parseFormat } from './format';
import type { Message, MessageId, Param } from './message';

/** What is known, by the names that sentences have for it. */
export type KnownFacts = Readonly<Record<string, Param | undefined>>;

/**
 * A sentence of a part of the English catalogue with those of the facts that it asks for, and no others: what it does not say is
 * not sent and not kept with it.
 */
export function told<Id extends MessageId>(
  part: Readonly<Record<Id, string>>,
  id: NoInfer<Id>,
  facts: KnownFacts,
): Message {
  const params = [...asked(part[id])].flatMap((name) =>
    Object.hasOwn(facts, name) && facts[name] !== undefined ? [[name, facts[name]] as const] : [],
  );
  return params.length === 0 ? { id } : { id, params: Object.fromEntries(params) };
}

const known = new Map<string, ReadonlySet<string>>();

/** The facts that a sentence asks for. */
function asked(text: string): ReadonlySet<string> {
  const names = known.get(text) ?? parseFormat(text, 'en').arguments;
  known.set(text, names);
  return names;
}
