import { fieldAt, fieldOf, liesAt, pages } from '../gluu/pages/pages';
import type { HistoryChange } from '../model/history';
import { type Message, message, verbatim, type Words } from '../texts/message';
import type { WriteKind } from './write-kind';

/** What this console writes of a test user, in its order. */
export const personAttributes = [
  'inum',
  'iname',
  'uid',
  'givenName',
  'sn',
  'displayName',
  'cn',
  'mail',
  'gluuStatus',
  'oxCreationTimestamp',
  'userPassword',
] as const;
export type PersonAttribute = (typeof personAttributes)[number];

/** What this console writes of a reset request, and of the branch that requests lie in. */
const requestAttributes = ['oxGuid', 'personInum', 'creationDate', 'ou'] as const;
type RequestAttribute = (typeof requestAttributes)[number];

/** What the history calls an attribute of a test user, and of a reset request. */
export const personCode = <A extends PersonAttribute>(attribute: A) => `person.${attribute}` as const;
export const requestCode = <A extends RequestAttribute>(attribute: A) => `request.${attribute}` as const;

/** All reset requests of a person, which go together with the person. */
export const REQUESTS_CODE = 'requests';

const settings: ReadonlySet<string> = new Set(pages.flatMap(({ fields }) => fields.map(({ id }) => id)));
const others: ReadonlyMap<string, Message> = new Map<string, Message>([
  ...personAttributes.map((attribute) => [personCode(attribute), message(`history.person.${attribute}`)] as const),
  ...requestAttributes.map((attribute) => [requestCode(attribute), message(`history.request.${attribute}`)] as const),
  [REQUESTS_CODE, message('history.requests')],
]);

/** The codes of all that a write can change and this console has a name for. */
export const knownCodes: readonly string[] = [...settings, ...others.keys()];

/** What a code of the history is called; one that has no name, and a name that an earlier version kept, stand for themselves. */
export const nameOfCode = (code: string): Words =>
  settings.has(code) ? fieldOf(code).label : (others.get(code) ?? verbatim(code));

/**
 * The code of what a change changed. Histories from before 2026-12 hold its name in English: it is told by its place then, and
 * where that is not known either the name stands for the code.
 */
export function codeOf({ field, attribute, key }: HistoryChange, kind: WriteKind | undefined): string {
  if (others.has(field)) return field;
  // A key of a JSON that is no setting may be called as one.
  if (kind === 'organization') return liesAt(field, attribute, key) ? field : (fieldAt(attribute, key)?.id ?? field);
  const code = `${kind === 'testUser' ? 'person' : 'request'}.${attribute}`;
  return others.has(code) ? code : field;
}

/** What a change changed, as the reader knows it. */
export const nameOf = (change: HistoryChange, kind: WriteKind | undefined): Words =>
  change.field === REQUESTS_CODE && change.count !== undefined
    ? message('history.requestsCounted', { n: change.count })
    : nameOfCode(codeOf(change, kind));
