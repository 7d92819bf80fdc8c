import { useMemo } from 'react';
import { MAIL_TAB } from '../../src-shared/gluu/pages/pages';
import { type LintFinding, lint } from '../../src-shared/lint/lint';
import type { FieldId, OrganizationView, StoredBeside } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import type { Words } from '../../src-shared/texts/message';
import { brokenOn } from './on-tab';
import { errorsOf, fieldValue, type OrganizationState, secretChange, typedInto } from './organization-store';

/** What is wrong with the values on the screen. */
export interface Judged {
  /** Why a field cannot be saved. */
  errors: Partial<Record<FieldId, Words>>;
  /** What the values will cost with this Gluu version. */
  findings: readonly LintFinding[];
}

/** What is stored beside the form, as long as nobody chose something else in its place. */
export function storedUnder({ draft }: Pick<OrganizationState, 'draft'>, { stored }: OrganizationView): StoredBeside {
  const { connectProtectionStored: _, ...others } = stored;
  return 'smtpConnectProtection' in draft ? others : stored;
}

const keyStoreFields = ['smtpKeyStore', 'smtpKeyStoreAlias'] as const;

/** What the form has as key store, its alias and its password; undefined where the page has no such fields. */
export function keyStoreTyped(state: OrganizationState, view: OrganizationView): 'set' | 'notSet' | undefined {
  if (!view.fields.smtpKeyStore) return undefined;
  const texts = keyStoreFields.map((id) => state.draft[id] ?? view.fields[id]?.value ?? '');
  const password = secretChange(state, 'smtpKeyStorePassword');
  const hasPassword =
    password.kind === 'keep'
      ? (view.secrets.smtpKeyStorePassword?.state ?? 'none') !== 'none'
      : password.kind === 'replace' && password.value !== '';
  return hasPassword && texts.every((text) => String(text).trim() !== '') ? 'set' : 'notSet';
}

/** Judges the form whenever it changes, for all its fields at once. */
export const useJudged = (state: OrganizationState, { host }: ServerSummary): Judged =>
  useMemo(() => ({ errors: errorsOf(state), findings: findingsFor(state, host) }), [state, host]);

function findingsFor(state: OrganizationState, profileHost: string): LintFinding[] {
  const { view, page, draft } = state;
  if (!view || brokenOn(MAIL_TAB, page, view).length > 0) return [];
  const stored = Object.entries(view.fields).map(([id, field]) => [id, field?.value ?? null] as const);
  const typed = typedInto(page, draft).map(([field, value]) => [field.id, fieldValue(field, value) ?? null] as const);
  const values = Object.fromEntries([...stored, ...typed]);
  return lint({
    version: view.version,
    values,
    storedPassword: view.secrets.smtpPassword?.state ?? 'none',
    passwordChange: secretChange(state, 'smtpPassword'),
    stored: storedUnder(state, view),
    keyStore: keyStoreTyped(state, view) === 'set',
    facts: { profileHost },
  });
}
