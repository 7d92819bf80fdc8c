import { type FormEvent, useState } from 'react';
import type { ImportOutcome, ImportPreview, ImportRow } from '../../src-shared/model/transfer';
import { type Message, message } from '../../src-shared/texts/message';
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
        title={say('transfer.import.nothing')}
        onClose={closeImport}
        actions={
          <>
            <Button onClick={closeImport}>{say('word.close')}</Button>
            <Button look="main" onClick={() => void openImport()}>
              {say('transfer.import.another')}
            </Button>
          </>
        }
      >
        {failure ? <FailureNotice failure={failure} /> : null}
      </Dialog>
    );
  }
  const count = choices.filter(({ action }) => action !== 'skip').length;
  const off = busy ? say('transfer.working') : count === 0 ? say('transfer.import.allSkipped') : undefined;
  const differing = preview.rows.filter(({ standing }) => standing === 'differs').length;
  return (
    <Dialog
      title={say('transfer.import.title', { file: preview.file })}
      width="wide"
      onClose={closeImport}
      actions={
        <>
          <Button onClick={closeImport} keys="Esc">
            {say('word.cancel')}
          </Button>
          <Button look="main" off={off} onClick={() => void importChosen()}>
            {say('transfer.import.button', { n: count })}
          </Button>
        </>
      }
    >
      <p className="dim">
        {say(summaryOf(preview))}{' '}
        {say('transfer.import.from', {
          at: { at: preview.exportedAt, as: 'moment' },
          version: preview.appVersion,
        })}
      </p>
      <Secrets preview={preview} busy={busy} />
      {failure ? <FailureNotice failure={failure} /> : null}
      {differing > 1 ? (
        <FieldRow label={say('transfer.import.allDiffering')}>
          {(ids) => (
            <Choice
              {...ids}
              label={say('transfer.import.allDiffering')}
              options={[
                { value: 'replace', text: say('transfer.action.replace') },
                { value: 'skip', text: say('transfer.action.skip') },
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
      {preview.rows.length === 0 ? <p className="dim">{say('transfer.import.empty')}</p> : null}
    </Dialog>
  );
}

function summaryOf({ rows }: ImportPreview): Message {
  const of = (standing: ImportRow['standing']) => rows.filter((row) => row.standing === standing).length;
  const counts = { added: of('new'), different: of('differs'), same: of('same') };
  return message('transfer.import.summary', { n: rows.length, ...counts });
}

function Secrets({ preview, busy }: { preview: ImportPreview; busy: boolean }) {
  const say = useSay();
  const [passphrase, setPassphrase] = useState('');
  if (preview.secrets === 'none') return <p className="note">{say('transfer.import.noSecrets')}</p>;
  if (preview.secrets === 'opened') {
    const count = preview.rows.reduce((sum, { secrets }) => sum + secrets.length, 0);
    return (
      <p className="note pair">
        <Signal tone="ok" /> {say('transfer.import.opened', { n: count })}
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '' && !busy) void openSecrets(passphrase);
  };
  return (
    <form onSubmit={submit}>
      <FieldRow label={say('transfer.passphrase')} note={<p className="note">{say('transfer.import.sealed')}</p>}>
        {(ids) => (
          <>
            <TextInput {...ids} type="password" value={passphrase} onChange={setPassphrase} />
            <Button type="submit" off={busy ? say('transfer.import.opening') : undefined}>
              {say('transfer.import.open')}
            </Button>
          </>
        )}
      </FieldRow>
    </form>
  );
}

function Outcome({ outcome }: { outcome: ImportOutcome }) {
  const say = useSay();
  const { added, replaced, skipped, secrets, salts, leftBehind } = outcome;
  return (
    <Dialog
      title={say('transfer.import.done', { n: added + replaced })}
      onClose={closeImport}
      actions={
        <Button look="main" onClick={closeImport}>
          {say('word.close')}
        </Button>
      }
    >
      <p className="pair" role="status">
        <Signal tone={leftBehind.length > 0 ? 'warn' : 'ok'} />
        {say('transfer.import.counts', { added, replaced, skipped, secrets })}
      </p>
      {salts > 0 ? <p className="note">{say('transfer.import.salts', { n: salts })}</p> : null}
      <LeftBehindList list={leftBehind} title={say('transfer.import.leftBehind')} />
    </Dialog>
  );
}
