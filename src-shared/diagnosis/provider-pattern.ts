import type { StageSeen } from '../model/probe';
import type { DiagnosisId } from './diagnosis-table';

/** One way a provider words a refusal whose codes alone do not say enough. */
export interface ProviderPattern {
  at: readonly StageSeen['step'][];
  codes: readonly number[];
  /** Empty: whatever the enhanced code is. */
  enhanced: readonly string[];
  words: RegExp;
  id: DiagnosisId;
  /** The row instead of `id` where the words name the recipient, and not the sender. */
  ofRecipient?: DiagnosisId;
}
