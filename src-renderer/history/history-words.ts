import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { fieldAt } from '../../src-shared/gluu/pages/pages';
import { anyCreationDate } from '../../src-shared/gluu/reset-time';
import { nameOf } from '../../src-shared/history/changed-field';
import { kindOf, type WriteKind } from '../../src-shared/history/write-kind';
import { secretWords } from '../../src-shared/messages/secret-words';
import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import { type Message, message, type Words } from '../../src-shared/texts/message';
import type { Tone } from '../ui/signal';

const tones: Record<HistoryEntry['outcome'], Tone> = {
  saved: 'ok',
  notSaved: 'bad',
  unknown: 'unknown',
  pending: 'unknown',
};

/** How a write ended, in the words of its line. */
export const endOf = ({ outcome, held }: HistoryEntry): { tone: Tone; text: Message } =>
  outcome === 'saved' && held === false
    ? { tone: 'bad', text: message('history.outcome.lost') }
    : { tone: tones[outcome], text: message(`history.outcome.${outcome}`) };

/** What a write was about, in one line. */
export function summaryOf(entry: HistoryEntry): Message {
  const what = contentOf(entry);
  return entry.rollbackOf ? message('history.summary.rollback', { what }) : what;
}

function contentOf(entry: HistoryEntry): Message {
  const { entries } = entry;
  const kind = kindOf(entry);
  const operations = entries.flatMap(({ operation, changes }) =>
    operation
      ? message(operation === 'add' ? 'history.summary.created' : 'history.summary.removed', {
          what: namedIn(changes, kind),
        })
      : [],
  );
  if (operations.length > 0) return message('history.summary', { things: { list: operations, as: 'plain' } });
  const changes = entries.flatMap((each) => each.changes);
  // As the review counts them: keys that are no setting come along with those that are.
  const settings = changes.filter(({ attribute, key }) => fieldAt(attribute, key));
  const names = distinct((settings.length > 0 ? settings : changes).map((change) => nameOf(change, kind)));
  const [first, second, ...more] = names;
  if (first === undefined) return message('history.summary.nothing');
  const things = { list: second === undefined ? [first] : [first, second], as: 'plain' } as const;
  return more.length === 0
    ? message('history.summary', { things })
    : message('history.summary.more', { things, n: more.length });
}

const distinct = (names: readonly Words[]): Words[] => [
  ...new Map(names.map((name) => [JSON.stringify(name), name])).values(),
];

/** Who or what an entry of people is. */
function namedIn(changes: readonly HistoryChange[], kind: WriteKind | undefined): Words {
  const uid = changes.find(({ attribute }) => attribute === 'uid');
  if (uid) return message('history.summary.user', { uid: { list: uid.after ?? uid.before ?? [], as: 'plain' } });
  const [first] = changes;
  return first ? nameOf(first, kind) : message('history.summary.entry');
}

/** How it was found out what the server holds, as sentences. */
export function verificationOf({ outcome, verifiedAt, check, held, holding }: HistoryEntry): Message[] {
  const at = { at: verifiedAt ?? '', as: 'moment' } as const;
  const sentences = [
    verifiedAt ? message(outcome === 'saved' ? 'history.readBack' : 'history.readAgain', { at }) : [],
    check ? message(`history.guard.${check}`) : [],
    held === undefined ? [] : message(held ? 'history.held' : 'history.lost'),
    holding ? message('history.holding') : [],
  ].flat();
  return sentences.length === 0 ? [message('history.notVerified')] : sentences;
}

/** Stored values in the words of the form: the history keeps them as they lie in LDAP. */
export function shown(change: HistoryChange, side: 'before' | 'after'): readonly Words[] {
  if (change.secret) {
    if (change.unset === side) return [secretWords.none];
    if (side === 'before') return [secretWords.stored];
    return [change.unset === 'before' ? secretWords.set : secretWords.replaced];
  }
  const field = fieldAt(change.attribute, change.key);
  const values = change[side];
  if (values === null) return [message(field?.control === 'toggle' ? 'word.off' : 'value.empty')];
  return values.map((text) => inWords(field, text, change.attribute));
}

function inWords(field: FieldDefinition | undefined, text: string, attribute: string): Words {
  const created = attribute === 'creationDate' ? anyCreationDate(text) : undefined;
  if (created !== undefined)
    return message('history.value.time', { at: { at: new Date(created).toISOString(), as: 'moment' } });
  if (field?.control === 'choice' && (text === 'enabled' || text === 'disabled')) return message(`value.${text}`);
  if (field?.storage !== 'json') return text;
  const value: unknown = JSON.parse(text);
  if (typeof value === 'boolean') return message(value ? 'word.on' : 'word.off');
  return value === null ? message('value.empty') : typeof value === 'object' ? text : String(value);
}
