import type { FieldId, TabId } from '../../model/organization';
import { exactly, holdsFor, isWithin, type Range } from '../versions';
import type { FieldDefinition, Page } from './page';
import { page31 } from './page-3-1';

/** Every Organization Configuration that this console knows, oldest first. */
export const pages: readonly Page[] = [page31];

/** The id of a field that some page has. One id means the same setting on every page. */
export type KnownField = (typeof page31)['fields'][number]['id'];

/** The page that covers every version in `found`, the ones a server may have; undefined if no page does. */
export const pageFor = (found: Range): Page | undefined => pages.find(({ versions }) => isWithin(found, versions));

/**
 * The page of a server. If no page covers its versions, or they are not known yet, the closest one: it shows values and keeps what
 * is typed, but nothing is written by it.
 */
export const pageNear = (found?: Range): Page => (found && pageFor(found)) ?? page31;

/** The fields that a version's page shows, in its order. */
export const fieldsShown = ({ fields }: Page, { least }: Pick<Range, 'least'>): FieldDefinition[] =>
  fields.filter(({ versions }) => !versions || holdsFor([versions], exactly(least)) === 'certain');

/** The tab of mail settings, on every page that has one: Test Configuration stands beside them. */
export const MAIL_TAB: TabId = 'smtp';

/** Whether a field is one of the mail settings. */
export const isMailSetting = ({ fields }: Page, id: FieldId): boolean =>
  fields.some((field) => field.id === id && field.tab === MAIL_TAB);

/** A field of a page by its id; throws if the page has no such field. */
export function fieldOn({ fields }: Pick<Page, 'fields'>, id: FieldId): FieldDefinition {
  const field = fields.find((each) => each.id === id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
}

const everyField: readonly FieldDefinition[] = pages.flatMap(({ fields }) => fields);

/** A field by its id, as the oldest page that has it calls it; throws for an id that no page has. */
export const fieldOf = (id: FieldId): FieldDefinition => fieldOn({ fields: everyField }, id);

/** The field of any page that lies in an attribute, or under a key of its JSON; undefined if none does. */
export const fieldAt = (attribute: string, key: string | undefined): FieldDefinition | undefined =>
  everyField.find((field) => field.attribute === attribute && field.key === key);
