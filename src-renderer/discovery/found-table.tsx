import { sourceName } from '../../src-shared/discovery/found-source';
import type { DiscoveryFinding, FoundSource, Installation } from '../../src-shared/model/discovery';
import { routeText } from '../../src-shared/model/route';
import type { Say } from '../../src-shared/texts/texts';
import changesCss from '../ui/changes.module.css';
import { Choice } from '../ui/choice';
import { FieldRow } from '../ui/field';
import { useTexts } from '../ui/texts-store';
import css from './discovery.module.css';
import { findInstallation, useDiscovery } from './discovery-store';

/** What was found, each with the file it is from; of several installations one is chosen. */
export function FoundTable({ finding }: { finding: DiscoveryFinding }) {
  const { say, words } = useTexts();
  const { installations, root, rows, route } = finding;
  // The host stands above the table, once.
  const host = route ? `${routeText(route)}:` : undefined;
  const placeOf = (source: FoundSource) => {
    const place = say(sourceName(source));
    return host && place.startsWith(host) ? place.slice(host.length) : place;
  };
  const { task } = useDiscovery();
  if (rows.length === 0) return null;
  return (
    <section aria-label={say('discovery.found.title')}>
      <h3 className="form-part">{say('discovery.found.title')}</h3>
      {installations.length > 1 ? (
        <FieldRow label={say('discovery.found.installation')}>
          {(ids) => (
            <Choice
              {...ids}
              label={say('discovery.found.installation')}
              disabled={task.kind === 'running'}
              options={installations.map((installation) => ({
                value: installation.root,
                text: textOf(installation, say),
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
            <th scope="col">{say('discovery.found.what')}</th>
            <th scope="col">{say('discovery.found.value')}</th>
            <th scope="col">{say('discovery.found.source')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, value, source, notes }) => (
            <tr key={what}>
              <th scope="row">{say(`discovery.found.${what}`)}</th>
              <td>
                {words(value)}
                {notes ? <span className="note">{say(notes)}</span> : null}
              </td>
              <td className="mono">{placeOf(source)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const textOf = ({ root, state }: Installation, say: Say): string =>
  state === 'runs' ? say('discovery.value.rootRuns', { root }) : root;
