import { connectionEntries } from './connection-entries';
import { deliveryEntries } from './delivery-entries';
import type { DiagnosisEntry } from './diagnosis-entry';
import { envelopeEntries } from './envelope-entries';
import { loginEntries } from './login-entries';
import { tlsEntries } from './tls-entries';

const entries = {
  ...connectionEntries,
  ...tlsEntries,
  ...loginEntries,
  ...envelopeEntries,
  ...deliveryEntries,
};
export type DiagnosisId = keyof typeof entries;

/** Everything that can be found out about a mail server, by its id. */
export const diagnoses: Readonly<Record<DiagnosisId, DiagnosisEntry>> = entries;
