import { type FormEvent, useState } from 'react';
import { counted } from '../../src-shared/base/counted';
import { momentText } from '../../src-shared/base/moment';
import { commandLabel } from '../../src-shared/model/commands';
import type { ImportOutcome, ImportPreview } from '../../src-shared/model/transfer';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { FieldRow, TextInput } from '../ui/field';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import { ImportRowView } from './import-row';
import { chooseForDiffering, closeImport, importChosen, openImport, openSecrets, useImport } from './import-store';
import { LeftBehindList } from './left-behind-list';
import css from './transfer.module.css';

/** What a file would change, profile by profile. Nothing is changed before Import is pressed here. */
export function ImportDialog() {
  const say = useSay();
  const { preview, choices, busy, failure, outcome } = useImport();
  if (outcome) return <Outcome outcome={outcome} />;
  if (!preview) {
    return (
      <Dialog
        title="Nothing was imported"
        onClose={closeImport}
        actions={
          <>
            <Button onClick={closeImport}>Close</Button>
            <Button look="main" onClick={() => void openImport()}>
              Choose another file
            </Button>
          </>
        }
      >
        {failure ? <FailureNotice failure={failure} /> : null}
      </Dialog>
    );
  }
  const count = choices.filter(({ action }) => action !== 'skip').length;
  const off = busy ? 'Working' : count === 0 ? 'Every server is skipped.' : undefined;
  const differing = preview.rows.filter(({ standing }) => standing === 'differs').length;
  return (
    <Dialog
      title={`${say(commandLabel('importProfiles'))} from ${preview.file}`}
      width="wide"
      onClose={closeImport}
      actions={
        <>
          <Button onClick={closeImport} keys="Esc">
            Cancel
          </Button>
          <Button look="main" off={off} onClick={() => void importChosen()}>
            Import {counted(count, 'server')}
          </Button>
        </>
      }
    >
      <p className="dim">
        {summaryOf(preview)} Exported {momentText(preview.exportedAt)} by version {preview.appVersion}. Nothing is
        changed until you import.
      </p>
      <Secrets preview={preview} busy={busy} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {differing > 1 ? (
        <FieldRow label="All that differ">
          {(ids) => (
            <Choice
              {...ids}
              label="All that differ"
              options={[
                { value: 'replace', text: 'Replace' },
                { value: 'skip', text: 'Skip' },
              ]}
              value={undefined}
              onChange={chooseForDiffering}
            />
          )}
        </FieldRow>
      ) : null}
      <ul className={css.rows}>
        {preview.rows.map((row, index) => {
          const choice = choices[index];
          return choice ? <ImportRowView key={row.id} index={index} row={row} choice={choice} /> : null;
        })}
      </ul>
      {preview.rows.length === 0 ? <p className="dim">The file holds no server.</p> : null}
    </Dialog>
  );
}

function summaryOf({ rows }: ImportPreview): string {
  const of = (standing: string) => rows.filter((row) => row.standing === standing).length;
  return `${counted(rows.length, 'server')}: ${of('new')} new, ${of('differs')} different from the ones here, ${of('same')} the same.`;
}

function Secrets({ preview, busy }: { preview: ImportPreview; busy: boolean }) {
  const [passphrase, setPassphrase] = useState('');
  if (preview.secrets === 'none') return <p className="note">The file has no secrets. They have to be typed here.</p>;
  if (preview.secrets === 'opened') {
    const count = preview.rows.reduce((sum, { secrets }) => sum + secrets.length, 0);
    return (
      <p className="note pair">
        <Signal tone="ok" /> {counted(count, 'secret')} opened. They come along with the servers you import.
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && !busy) void openSecrets(passphrase);
  };
  return (
    <form onSubmit={submit}>
      <FieldRow
        label="Passphrase"
        note={
          <p className="note">The file has sealed secrets. Without the passphrase the servers come in without them.</p>
        }
      >
        {(ids) => (
          <>
            <TextInput {...ids} type="password" value={passphrase} onChange={setPassphrase} />
            <Button type="submit" off={busy ? 'Opening' : undefined}>
              Open secrets
            </Button>
          </>
        )}
      </FieldRow>
    </form>
  );
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  const { added, replaced, skipped, secrets, salts, leftBehind } = outcome;
  return (
    <Dialog
      title={`${counted(added + replaced, 'server')} imported`}
      onClose={closeImport}
      actions={
        <Button look="main" onClick={closeImport}>
          Close
        </Button>
      }
    >
      <p className="pair" role="status">
        <Signal tone={leftBehind.length > 0 ? 'warn' : 'ok'} />
        {added} added, {replaced} replaced, {skipped} skipped. {counted(secrets, 'secret')} stored.
      </p>
      {salts > 0 ? (
        <p className="note">
          {counted(salts, 'salt')} not proved yet: whether a salt is that of its server is found out when the server is
          read.
        </p>
      ) : null}
      <LeftBehindList list={leftBehind} title="Not stored. Edit these servers and type them:" />
    </Dialog>
  );
}
