import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type ExportFormat, exportFormats } from '../../src-shared/history/export-formats';
import { LONGEST } from '../../src-shared/history/history-filter';
import { environmentLabels, environments } from '../../src-shared/model/environment';
import { message } from '../../src-shared/texts/message';
import { useServers } from '../state/servers-store';
import { Button } from '../ui/button';
import { useSay, useTexts } from '../ui/texts-store';
import css from './history.module.css';
import { exportHistory, find, PAGE, type Scope, type Sought, soughtNothing } from './history-store';

/** What is looked for, and where to with what is found. */
export function HistoryFilters({ scope, sought, total }: { scope: Scope; sought: Sought; total: number | undefined }) {
  const say = useSay();
  const servers = useServers((state) => state.servers);
  const names = useMemo(() => servers.map(({ id, name }) => [id, name] as const), [servers]);
  const [format, setFormat] = useState<ExportFormat>('json');
  const [status, setStatus] = useState<ExportFormat | ''>('');
  const seek = (change: Partial<Sought>) => void find(scope, { sought: { ...sought, ...change }, limit: PAGE });
  const seeks = Object.values(sought).some(Boolean);
  return (
    <search className={css.filters}>
      <input
        className="input"
        type="search"
        aria-label={say('history.search.label')}
        placeholder={say('history.search.hint')}
        maxLength={LONGEST}
        value={sought.text}
        onChange={(event) => seek({ text: event.target.value })}
      />
      <Select
        label={say('history.filter.outcome')}
        all={say('history.filter.outcome.any')}
        value={sought.outcome}
        options={(['saved', 'notSaved', 'open'] as const).map((value) => [
          value,
          say(`history.filter.outcome.${value}`),
        ])}
        onChange={(outcome) => seek({ outcome })}
      />
      {scope === 'all' ? (
        <>
          <Select
            label={say('history.filter.server')}
            all={say('history.filter.server.any')}
            value={sought.serverId}
            options={names}
            areNames
            onChange={(serverId) => seek({ serverId })}
          />
          <Select
            label={say('history.filter.environment')}
            all={say('history.filter.environment.any')}
            value={sought.environment}
            options={environments.map((value) => [value, say(environmentLabels[value])])}
            onChange={(environment) => seek({ environment })}
          />
        </>
      ) : null}
      <span className="pair">
        <Day
          label={say('history.filter.firstDay')}
          value={sought.firstDay}
          onChange={(firstDay) => seek({ firstDay })}
        />
        <Day label={say('history.filter.lastDay')} value={sought.lastDay} onChange={(lastDay) => seek({ lastDay })} />
      </span>
      {seeks ? (
        <Button small look="link" onClick={() => seek(soughtNothing)}>
          {say('history.filter.clear')}
        </Button>
      ) : null}
      <span className="pair push">
        <span className="faint" role="status">
          {status && say('history.export.saved', { format: message(`history.format.${status}`) })}
        </span>
        <Select<ExportFormat>
          label={say('history.export.format')}
          value={format}
          options={exportFormats.map((each) => [each, say(`history.format.${each}`)])}
          onChange={(chosen) => chosen && setFormat(chosen)}
        />
        <Button
          small
          off={total === 0 ? say('history.export.nothing') : undefined}
          onClick={async () => {
            setStatus('');
            if (await exportHistory(scope, format)) setStatus(format);
          }}
        >
          <Download size={13} aria-hidden="true" /> {say('history.export', { n: total ?? 0 })}
        </Button>
      </span>
    </search>
  );
}

interface SelectProps<V extends string> {
  label: string;
  /** What is chosen if nothing is, where nothing can be. */
  all?: string;
  value: V | '';
  options: readonly (readonly [V, string])[];
  /** The options are no words of ours. */
  areNames?: boolean;
  onChange(value: V | ''): void;
}

function Select<V extends string>({ label, all, value, options, areNames, onChange }: SelectProps<V>) {
  const words = useMemo(() => options.map(([, text]) => text).join('\n'), [options]);
  // There may be a thousand, which are not made again for each key in the field beside them.
  const rows = useMemo(
    () =>
      options.map(([id, text]) => (
        <option key={id} value={id} translate={areNames ? 'no' : undefined}>
          {text}
        </option>
      )),
    [options, areNames],
  );
  return (
    <select
      // Made again with other words: of an option whose text changes in its place, Chromium keeps the width of the words before.
      key={[all, words].join('\n')}
      className="input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as V | '')}
    >
      {all === undefined ? null : <option value="">{all}</option>}
      {rows}
    </select>
  );
}

function Day({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  const { dayField } = useTexts();
  return (
    <label className="pair">
      {label}
      <input
        // Chromium reads the language of a field once.
        key={dayField}
        className="input"
        type="date"
        lang={dayField}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
