import type { FieldDefinition, Page } from '../../src-shared/gluu/pages/page';
import type { OrganizationView, TabId } from '../../src-shared/model/organization';

/** The fields of a tab, in oxTrust's order, as far as this version shows them. */
export const fieldsOnTab = (tab: TabId, { fields }: Page, view: OrganizationView): FieldDefinition[] =>
  fields.filter((field) => field.tab === tab && view.fields[field.id] !== undefined);

/** The attributes of a tab's fields whose JSON text cannot be read. */
export const brokenOn = (tab: TabId, { fields }: Page, { broken }: OrganizationView) =>
  Object.entries(broken).flatMap(([attribute, text]) =>
    text && fields.some((field) => field.tab === tab && field.attribute === attribute) ? { attribute, ...text } : [],
  );
