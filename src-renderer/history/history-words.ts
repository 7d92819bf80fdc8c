import { momentText } from '../../src-shared/base/moment';
import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { fieldAt } from '../../src-shared/gluu/pages/pages';
import { fromCreationDate } from '../../src-shared/gluu/reset-time';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import type { Tone } from '../ui/signal';

const outcomes: Record<HistoryEntry['outcome'], { tone: Tone; text: string }> = {
  saved: { tone: 'ok', text: 'Saved, read back, equal' },
  notSaved: { tone: 'bad', text: 'Not saved' },
  unknown: { tone: 'unknown', text: 'Not known' },
  pending: { tone: 'unknown', text: 'Begun, end not known' },
};

/** How a write ended, in the words of its line. */
export const endOf = ({ outcome, held }: HistoryEntry): { tone: Tone; text: string } =>
  outcome === 'saved' && held === false ? { tone: 'bad', text: 'Saved, no longer there' } : outcomes[outcome];

/** What a write was about, in one line. */
export function summaryOf({ entries }: HistoryEntry): string {
  const operations = entries.flatMap(({ operation, changes }) =>
    operation ? [`${operation === 'add' ? 'Created' : 'Removed'}: ${namedIn(changes)}`] : [],
  );
  if (operations.length > 0) return operations.join(', ');
  const changes = entries.flatMap((entry) => entry.changes);
  // As the review counts them: keys that are no setting come along with those that are.
  const settings = changes.filter(({ attribute, key }) => fieldAt(attribute, key));
  const fields = [...new Set((settings.length > 0 ? settings : changes).map(({ field }) => field))];
  const [first = 'No settings', second, ...more] = fields;
  if (second === undefined) return first;
  return more.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${more.length} more`;
}

/** Who or what an entry of people is. */
function namedIn(changes: readonly HistoryChange[]): string {
  const uid = changes.find(({ attribute }) => attribute === 'uid');
  return uid ? `user ${(uid.after ?? uid.before ?? []).join(', ')}` : (changes[0]?.field ?? 'an entry');
}

/** Stored values in the words of the form: the history keeps them as they lie in LDAP. */
export function shown(change: HistoryChange, side: 'before' | 'after'): string {
  if (change.secret) {
    if (change.unset === side) return secretWords.none;
    if (side === 'before') return secretWords.stored;
    return change.unset === 'before' ? secretWords.set : secretWords.replaced;
  }
  const field = fieldAt(change.attribute, change.key);
  const values = change[side];
  if (values === null) return field?.control === 'toggle' ? 'Off' : '(empty)';
  return values.map((text) => inWords(field, text, change.attribute)).join(' | ');
}

function inWords(field: FieldDefinition | undefined, text: string, attribute: string): string {
  const created = attribute === 'creationDate' ? fromCreationDate(text) : undefined;
  if (created !== undefined) return momentText(new Date(created).toISOString());
  if (field?.control === 'choice' && text === 'enabled') return 'Enabled';
  if (field?.control === 'choice' && text === 'disabled') return 'Disabled';
  if (field?.storage !== 'json') return text;
  const value: unknown = JSON.parse(text);
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  return value === null ? '(empty)' : typeof value === 'object' ? text : String(value);
}
