import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';

/** RFC 2849 note 2: at most 76 bytes in a line; the rest goes on in lines that begin with a blank. */
const LINE_BYTES = 76;

type Direction = 'asWritten' | 'toUndo';
type ChangedEntry = HistoryEntry['entries'][number];

/**
 * Writes changes as LDIF change records (RFC 2849), in the order of `entries`. A modify takes the exact values from before
 * out and puts those from after in, so that a server refuses it where they are others by now; `toUndo` the other way
 * round. What LDIF cannot say stands there as a comment: secrets, which are left out; keys inside a JSON value, which
 * LDIF could only replace as a whole; writes that are not known to have happened.
 */
export function historyLdif(entries: readonly HistoryEntry[], direction: Direction): string {
  const records = entries.flatMap((entry) => recordsOf(entry, direction));
  return `${[['version: 1'], ...records].map((lines) => lines.flatMap(fold).join('\n')).join('\n\n')}\n`;
}

function recordsOf(entry: HistoryEntry, direction: Direction): string[][] {
  const done = entry.outcome === 'saved';
  const ordered = direction === 'asWritten' ? entry.entries : [...entry.entries].reverse();
  return [
    aboutWrite(entry, direction),
    ...ordered.map((each) => {
      const { comments, record } = recordOf(each, direction);
      const dn = comment(`entry ${plain(each.dn)}`);
      return [dn, ...comments, ...(done ? record : record.map((line) => comment(line)))];
    }),
  ];
}

const outcomes: Record<HistoryEntry['outcome'], string> = {
  saved: 'saved',
  notSaved: 'not saved, so what follows is a comment',
  unknown: 'not known whether it was saved, so what follows is a comment',
  pending: 'begun, end not known, so what follows is a comment',
};

function aboutWrite(entry: HistoryEntry, direction: Direction): string[] {
  const { seq, time, serverName, environment, host, actor, reason, outcome, verifiedAt } = entry;
  return [
    `write ${seq} of ${time}${direction === 'toUndo' ? ', to undo it' : ''}`,
    `server ${plain(serverName)} (${environment}), ${plain(host)}`,
    `by ${plain(actor.osUser)} as ${plain(actor.bindDn)}`,
    ...(reason ? [`reason: ${plain(reason)}`] : []),
    `outcome: ${outcomes[outcome]}${verifiedAt ? `, read back ${verifiedAt}` : ''}`,
  ].map(comment);
}

interface Told {
  comments: string[];
  record: string[];
}

function recordOf(entry: ChangedEntry, direction: Direction): Told {
  const sides = ({ before, after }: HistoryChange) =>
    direction === 'asWritten' ? { from: before ?? [], to: after ?? [] } : { from: after ?? [], to: before ?? [] };
  const comments: string[] = [];
  const writable: HistoryChange[] = [];
  for (const change of entry.changes) {
    const { attribute, key, secret } = change;
    const place = `${attribute}${key === undefined ? '' : `, key ${plain(key)}`}`;
    const { from, to } = sides(change);
    if (secret) comments.push(comment(`${place}: secret, left out`));
    else if (key !== undefined) comments.push(comment(`${place}: from ${shown(from)} to ${shown(to)}`));
    else if (!isAttribute(attribute)) comments.push(comment(`${plain(place)}: from ${shown(from)} to ${shown(to)}`));
    else writable.push(change);
  }
  const { operation } = entry;
  if (operation) {
    const adds = (operation === 'add') === (direction === 'asWritten');
    return { comments, record: adds ? addition(entry.dn, writable, sides) : removal(entry.dn) };
  }
  return { comments, record: modification(entry.dn, writable, sides) };
}

type Sides = (change: HistoryChange) => { from: readonly string[]; to: readonly string[] };

const removal = (dn: string): string[] => [attributeLine('dn', dn), 'changetype: delete'];

/** The history keeps no object classes and no secrets, so that this is the beginning of a record and no more. */
function addition(dn: string, changes: readonly HistoryChange[], sides: Sides): string[] {
  const values = changes.flatMap((change) => sides(change).to.map((value) => attributeLine(change.attribute, value)));
  return [
    comment('objectClass is not kept; add it before this is used'),
    ...[attributeLine('dn', dn), 'changetype: add', ...values].map(comment),
  ];
}

function modification(dn: string, changes: readonly HistoryChange[], sides: Sides): string[] {
  const modifications = changes.flatMap((change) => {
    const { from, to } = sides(change);
    return [...part('delete', change.attribute, from), ...part('add', change.attribute, to)];
  });
  return modifications.length === 0 ? [] : [attributeLine('dn', dn), 'changetype: modify', ...modifications];
}

const part = (operation: 'delete' | 'add', attribute: string, values: readonly string[]): string[] =>
  values.length === 0
    ? []
    : [`${operation}: ${attribute}`, ...values.map((value) => attributeLine(attribute, value)), '-'];

/** An attribute description (RFC 4512 section 2.5); anything else must not become the beginning of a line. */
const isAttribute = (name: string): boolean => /^[A-Za-z][A-Za-z0-9-]*(;[A-Za-z0-9-]+)*$/.test(name);

/** RFC 2849 SAFE-STRING, and no blank at its end; every other value is Base64 of its UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of the RFC
const SAFE = /^(?![ :<])[\x01-\x09\x0b\x0c\x0e-\x7f]*(?<! )$/;

const attributeLine = (name: string, value: string): string =>
  SAFE.test(value) ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`;

const comment = (text: string): string => `# ${text}`;

const shown = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.map(plain).join(', '));

/** A text in one line of ASCII: what is in it can neither end a comment nor begin a record. */
const plain = (text: string): string =>
  /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)
    ? text
    : JSON.stringify(text).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** All lines are ASCII here, so characters are bytes. */
function fold(line: string): string[] {
  const parts = [line.slice(0, LINE_BYTES)];
  for (let at = LINE_BYTES; at < line.length; at += LINE_BYTES - 1) {
    parts.push(` ${line.slice(at, at + LINE_BYTES - 1)}`);
  }
  return parts;
}
