import * as z from '../base/zod';
import { type FailureCode, failureCodes } from './failure';

/** The code of a failure in a file, which another version may have written: one that this version does not know says no more than that. */
export const KeptCode = z
  .string()
  .transform((code): FailureCode => failureCodes.find((known) => known === code) ?? 'internal');
