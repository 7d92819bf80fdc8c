import { useMemo } from 'react';
import { type LintFinding, lint } from '../../src-shared/lint/lint';
import type { FieldValue } from '../../src-shared/model/organization';
import type { FieldId } from '../../src-shared/model/organization-fields';
import type { ServerSummary } from '../../src-shared/model/server';
import { errorsOf, fieldValue, type OrganizationState } from './organization-store';

/** What is wrong with the values on the screen. */
export interface Judged {
  /** Why a field cannot be saved. */
  errors: Partial<Record<FieldId, string>>;
  /** What the values will cost with this Gluu version. */
  findings: readonly LintFinding[];
}

/** Judges the form whenever it changes, for all its fields at once. */
export const useJudged = (state: OrganizationState, { host }: ServerSummary): Judged =>
  useMemo(() => ({ errors: errorsOf(state), findings: findingsFor(state, host) }), [state, host]);

function findingsFor({ view, draft, password }: OrganizationState, profileHost: string): LintFinding[] {
  if (!view || view.brokenSmtp) return [];
  const stored = Object.entries(view.fields).map(([id, field]) => [id, field?.value ?? null] as const);
  const typed = Object.entries(draft).map(([id, value]) => [id, fieldValue(id as FieldId, value) ?? null] as const);
  const values = Object.fromEntries([...stored, ...typed]) as Partial<Record<FieldId, FieldValue>>;
  return lint({
    version: view.version,
    values,
    storedPassword: view.password,
    passwordChange: password,
    facts: { profileHost },
  });
}
