import { Download } from 'lucide-react';
import { useState } from 'react';
import { type ExportFormat, exportFiles, exportFormats } from '../../src-shared/history/export-formats';
import { environmentLabels, environments } from '../../src-shared/model/server';
import { useServers } from '../state/servers-store';
import { Button } from '../ui/button';
import css from './history.module.css';
import { exportHistory, find, PAGE, type Scope, type Sought, soughtNothing } from './history-store';

const outcomeWords: Record<Exclude<Sought['outcome'], ''>, string> = {
  saved: 'saved',
  notSaved: 'not saved',
  open: 'end not known',
};

/** What is looked for, and where to with what is found. */
export function HistoryFilters({ scope, sought, total }: { scope: Scope; sought: Sought; total: number | undefined }) {
  const { servers } = useServers();
  const [format, setFormat] = useState<ExportFormat>('json');
  const [status, setStatus] = useState('');
  const seek = (change: Partial<Sought>) => void find(scope, { sought: { ...sought, ...change }, limit: PAGE });
  const seeks = Object.values(sought).some(Boolean);
  return (
    <search className={css.filters}>
      <input
        className="input"
        type="search"
        aria-label="Search the history"
        placeholder="value, person or reason"
        maxLength={200}
        value={sought.text}
        onChange={(event) => seek({ text: event.target.value })}
      />
      <Select
        label="Outcome"
        all="any outcome"
        value={sought.outcome}
        options={(['saved', 'notSaved', 'open'] as const).map((value) => [value, outcomeWords[value]])}
        onChange={(outcome) => seek({ outcome })}
      />
      {scope === 'all' ? (
        <>
          <Select
            label="Server"
            all="every server"
            value={sought.serverId}
            options={servers.map(({ id, name }) => [id, name])}
            onChange={(serverId) => seek({ serverId })}
          />
          <Select
            label="Environment"
            all="any environment"
            value={sought.environment}
            options={environments.map((value) => [value, environmentLabels[value]])}
            onChange={(environment) => seek({ environment })}
          />
        </>
      ) : null}
      <span className="pair">
        <Day label="From" value={sought.firstDay} onChange={(firstDay) => seek({ firstDay })} />
        <Day label="to" value={sought.lastDay} onChange={(lastDay) => seek({ lastDay })} />
      </span>
      {seeks ? (
        <Button small look="link" onClick={() => seek(soughtNothing)}>
          Clear
        </Button>
      ) : null}
      <span className="pair push">
        <span className="faint" role="status">
          {status}
        </span>
        <select
          className="input"
          aria-label="Export format"
          value={format}
          onChange={(event) => setFormat(event.target.value as ExportFormat)}
        >
          {exportFormats.map((each) => (
            <option key={each} value={each}>
              {exportFiles[each].label}
            </option>
          ))}
        </select>
        <Button
          small
          off={total === 0 ? 'Nothing is listed.' : undefined}
          onClick={async () => {
            setStatus('');
            if (await exportHistory(scope, format)) setStatus(`${exportFiles[format].label}: saved`);
          }}
        >
          <Download size={13} aria-hidden="true" /> Export{total ? ` ${total}` : ''}
        </Button>
      </span>
    </search>
  );
}

interface SelectProps<V extends string> {
  label: string;
  /** What is chosen if nothing is. */
  all: string;
  value: V | '';
  options: readonly (readonly [V, string])[];
  onChange(value: V | ''): void;
}

function Select<V extends string>({ label, all, value, options, onChange }: SelectProps<V>) {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as V | '')}
    >
      <option value="">{all}</option>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label className="pair">
      {label}
      <input className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
