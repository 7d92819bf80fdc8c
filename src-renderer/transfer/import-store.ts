import { create } from 'zustand';
import type { Failure } from '../../src-shared/model/failure';
import type { ImportAction, ImportOutcome, ImportPreview, ImportRow } from '../../src-shared/model/transfer';
import { closeFront, openFront } from '../state/app-store';
import { forgetChecks } from '../state/check-store';
import { invoke } from '../state/ipc';
import { loadServers, saltChanged, useServers } from '../state/servers-store';

export interface RowChoice {
  action: ImportAction;
  keepWritable: boolean;
}
interface ImportStore {
  preview: ImportPreview | undefined;
  /** By row. */
  choices: RowChoice[];
  busy: boolean;
  failure: Failure | undefined;
  outcome: ImportOutcome | undefined;
}
const nothing: ImportStore = {
  preview: undefined,
  choices: [],
  busy: false,
  failure: undefined,
  outcome: undefined,
};

export const useImport = create<ImportStore>(() => nothing);

/** What is new is added; what is here already stays as it is until the user says otherwise. */
const firstChoice = ({ standing }: ImportRow): RowChoice => ({
  action: standing === 'new' ? 'add' : 'skip',
  keepWritable: false,
});

/** Main asks for the file in its own dialog; then what it would change is shown. */
export async function openImport(): Promise<void> {
  const result = await invoke('profiles.open', undefined);
  if (result.ok && !result.value) return;
  if (result.ok && result.value)
    useImport.setState({ ...nothing, preview: result.value, choices: result.value.rows.map(firstChoice) });
  else if (!result.ok) useImport.setState({ ...nothing, failure: result.failure });
  openFront({ kind: 'importProfiles' });
}

/** Leaves the dialog; main drops the file with its secrets. */
export function closeImport(): void {
  useImport.setState(nothing);
  closeFront();
  void invoke('profiles.forget', undefined);
}

export const choose = (row: number, change: Partial<RowChoice>): void =>
  useImport.setState(({ choices }) => ({
    choices: choices.map((choice, index) => (index === row ? { ...choice, ...change } : choice)),
  }));

/** The same for every profile that differs from one here. */
export const chooseForDiffering = (action: ImportAction): void =>
  useImport.setState(({ choices, preview }) => ({
    choices: choices.map((choice, index) =>
      preview?.rows[index]?.standing === 'differs' ? { ...choice, action } : choice,
    ),
  }));

export async function openSecrets(passphrase: string): Promise<void> {
  const { preview } = useImport.getState();
  if (!preview) return;
  useImport.setState({ busy: true, failure: undefined });
  const result = await invoke('profiles.unseal', { previewId: preview.previewId, passphrase });
  useImport.setState(result.ok ? { busy: false, preview: result.value } : { busy: false, failure: result.failure });
}

export async function importChosen(): Promise<void> {
  const { preview, choices } = useImport.getState();
  if (!preview) return;
  useImport.setState({ busy: true, failure: undefined });
  const result = await invoke('profiles.import', {
    previewId: preview.previewId,
    choices: choices.map((choice, row) => ({ row, ...choice })),
  });
  useImport.setState(result.ok ? { busy: false, outcome: result.value } : { busy: false, failure: result.failure });
  if (!result.ok) return;
  if (result.value.replaced > 0) {
    forgetChecks();
    for (const { id } of useServers.getState().servers) saltChanged.emit(id);
  }
  await loadServers();
}
