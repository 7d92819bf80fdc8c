import type { DiscoveryFinding, Installation } from '../../src-shared/model/discovery';
import { routeText } from '../../src-shared/model/route';
import changesCss from '../ui/changes.module.css';
import { Choice } from '../ui/choice';
import { FieldRow } from '../ui/field';
import css from './discovery.module.css';
import { findInstallation, useDiscovery } from './discovery-store';

/** What was found, each with the file it is from; of several installations one is chosen. */
export function FoundTable({ finding }: { finding: DiscoveryFinding }) {
  const { installations, root, rows, route } = finding;
  // The host stands above the table, once.
  const host = route ? `${routeText(route)}:` : undefined;
  const shortened = (source: string) => (host && source.startsWith(host) ? source.slice(host.length) : source);
  const { task } = useDiscovery();
  if (rows.length === 0) return null;
  return (
    <section aria-label="What was found">
      <h3 className="form-part">What was found</h3>
      {installations.length > 1 ? (
        <FieldRow label="Installation">
          {(ids) => (
            <Choice
              {...ids}
              label="Installation"
              disabled={task.kind === 'running'}
              options={installations.map((installation) => ({
                value: installation.root,
                text: textOf(installation),
              }))}
              value={root}
              onChange={(chosen) => void findInstallation({ root: chosen })}
            />
          )}
        </FieldRow>
      ) : null}
      <table className={`${changesCss.changes} ${css.found}`}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Found</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, value, source, note }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {value}
                {note ? <span className="note">{note}</span> : null}
              </td>
              <td className="mono">{shortened(source)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const textOf = ({ root, state }: Installation): string => `${root}${state === 'runs' ? ' (runs)' : ''}`;
