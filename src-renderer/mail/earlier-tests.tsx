import { useEffect, useState } from 'react';
import { compareRuns } from '../../src-shared/compare-runs';
import { diagnoses } from '../../src-shared/diagnosis/diagnosis-table';
import { failureCodes } from '../../src-shared/failure';
import { sentencesOf } from '../../src-shared/failure-texts';
import type { ServerSummary } from '../../src-shared/model/server';
import { testStopLabels } from '../../src-shared/model/smtp-test';
import type { TestRecord } from '../../src-shared/model/test-history';
import { momentText, timeText } from '../../src-shared/moment';
import { Signal } from '../ui/signal';
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
      <ol className="earlier">
        {earlier.map((test) => (
          <li key={test.id}>
            <label className="pick">
              <input type="checkbox" checked={chosen.includes(test.id)} onChange={() => toggle(test.id)} />
              <Signal tone={test.outcome.kind === 'ok' ? 'ok' : 'bad'} size={12} />
              <time dateTime={test.when}>{momentText(test.when)}</time>
              <span>{inShort(test)}</span>
            </label>
          </li>
        ))}
      </ol>
      {left && right ? <Comparison left={left} right={right} /> : null}
    </section>
  );
}

/** What went wrong, by its row of the tables; a record of another version may name none that is known here. */
function whatOf({ diagnosis, code }: Extract<TestRecord['outcome'], { kind: 'failed' }>): string {
  const title = Object.entries(diagnoses).find(([id]) => id === diagnosis)?.[1].title;
  const known = failureCodes.find((one) => one === code);
  return title ?? (known ? sentencesOf({ code: known }).what.replace(/\.$/, '') : 'Failed');
}

function inShort({ settings, stopPoint, outcome }: TestRecord): string {
  const how =
    outcome.kind === 'ok'
      ? testStopLabels[stopPoint]
      : `${whatOf(outcome)}${outcome.stage ? ` at ${outcome.stage}` : ''}`;
  return `${settings.host}:${settings.port}, ${how}`;
}

function Comparison({ left, right }: { left: TestRecord; right: TestRecord }) {
  const time = (test: TestRecord) => timeText(test.when);
  const rows = compareRuns(left, right).filter(({ differs }) => differs);
  if (rows.length === 0) return <p className="note">The two tests do not differ, but for their times.</p>;
  return (
    <table className="changes">
      <thead>
        <tr>
          <th scope="col">What differs</th>
          <th scope="col">{time(left)}</th>
          <th scope="col">{time(right)}</th>
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
