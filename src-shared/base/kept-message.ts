import { type Message, type MessageId, type Param, verbatim } from '../texts/message';
import * as z from './zod';

/** Longest text that is kept as a fact of a sentence, in UTF-16 units. */
const LONGEST = 2000;
const MOST = 200;

const words = z.string().max(LONGEST);
// An id of a later version stays as it is: `say` tells that it is not known.
const id = z.string().max(100) as unknown as z.ZodType<MessageId>;
const When = z.strictObject({ at: words, as: z.enum(['day', 'time', 'minute', 'moment']) });
const Listed = z.strictObject({
  list: z.array(z.union([words, z.lazy((): z.ZodType<Message> => MessageData)])).max(MOST),
  as: z.enum(['and', 'or', 'plain', 'sentences']),
});

/** A fact of a sentence, as it lies in a file. */
export const KeptParam: z.ZodType<Param> = z.union([
  words,
  z.number(),
  When,
  Listed,
  z.lazy((): z.ZodType<Message> => MessageData),
]);

const MessageData: z.ZodType<Message> = z.strictObject({
  id,
  params: z.record(z.string().max(100), KeptParam).exactOptional(),
});

/** A sentence as it lies in a file: data, or the words that an earlier version kept, as an entry of a history shows them. */
export const KeptMessage: z.ZodType<Message> = z.union([MessageData, words.transform(verbatim)]);
