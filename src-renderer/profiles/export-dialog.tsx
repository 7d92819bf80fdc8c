import { useState } from 'react';
import { counted } from '../../src-shared/counted';
import type { Failure } from '../../src-shared/failure';
import { type ExportPlan, MIN_PASSPHRASE, Passphrase } from '../../src-shared/model/profile-transfer';
import type { ServerId } from '../../src-shared/model/server';
import { matchesQuery } from '../../src-shared/model/server-list';
import { invoke } from '../ipc';
import { useFleet } from '../servers/fleet-store';
import { useServers } from '../servers/servers-store';
import { closeFront } from '../shell/app-store';
import { tell } from '../shell/task';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput, Toggle } from '../ui/field';
import { LeftBehindList } from './left-behind-list';
import { PickServers } from './pick-servers';

/** Chosen servers go to one file; their secrets only under a passphrase that is typed twice. */
export function ExportDialog() {
  const { servers, query } = useServers();
  const own = servers.filter(({ demo }) => !demo);
  const [chosen, setChosen] = useState<ReadonlySet<ServerId>>(
    () =>
      new Set(
        own.filter((server) => matchesQuery(server, query, useFleet.getState().health[server.id])).map(({ id }) => id),
      ),
  );
  const [withSecrets, setWithSecrets] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [plan, setPlan] = useState<ExportPlan>();
  const [failure, setFailure] = useState<Failure>();

  const close = () => {
    void invoke('profiles.forget', undefined);
    closeFront();
  };
  /** What was prepared is no longer what is chosen. */
  const changed = () => {
    setPlan(undefined);
    setFailure(undefined);
  };

  async function save({ exportId, servers: count }: ExportPlan): Promise<void> {
    const result = await invoke('profiles.export', { exportId });
    setBusy(false);
    if (!result.ok) setFailure(result.failure);
    else if (result.value.saved) {
      tell(counted(count, 'server'), 'exported');
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

  const off = busy ? 'Working' : reasonAgainst(chosen.size, withSecrets, passphrase, again);
  const waits = plan && plan.leftBehind.length > 0 ? plan : undefined;
  return (
    <Dialog
      title="Export servers"
      width="wide"
      onClose={close}
      actions={
        <>
          <Button onClick={close} keys="Esc">
            Cancel
          </Button>
          {waits ? (
            <Button look="main" off={busy ? 'Working' : undefined} onClick={() => void save(waits)}>
              Save without these secrets
            </Button>
          ) : (
            <Button look="main" off={off} onClick={() => void prepare()}>
              Export {counted(chosen.size, 'server')}
            </Button>
          )}
        </>
      }
    >
      <p className="dim">
        One file with everything of these servers but their secrets: places, routes, trusted certificates, groups and
        notes. Demo servers stay here.
      </p>
      {own.length === 0 ? <p>There is no server to export yet.</p> : null}
      <PickServers
        servers={own}
        found={query.trim() === '' ? undefined : query}
        chosen={chosen}
        onChange={(next) => {
          changed();
          setChosen(next);
        }}
      />
      <FieldRow
        label="With secrets"
        note={
          <p className="note">
            {withSecrets
              ? 'Passwords, salts and SSH secrets go along, sealed by the passphrase. It is not kept anywhere: without it they are lost.'
              : 'Passwords and salts stay in the keychain of this computer.'}
          </p>
        }
      >
        {({ id, describedBy }) => (
          <Toggle
            id={id}
            describedBy={describedBy}
            checked={withSecrets}
            onChange={(checked) => {
              changed();
              setWithSecrets(checked);
            }}
          />
        )}
      </FieldRow>
      {withSecrets ? (
        <>
          <PassphraseField label="Passphrase" value={passphrase} onChange={setPassphrase} onEdit={changed} />
          <PassphraseField label="The same again" value={again} onChange={setAgain} onEdit={changed} />
        </>
      ) : null}
      {waits ? <LeftBehindList list={waits.leftBehind} title="These secrets cannot be read and stay behind:" /> : null}
      {failure ? <FailureNotice failure={failure} /> : null}
    </Dialog>
  );
}

interface PassphraseFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  onEdit(): void;
}
function PassphraseField({ label, value, onChange, onEdit }: PassphraseFieldProps) {
  return (
    <FieldRow label={label}>
      {({ id, describedBy, invalid }) => (
        <TextInput
          id={id}
          describedBy={describedBy}
          invalid={invalid}
          type="password"
          value={value}
          onChange={(next) => {
            onEdit();
            onChange(next);
          }}
        />
      )}
    </FieldRow>
  );
}

function reasonAgainst(count: number, withSecrets: boolean, passphrase: string, again: string): string | undefined {
  if (count === 0) return 'Choose at least one server.';
  if (!withSecrets) return undefined;
  if (passphrase.length < MIN_PASSPHRASE) return `The passphrase needs at least ${MIN_PASSPHRASE} characters.`;
  if (!Passphrase.safeParse(passphrase).success) return 'The passphrase is too long.';
  return passphrase === again ? undefined : 'The two passphrases differ.';
}
