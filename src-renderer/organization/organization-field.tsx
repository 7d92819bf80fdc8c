import { Popover } from '@base-ui/react/popover';
import { CircleHelp } from 'lucide-react';
import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { ServerSummary } from '../../src-shared/model/server';
import { message, type Words } from '../../src-shared/texts/message';
import { AsIs, markOf } from '../ui/as-is';
import { Choice } from '../ui/choice';
import factsCss from '../ui/facts.module.css';
import { type ControlIds, FieldRow, TextInput } from '../ui/field';
import { useSay, useTexts } from '../ui/texts-store';
import { Toggle } from '../ui/toggle';
import type { Judged } from './judged';
import { LintNotes } from './lint-notes';
import css from './organization.module.css';
import { controlValue, type DraftValue, edit, focusFor, type OrganizationState, revert } from './organization-store';
import { useOwnLabel } from './own-label';

interface OrganizationFieldProps {
  field: FieldDefinition;
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
  judged: Judged;
}

/** One field of Organization Configuration: control, error, former value with Revert, oddity and help. */
export function OrganizationField({ field, server, state, view, judged }: OrganizationFieldProps) {
  const { say, words } = useTexts();
  const { id } = field;
  const serverId = server.id;
  const stored = controlValue(field, view);
  const value = state.draft[id] ?? stored;
  const changed = id in state.draft;
  const { oddities = [], fixed: fixedAlone } = view.fields[id] ?? {};
  const fixed = view.notWritable ?? fixedAlone;
  const name = view.names[id];
  const own = useOwnLabel(view.version)(field.label);
  const set = (next: DraftValue) => edit(serverId, id, next);
  return (
    <FieldRow
      {...own}
      error={judged.errors[id]}
      toFocus={focusFor(serverId, id, state)}
      changed={changed}
      before={changed ? { text: words(shownAs(field, stored)), revert: () => revert(serverId, id) } : undefined}
      help={<FieldHelp field={field} />}
      note={
        <>
          {oddities.length > 0 ? <p className="note warn">{say(oddities)}</p> : null}
          {fixedAlone ? <p className="note warn">{say(fixedAlone)}</p> : null}
          <LintNotes field={id} serverId={serverId} state={state} judged={judged} />
          {name ? (
            <p className="note mono" translate="no">
              {String(value)}
            </p>
          ) : null}
          {field.control === 'fact' ? <p className="note">{say(field.help)}</p> : null}
        </>
      }
    >
      {(ids) => (
        <FieldControl {...{ ids, field, value, changed, set, name }} label={own.label} isFixed={fixed !== undefined} />
      )}
    </FieldRow>
  );
}

interface FieldControlProps {
  ids: ControlIds;
  field: FieldDefinition;
  label: string;
  value: DraftValue;
  changed: boolean;
  isFixed: boolean;
  set: (next: DraftValue) => void;
  /** What the entry is called that the field holds as a DN. */
  name: string | undefined;
}

function FieldControl({ ids, field, label, value, changed, isFixed, set, name }: FieldControlProps) {
  const say = useSay();
  switch (field.control) {
    case 'toggle':
      return <Toggle {...ids} checked={value === true} disabled={isFixed} onChange={set} />;
    case 'choice':
      return (
        <Choice
          {...ids}
          label={label}
          options={[
            { value: 'enabled', text: say('value.enabled') },
            { value: 'disabled', text: say('value.disabled') },
          ]}
          value={value === true ? 'enabled' : value === false ? 'disabled' : undefined}
          disabled={isFixed}
          onChange={(next) => set(next === 'enabled')}
        />
      );
    case 'menu':
      return (
        <Choice
          {...ids}
          label={label}
          options={(field.options ?? []).map((option) => ({
            value: option.value,
            text: say(option.label),
            ...markOf(option.label),
          }))}
          value={typeof value === 'string' && value !== '' ? value : undefined}
          disabled={isFixed}
          onChange={set}
        />
      );
    case 'number':
      return (
        <TextInput
          {...ids}
          short
          inputMode="numeric"
          value={String(value)}
          changed={changed}
          readOnly={isFixed}
          onChange={set}
        />
      );
    case 'fact':
      return (
        <output
          id={ids.id}
          className={isDn(value) && !name ? 'mono' : ''}
          aria-describedby={ids.describedBy}
          translate={name || value ? 'no' : undefined}
        >
          {name ||
            String(value) ||
            say(field.attribute ? 'organization.field.notStored' : 'organization.field.notInLdap')}
        </output>
      );
    default:
      return <TextInput {...ids} value={String(value)} changed={changed} readOnly={isFixed} onChange={set} />;
  }
}

const isDn = (value: DraftValue): boolean => typeof value === 'string' && /^\w+=.+,\w+=/.test(value);

function shownAs(field: FieldDefinition, value: DraftValue): Words {
  const option = field.options?.find((each) => each.value === value);
  if (option) return option.label;
  if (typeof value === 'string') return value === '' ? message('value.empty') : value;
  if (field.control === 'choice') return message(value ? 'value.enabled' : 'value.disabled');
  return message(value ? 'word.on' : 'word.off');
}

/** Where a field lives, what a new installation holds, who reads it. */
function FieldHelp({ field }: { field: FieldDefinition }) {
  const say = useSay();
  return (
    <Popover.Root>
      <Popover.Trigger
        className={`icon ${css.help}`}
        aria-label={say('organization.field.about', { field: field.label })}
      >
        <CircleHelp size={14} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="start" className={css.place}>
          <Popover.Popup className={css.popover}>
            <Popover.Title>{say(field.label)}</Popover.Title>
            <p>{say(field.help)}</p>
            <dl className={factsCss.facts}>
              <dt translate="no">LDAP</dt>
              <dd className="mono">
                {field.attribute === undefined ? (
                  say('organization.field.notInLdap')
                ) : field.key === undefined ? (
                  <AsIs>{field.attribute}</AsIs>
                ) : (
                  say('organization.field.key', { attribute: field.attribute, key: field.key })
                )}
              </dd>
              <dt>{say('organization.field.initial')}</dt>
              <dd {...markOf(field.initial)}>{say(field.initial)}</dd>
              <dt>{say('organization.field.reader')}</dt>
              <dd>{say(field.reader)}</dd>
            </dl>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
