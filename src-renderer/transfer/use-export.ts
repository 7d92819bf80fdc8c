import { useState } from 'react';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { type ExportPlan, MIN_PASSPHRASE, Passphrase } from '../../src-shared/model/transfer';
import { type Message, message } from '../../src-shared/texts/message';
import { closeFront } from '../state/app-store';
import { invoke } from '../state/ipc';
import { tell } from '../state/task';

/** Which of `own` are exported and how, from the choice to the file. A choice that changes drops what was prepared. */
export function useExport(own: readonly ServerSummary[], atFirst: () => ReadonlySet<ServerId>) {
  const [chosen, setChosen] = useState(atFirst);
  const [withSecrets, setWithSecrets] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [plan, setPlan] = useState<ExportPlan>();
  const [failure, setFailure] = useState<Failure>();

  /** What was prepared is no longer what is chosen. */
  function changed(): void {
    setPlan(undefined);
    setFailure(undefined);
  }
  /** Sets one of the choices. */
  const choosing =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      changed();
      set(value);
    };

  async function save({ exportId, servers: count }: ExportPlan): Promise<void> {
    const result = await invoke('profiles.export', { exportId });
    setBusy(false);
    if (!result.ok) setFailure(result.failure);
    else if (result.value.saved) {
      tell(undefined, message('transfer.export.done', { n: count }));
      closeFront();
    }
  }
  async function prepare(): Promise<void> {
    setBusy(true);
    changed();
    const serverIds = own.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    const result = await invoke('profiles.prepareExport', { serverIds, ...(withSecrets ? { passphrase } : {}) });
    if (!result.ok) {
      setBusy(false);
      setFailure(result.failure);
      return;
    }
    setPlan(result.value);
    if (result.value.leftBehind.length === 0) await save(result.value);
    else setBusy(false); // the user is told first
  }

  return {
    ...{ chosen, withSecrets, passphrase, again, busy, failure, save, prepare },
    choose: choosing(setChosen),
    chooseSecrets: choosing(setWithSecrets),
    typePassphrase: choosing(setPassphrase),
    typeAgain: choosing(setAgain),
    /** What is ready but for secrets that cannot be read. */
    waits: plan && plan.leftBehind.length > 0 ? plan : undefined,
    off: busy ? message('transfer.working') : reasonAgainst(chosen.size, withSecrets, passphrase, again),
  };
}

function reasonAgainst(count: number, withSecrets: boolean, passphrase: string, again: string): Message | undefined {
  if (count === 0) return message('transfer.export.off.none');
  if (!withSecrets) return undefined;
  if (passphrase.length < MIN_PASSPHRASE) return message('transfer.export.off.short', { min: MIN_PASSPHRASE });
  if (!Passphrase.safeParse(passphrase).success) return message('transfer.export.off.long');
  return passphrase === again ? undefined : message('transfer.export.off.differ');
}
