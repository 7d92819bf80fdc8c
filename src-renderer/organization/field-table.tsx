import type { OrganizationView } from '../../src-shared/model/organization';
import type { FieldId, OrganizationTab } from '../../src-shared/model/organization-fields';
import type { ServerSummary } from '../../src-shared/model/server';
import { fieldsOnTab } from '../app/server/organization-page';
import { BrokenJson } from './broken-json';
import { OrganizationField } from './organization-field';
import type { OrganizationState } from './organization-store';

interface FieldTableProps {
  tab: OrganizationTab;
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
}

/** A tab that is a plain list of fields. */
export function FieldTable({ tab, server, state, view }: FieldTableProps) {
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
          fixed={view.notWritable ?? view.fields[field.id as FieldId]?.fixed}
        />
      ))}
    </form>
  );
}
