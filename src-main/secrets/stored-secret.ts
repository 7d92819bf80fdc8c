import type * as z from '../../src-shared/base/zod';
import { message } from '../../src-shared/texts/message';
import { unusable } from './keychain';

const damaged = () => unusable(message('failure.reason.secretDamaged'));

/** Reads what the keychain holds as JSON of that schema. Throws AppError `secret.unusable`, which quotes nothing of it. */
export function readStored<T>(schema: z.ZodType<T>, text: string): T {
  const stored = schema.safeParse(parseJson(text));
  if (!stored.success) throw damaged();
  return stored.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not passed on as the cause: V8 quotes the text, which may be a secret, in the message.
    throw damaged();
  }
}
