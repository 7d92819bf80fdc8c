import { counted } from '../../src-shared/base/counted';
import { environmentLabels } from '../../src-shared/model/server';
import { type ImportAction, type ImportRow, profileFields, secretLabels } from '../../src-shared/model/transfer';
import changesCss from '../ui/changes.module.css';
import { Choice } from '../ui/choice';
import { EnvironmentShape } from '../ui/environment';
import { Pick } from '../ui/pick';
import { Signal } from '../ui/signal';
import { useSay } from '../ui/texts-store';
import { choose, type RowChoice } from './import-store';
import css from './transfer.module.css';

const actionWords: Record<ImportAction, string> = { add: 'Add', replace: 'Replace', skip: 'Skip' };

/** One profile of the file: how it stands to what is here, what would change, and what becomes of it. */
export function ImportRowView({ row, index, choice }: { row: ImportRow; index: number; choice: RowChoice }) {
  const say = useSay();
  const actions: ImportAction[] = row.standing === 'new' ? ['add', 'skip'] : ['add', 'replace', 'skip'];
  return (
    <li className={css.row}>
      <div className={css.head}>
        <EnvironmentShape environment={row.environment} />
        <div className="grow">
          <b>{row.name}</b> <span className="faint">{say(environmentLabels[row.environment])}</span>
          <p className="small dim">{row.place}</p>
        </div>
        <Standing row={row} />
        <Choice
          id={`import-${index}`}
          describedBy={`import-${index}-facts`}
          label={`What becomes of ${row.name}`}
          options={actions.map((value) => ({ value, text: actionWords[value] }))}
          value={choice.action}
          onChange={(action) => choose(index, { action })}
        />
      </div>
      <div id={`import-${index}-facts`} className={css.facts}>
        <Differences row={row} />
        <Notes row={row} choice={choice} />
        {row.guarded && row.writable && choice.action !== 'skip' ? (
          <Pick checked={choice.keepWritable} onChange={(isChosen) => choose(index, { keepWritable: isChosen })}>
            Keep {row.name} writable, as it was exported
          </Pick>
        ) : null}
      </div>
    </li>
  );
}

function Standing({ row: { standing } }: { row: ImportRow }) {
  const words = { new: 'New', same: 'The same here', differs: 'Differs' }[standing];
  return (
    <span className={`row-state ${standing === 'differs' ? 'warn' : ''}`}>
      <Signal tone={standing === 'differs' ? 'warn' : standing === 'same' ? 'off' : 'todo'} size={12} />
      {words}
    </span>
  );
}

function Differences({ row: { differences, name } }: { row: ImportRow }) {
  if (differences.length === 0) return null;
  return (
    <table className={changesCss.changes} aria-label={`Differences of ${name}`}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Here</th>
          <th scope="col">In the file</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, here, file }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{here || <span className="faint">empty</span>}</td>
            <td>{file || <span className="faint">empty</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ row, choice }: { row: ImportRow; choice: RowChoice }) {
  const { matches, differences, pin, mailPins, keyFile, secrets, nameTaken, guarded, writable } = row;
  const isListed = (field: string) => differences.some(({ label }) => label === field);
  const brings = choice.action !== 'skip';
  const notes = [
    matches && matches.name !== row.name ? `Here it is called ${matches.name}.` : '',
    nameTaken ? 'Another server has the same name.' : '',
    guarded && writable && !choice.keepWritable ? 'It was exported as writable. It comes in read-only.' : '',
    pin && !isListed(profileFields.pin.label) ? `Brings a trusted certificate along: SHA-256 ${pin}.` : '',
    mailPins > 0 ? `Brings ${counted(mailPins, 'trusted certificate')} of mail servers along.` : '',
    keyFile ? `Its SSH key file ${keyFile} may not exist on this computer.` : '',
    secrets.length > 0 ? `Secrets: ${secrets.map((secret) => secretLabels[secret]).join(', ')}.` : '',
  ].filter(Boolean);
  if (!brings || notes.length === 0) return null;
  return (
    <ul className="note">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
