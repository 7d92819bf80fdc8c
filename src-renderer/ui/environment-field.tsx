import { type Environment, environmentLabels, environments } from '../../src-shared/model/environment';
import { Choice } from './choice';
import { FieldRow } from './field';
import { useSay } from './texts-store';

/** The row of a form that says which environment a server belongs to. */
export function EnvironmentField({ value, onChange }: { value: Environment; onChange(value: Environment): void }) {
  const say = useSay();
  return (
    <FieldRow label={say('servers.profile.environment')}>
      {(ids) => (
        <Choice
          {...ids}
          label={say('servers.profile.environment')}
          options={environments.map((each) => ({ value: each, text: say(environmentLabels[each]) }))}
          value={value}
          onChange={onChange}
        />
      )}
    </FieldRow>
  );
}
