import { useEffect, useState } from 'react';
import type { ServerSummary } from '../../src-shared/model/server';
import type { TestRecord } from '../../src-shared/model/test-history';
import { stepMessage } from '../../src-shared/model/work';
import { type ComparedRow, compareRuns, whatFailed } from '../../src-shared/report/compare-runs';
import { type Message, message } from '../../src-shared/texts/message';
import { markOf } from '../ui/as-is';
import changesCss from '../ui/changes.module.css';
import { Details } from '../ui/details';
import { Pick } from '../ui/pick';
import { Signal } from '../ui/signal';
import { useSay, useTexts } from '../ui/texts-store';
import css from './mail.module.css';
import { loadEarlier, mailTestOf } from './mail-test-store';

/** The last 50 tests of a server; two of them can be laid side by side. */
export function EarlierTests({ server }: { server: ServerSummary }) {
  const { say, when } = useTexts();
  const { earlier } = mailTestOf(server.id)();
  const [chosen, setChosen] = useState<string[]>([]);
  useEffect(() => {
    void loadEarlier(server.id);
  }, [server.id]);
  if (!earlier) return <p className="note">{say('mail.earlier.reading')}</p>;
  if (earlier.length === 0) return <p className="note">{say('mail.earlier.none', { server: server.name })}</p>;
  const [left, right] = chosen.flatMap((id) => earlier.find((test) => test.id === id) ?? []);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id].slice(-2)));
  return (
    <section aria-label={say('mail.earlier')}>
      <p className="note">{say('mail.earlier.choose')}</p>
      <ol className={css.earlier}>
        {earlier.map((test) => (
          <li key={test.id}>
            <Pick checked={chosen.includes(test.id)} onChange={() => toggle(test.id)}>
              <Signal tone={test.outcome.kind === 'ok' ? 'ok' : 'bad'} size={12} />
              <time dateTime={test.when}>{when({ at: test.when, as: 'moment' })}</time>
              <span>{say(inShort(test))}</span>
            </Pick>
          </li>
        ))}
      </ol>
      {left && right ? <Comparison left={left} right={right} /> : null}
    </section>
  );
}

function inShort({ settings: { host, port }, stopPoint, outcome }: TestRecord): Message {
  if (outcome.kind === 'ok')
    return message('mail.earlier.ended', { host, port, how: message(`mail.stop.${stopPoint}`) });
  const how = whatFailed(outcome);
  return outcome.stage
    ? message('mail.earlier.failedAt', { host, port, stage: stepMessage(outcome.stage), how })
    : message('mail.earlier.ended', { host, port, how });
}

function Comparison({ left, right }: { left: TestRecord; right: TestRecord }) {
  const say = useSay();
  const differing = compareRuns(left, right).filter(({ differs }) => differs);
  const rules = differing.filter(({ part }) => part === 'rules');
  const rows = differing.filter(({ part }) => part !== 'rules');
  if (differing.length === 0) return <p className="note">{say('mail.earlier.alike')}</p>;
  return (
    <>
      <ComparedRows rows={rows} left={left} right={right} />
      {rules.length > 0 ? (
        <Details>
          <ComparedRows rows={rules} left={left} right={right} />
        </Details>
      ) : null}
    </>
  );
}

function ComparedRows({ rows, left, right }: { rows: readonly ComparedRow[]; left: TestRecord; right: TestRecord }) {
  const { say, when } = useTexts();
  const time = ({ when: at }: TestRecord) => when({ at, as: 'time' });
  return (
    <table className={changesCss.changes}>
      <thead>
        <tr>
          <th scope="col">{say('mail.earlier.differs')}</th>
          <th scope="col">{time(left)}</th>
          <th scope="col">{time(right)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.part} ${say(row.label)}`}>
            <th scope="row">{say(row.label)}</th>
            <td {...markOf(row.left)}>{row.left ? say(row.left) : '–'}</td>
            <td {...markOf(row.right)}>{row.right ? say(row.right) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
