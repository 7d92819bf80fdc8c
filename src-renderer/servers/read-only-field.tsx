import { isProduction } from '../../src-shared/model/environment';
import { type ServerDraft, writingMinutes } from '../../src-shared/model/server';
import { FieldRow } from '../ui/field';
import { useSay } from '../ui/texts-store';
import { Toggle } from '../ui/toggle';

interface ReadOnlyFieldProps {
  server: Pick<ServerDraft, 'environment' | 'readOnly'>;
  onChange(readOnly: boolean): void;
}

/** Whether the console writes to a server at all. For production that is not a setting: it is allowed for a time only. */
export function ReadOnlyField({ server, onChange }: ReadOnlyFieldProps) {
  const say = useSay();
  const always = isProduction(server);
  const note = always
    ? say('servers.form.readOnlyProduction', { n: writingMinutes })
    : say('servers.form.readOnlyNote');
  return (
    <FieldRow label={say('servers.profile.readOnly')} note={<p className="note">{note}</p>}>
      {(ids) => <Toggle {...ids} checked={always || server.readOnly} disabled={always} onChange={onChange} />}
    </FieldRow>
  );
}
