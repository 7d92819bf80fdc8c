import type { FieldId, TabId } from '../../model/organization';
import { exactly, holdsFor, isWithin, overlap, type Range } from '../versions';
import type { FieldDefinition, Page } from './page';
import { page31, pagesOfAppliance } from './pages-of-appliance';
import { pagesOfConfiguration } from './pages-of-configuration';

/** Every Organization Configuration that this console knows, oldest first. */
export const pages: readonly Page[] = [...pagesOfAppliance, ...pagesOfConfiguration];

export type { KnownField } from './field-texts';

/** The page that covers every version in `found`, the ones a server may have; undefined if no page does. */
export const pageFor = (found: Range): Page | undefined => pages.find(({ versions }) => isWithin(found, versions));

/**
 * The page of a server. If no page covers its versions, or they are not known yet, the closest one: it shows values and keeps what
 * is typed, but nothing is written by it. Of several that a server may have, the newest.
 */
export const pageNear = (found?: Range): Page =>
  (found && (pageFor(found) ?? pages.findLast(({ versions }) => overlap(found, versions)))) ?? page31;

/** The fields that a version's page shows, in its order and with its labels. */
export const fieldsShown = ({ fields }: Page, { least }: Pick<Range, 'least'>): FieldDefinition[] =>
  fields
    .filter(({ versions }) => !versions || holdsFor([versions], exactly(least)) === 'certain')
    .map((field) => labelled(field, least));

function labelled(field: FieldDefinition, version: string): FieldDefinition {
  const { otherLabel } = field;
  if (!otherLabel || holdsFor([otherLabel.versions], exactly(version)) !== 'certain') return field;
  return { ...field, label: otherLabel.label };
}

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

/** The copy that oxTrust keeps of a field, as a field of its own; undefined where it keeps none. */
export const copyOf = ({ copiedTo, ...field }: FieldDefinition): FieldDefinition | undefined =>
  copiedTo && { ...field, ...copiedTo, storage: 'json', isCopy: true };

const isAt = (field: FieldDefinition, attribute: string, key: string | undefined): boolean =>
  field.attribute === attribute && field.key === key;

/** Of these fields the one that lies in an attribute, or under a key of its JSON, or else the copy that does. */
export const fieldAmong = (
  fields: readonly FieldDefinition[],
  attribute: string,
  key: string | undefined,
): FieldDefinition | undefined =>
  fields.find((field) => isAt(field, attribute, key)) ??
  fields.flatMap((field) => copyOf(field) ?? []).find((copy) => isAt(copy, attribute, key));

/** The field of any page that lies in an attribute, or under a key of its JSON; undefined if none does. */
export const fieldAt = (attribute: string, key: string | undefined): FieldDefinition | undefined =>
  fieldAmong(everyField, attribute, key);

/** Whether a field lies there on some page. */
export const liesAt = (id: FieldId, attribute: string, key: string | undefined): boolean =>
  fieldAmong(
    everyField.filter((field) => field.id === id),
    attribute,
    key,
  ) !== undefined;
