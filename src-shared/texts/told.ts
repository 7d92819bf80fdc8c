import { english } from './en/english';
import type { Message, MessageId, Param } from './message';

/** What is known, by the names that sentences have for it. */
export type KnownFacts = Readonly<Record<string, Param | undefined>>;

/** A sentence with those of the facts that it asks for, and no others: what it does not say is not sent and not kept with it. */
export function told(id: MessageId, facts: KnownFacts): Message {
  const asked = [...english[id].matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name);
  const params = asked.flatMap((name) =>
    Object.hasOwn(facts, name) && facts[name] !== undefined ? [[name, facts[name]] as const] : [],
  );
  return params.length === 0 ? { id } : { id, params: Object.fromEntries(params) };
}
