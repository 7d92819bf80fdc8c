import { environmentLabels } from '../../src-shared/model/environment';
import type { ImportAction, ImportRow, ProfileField } from '../../src-shared/model/transfer';
import { type Message, message, type Words } from '../../src-shared/texts/message';
import { markOf } from '../ui/as-is';
import changesCss from '../ui/changes.module.css';
import { Choice } from '../ui/choice';
import { EnvironmentShape } from '../ui/environment';
import { Pick } from '../ui/pick';
import { Signal } from '../ui/signal';
import { useSay, useTexts } from '../ui/texts-store';
import { choose, type RowChoice } from './import-store';
import css from './transfer.module.css';

/** One profile of the file: how it stands to what is here, what would change, and what becomes of it. */
export function ImportRowView({ row, index, choice }: { row: ImportRow; index: number; choice: RowChoice }) {
  const { say, words } = useTexts();
  const actions: ImportAction[] = row.standing === 'new' ? ['add', 'skip'] : ['add', 'replace', 'skip'];
  return (
    <li className={css.row}>
      <div className={css.head}>
        <EnvironmentShape environment={row.environment} />
        <div className="grow">
          <b translate="no">{row.name}</b> <span className="faint">{words(environmentLabels[row.environment])}</span>
          <p className="small dim" {...markOf(row.place)}>
            {words(row.place)}
          </p>
        </div>
        <Standing row={row} />
        <Choice
          id={`import-${index}`}
          describedBy={`import-${index}-facts`}
          label={say('transfer.action', { server: row.name })}
          options={actions.map((value) => ({ value, text: say(`transfer.action.${value}`) }))}
          value={choice.action}
          onChange={(action) => choose(index, { action })}
        />
      </div>
      <div id={`import-${index}-facts`} className={css.facts}>
        <Differences row={row} />
        <Notes row={row} choice={choice} />
        {row.guarded && row.writable && choice.action !== 'skip' ? (
          <Pick checked={choice.keepWritable} onChange={(isChosen) => choose(index, { keepWritable: isChosen })}>
            {say('transfer.keepWritable', { server: row.name })}
          </Pick>
        ) : null}
      </div>
    </li>
  );
}

function Standing({ row: { standing } }: { row: ImportRow }) {
  const say = useSay();
  return (
    <span className={`row-state ${standing === 'differs' ? 'warn' : ''}`}>
      <Signal tone={standing === 'differs' ? 'warn' : standing === 'same' ? 'off' : 'todo'} size={12} />
      {say(`transfer.standing.${standing}`)}
    </span>
  );
}

function Differences({ row: { differences, name } }: { row: ImportRow }) {
  const { say, words } = useTexts();
  if (differences.length === 0) return null;
  const shown = (lines: readonly Words[]) => lines.map(words).join('\n');
  return (
    <table className={changesCss.changes} aria-label={say('transfer.differences', { server: name })}>
      <thead>
        <tr>
          <th scope="col">{say('transfer.differences.field')}</th>
          <th scope="col">{say('transfer.differences.here')}</th>
          <th scope="col">{say('transfer.differences.file')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, here, file }) => (
          <tr key={field}>
            <th scope="row">{say(`servers.profile.${field}`)}</th>
            <td {...markOf(...here)}>
              {shown(here) || <span className="faint">{say('transfer.differences.empty')}</span>}
            </td>
            <td {...markOf(...file)}>
              {shown(file) || <span className="faint">{say('transfer.differences.empty')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notes({ row, choice }: { row: ImportRow; choice: RowChoice }) {
  const say = useSay();
  const notes = choice.action === 'skip' ? [] : notesOf(row, choice);
  if (notes.length === 0) return null;
  return (
    <ul className="note">
      {notes.map((note) => (
        <li key={note.id}>{say(note)}</li>
      ))}
    </ul>
  );
}

function notesOf(row: ImportRow, { keepWritable }: RowChoice): Message[] {
  const { matches, differences, pin, mailPins, keyFile, secrets, nameTaken, guarded, writable } = row;
  const isListed = (name: ProfileField) => differences.some(({ field }) => field === name);
  const list = secrets.map((secret) => message(`servers.profile.${secret}`));
  return [
    matches && matches.name !== row.name && message('transfer.note.calledHere', { name: matches.name }),
    nameTaken && message('transfer.note.nameTaken'),
    guarded && writable && !keepWritable && message('transfer.note.readOnly'),
    pin !== undefined && !isListed('pin') && message('transfer.note.pin', { sha256: pin }),
    mailPins > 0 && message('transfer.note.mailPins', { n: mailPins }),
    keyFile !== undefined && message('transfer.note.keyFile', { keyFile }),
    list.length > 0 && message('transfer.note.secrets', { secrets: { list, as: 'plain' } }),
  ].filter((note) => typeof note === 'object');
}
