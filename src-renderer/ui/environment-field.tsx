import { type Environment, environmentLabels, environments } from '../../src-shared/model/server';
import { Choice } from './choice';
import { FieldRow } from './field';

/** The row of a form that says which environment a server belongs to. */
export function EnvironmentField({ value, onChange }: { value: Environment; onChange(value: Environment): void }) {
  return (
    <FieldRow label="Environment">
      {(ids) => (
        <Choice
          {...ids}
          label="Environment"
          options={environments.map((each) => ({ value: each, text: environmentLabels[each] }))}
          value={value}
          onChange={onChange}
        />
      )}
    </FieldRow>
  );
}
