import type { OrganizationView, TabId } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { BrokenJson } from './broken-json';
import type { Judged } from './judged';
import { brokenOn, fieldsOnTab } from './on-tab';
import { OrganizationField } from './organization-field';
import { OrganizationSecret } from './organization-secret';
import type { OrganizationState } from './organization-store';

interface FieldTableProps {
  tab: TabId;
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
  judged: Judged;
}

/** A tab that is a plain list of fields. */
export function FieldTable(props: FieldTableProps) {
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <FieldRows {...props} />
    </form>
  );
}

/** The fields of a tab, each with its control. In the place of those in a text that cannot be read stands that text. */
export function FieldRows({ tab, server, state, view, judged }: FieldTableProps) {
  const fields = fieldsOnTab(tab, state.page, view);
  const broken = brokenOn(tab, state.page, view);
  const props = { server, state, view, judged };
  return (
    <>
      {broken.map((text) => (
        <BrokenJson key={text.attribute} {...text} />
      ))}
      {fields
        .filter((field) => broken.every(({ attribute }) => attribute !== field.attribute))
        .map((field) =>
          field.control === 'secret' ? (
            <OrganizationSecret key={field.id} field={field} {...props} />
          ) : (
            <OrganizationField key={field.id} field={field} {...props} />
          ),
        )}
    </>
  );
}
