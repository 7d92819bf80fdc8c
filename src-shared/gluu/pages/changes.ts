import * as z from '../../base/zod';
import { SecretChange } from '../../model/server';
import { knownFields } from './field-texts';

const Known = z.enum(knownFields);

/** As the window sends changes: of known fields only. Whether the server's own page has them is asked of that page. */
export const ChangesInput = z.object({
  values: z.partialRecord(Known, z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()])),
  secrets: z.partialRecord(Known, SecretChange),
});
export type ChangesInput = z.output<typeof ChangesInput>;
