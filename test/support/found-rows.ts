import { sourceName } from '../../src-shared/discovery/found-source';
import type { DiscoveryFinding } from '../../src-shared/model/discovery';
import { say, texts } from './english';

/** The rows of a finding as the user reads them. */
export const rowsRead = ({ rows }: Pick<DiscoveryFinding, 'rows'>) =>
  rows.map(({ what, value, source, notes }) => ({
    label: say(`discovery.found.${what}`),
    value: texts.words(value),
    source: say(sourceName(source)),
    ...(notes ? { note: notes.map((note) => say(note)).join(' ') } : {}),
  }));
