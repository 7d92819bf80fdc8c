import { isProduction, type ServerDraft, writingMinutes } from '../../src-shared/model/server';
import { FieldRow } from '../ui/field';
import { Toggle } from '../ui/toggle';

interface ReadOnlyFieldProps {
  server: Pick<ServerDraft, 'environment' | 'readOnly'>;
  onChange(readOnly: boolean): void;
}

/** Whether the console writes to a server at all. For production that is not a setting: it is allowed for a time only. */
export function ReadOnlyField({ server, onChange }: ReadOnlyFieldProps) {
  const always = isProduction(server);
  const note = always
    ? `Always on for Production. Its header allows writing for ${writingMinutes} minutes at a time.`
    : 'Nothing is written while this is on. The server’s header turns it off.';
  return (
    <FieldRow label="Read-only" note={<p className="note">{note}</p>}>
      {(ids) => <Toggle {...ids} checked={always || server.readOnly} disabled={always} onChange={onChange} />}
    </FieldRow>
  );
}
