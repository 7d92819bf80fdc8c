import { useEffect, useState } from 'react';
import { momentText, timeText } from '../../src-shared/base/moment';
import type { ServerSummary } from '../../src-shared/model/server';
import { testStopLabels } from '../../src-shared/model/smtp-test';
import type { TestRecord } from '../../src-shared/model/test-history';
import { type ComparedRow, compareRuns, whatFailed } from '../../src-shared/report/compare-runs';
import changesCss from '../ui/changes.module.css';
import { Details } from '../ui/details';
import { Pick } from '../ui/pick';
import { Signal } from '../ui/signal';
import css from './mail.module.css';
import { loadEarlier, mailTestOf } from './mail-test-store';

/** The last 50 tests of a server; two of them can be laid side by side. */
export function EarlierTests({ server }: { server: ServerSummary }) {
  const { earlier } = mailTestOf(server.id)();
  const [chosen, setChosen] = useState<string[]>([]);
  useEffect(() => {
    void loadEarlier(server.id);
  }, [server.id]);
  if (!earlier) return <p className="note">Reading the earlier tests</p>;
  if (earlier.length === 0) return <p className="note">No test was made for {server.name} yet.</p>;
  const [left, right] = chosen.flatMap((id) => earlier.find((test) => test.id === id) ?? []);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id].slice(-2)));
  return (
    <section aria-label="Earlier tests">
      <p className="note">Choose two to see what differs.</p>
      <ol className={css.earlier}>
        {earlier.map((test) => (
          <li key={test.id}>
            <Pick checked={chosen.includes(test.id)} onChange={() => toggle(test.id)}>
              <Signal tone={test.outcome.kind === 'ok' ? 'ok' : 'bad'} size={12} />
              <time dateTime={test.when}>{momentText(test.when)}</time>
              <span>{inShort(test)}</span>
            </Pick>
          </li>
        ))}
      </ol>
      {left && right ? <Comparison left={left} right={right} /> : null}
    </section>
  );
}

function inShort({ settings, stopPoint, outcome }: TestRecord): string {
  const how =
    outcome.kind === 'ok'
      ? testStopLabels[stopPoint]
      : `${whatFailed(outcome)}${outcome.stage ? ` at ${outcome.stage}` : ''}`;
  return `${settings.host}:${settings.port}, ${how}`;
}

function Comparison({ left, right }: { left: TestRecord; right: TestRecord }) {
  const differing = compareRuns(left, right).filter(({ differs }) => differs);
  const rules = differing.filter(({ part }) => part === 'rules');
  const rows = differing.filter(({ part }) => part !== 'rules');
  if (differing.length === 0) return <p className="note">The two tests do not differ, but for their times.</p>;
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
  return (
    <table className={changesCss.changes}>
      <thead>
        <tr>
          <th scope="col">What differs</th>
          <th scope="col">{timeText(left.when)}</th>
          <th scope="col">{timeText(right.when)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.part} ${row.label}`}>
            <th scope="row">{row.label}</th>
            <td>{row.left ?? '–'}</td>
            <td>{row.right ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
