import type { OrganizationView } from '../../src-shared/model/organization';
import {
  type FieldDefinition,
  type FieldId,
  type OrganizationTab,
  organizationFields,
} from '../../src-shared/model/organization-fields';
import type { ServerSummary } from '../../src-shared/model/server';
import { BrokenJson } from './broken-json';
import type { Judged } from './judged';
import { OrganizationField } from './organization-field';
import type { OrganizationState } from './organization-store';

/** The fields of a tab, in oxTrust's order, as far as this version shows them. */
export const fieldsOnTab = (tab: OrganizationTab, view: OrganizationView): FieldDefinition[] =>
  organizationFields.filter(
    (field: FieldDefinition) => field.tab === tab && view.fields[field.id as FieldId] !== undefined,
  );

interface FieldTableProps {
  tab: OrganizationTab;
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
  judged: Judged;
}

/** A tab that is a plain list of fields. */
export function FieldTable({ tab, server, state, view, judged }: FieldTableProps) {
  const broken = tab === 'oxauth' ? view.brokenOxauth : undefined;
  if (broken) return <BrokenJson attribute="oxWebKeysSettings" {...broken} />;
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      {fieldsOnTab(tab, view).map((field) => (
        <OrganizationField
          key={field.id}
          field={field}
          serverId={server.id}
          state={state}
          view={view}
          judged={judged}
          fixed={view.notWritable ?? view.fields[field.id as FieldId]?.fixed}
        />
      ))}
    </form>
  );
}
