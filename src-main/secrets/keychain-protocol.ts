import * as z from '../../src-shared/base/zod';

interface Entry {
  id: number;
  service: string;
  account: string;
}

/** What the core asks the keychain's process, one at a time. */
export type KeychainRequest =
  | ({ op: 'get' } & Entry)
  | ({ op: 'set'; value: string } & Entry)
  | ({ op: 'remove' } & Entry)
  | ({ op: 'accounts' } & Omit<Entry, 'account'>);

/** The process's answer to the request with the same `id`; `text` is the system's own, and never holds a value. */
export const KeychainReply = z.discriminatedUnion('op', [
  z.strictObject({ id: z.int(), op: z.literal('get'), value: z.string().nullable() }),
  z.strictObject({ id: z.int(), op: z.literal('set') }),
  z.strictObject({ id: z.int(), op: z.literal('remove') }),
  z.strictObject({ id: z.int(), op: z.literal('accounts'), accounts: z.array(z.string()) }),
  z.strictObject({ id: z.int(), op: z.literal('failed'), text: z.string() }),
]);
export type KeychainReply = z.output<typeof KeychainReply>;
