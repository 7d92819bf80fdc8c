import { useId } from 'react';
import { knownBindDns, ldapModeLabels, ldapModes } from '../../src-shared/model/server';
import { message, type Words } from '../../src-shared/texts/message';
import { AsIs } from '../ui/as-is';
import { Choice } from '../ui/choice';
import { FieldRow, TextInput } from '../ui/field';
import { useSay } from '../ui/texts-store';
import type { Draft } from './server-draft';

interface LdapFieldsProps {
  draft: Draft;
  errorOf(name: keyof Draft): Words | undefined;
  onEdit(part: Partial<Draft>): void;
}

/** Where a server's directory is, and the account it is used with. */
export function LdapFields({ draft, errorOf, onEdit }: LdapFieldsProps) {
  const say = useSay();
  const dnList = useId();
  return (
    <>
      <FieldRow label={say('servers.form.host')} error={errorOf('host')}>
        {(ids) => <TextInput {...ids} value={draft.host} onChange={(host) => onEdit({ host: host.trimStart() })} />}
      </FieldRow>
      <FieldRow label={say('servers.form.port')} error={errorOf('port')}>
        {(ids) => (
          <TextInput {...ids} short inputMode="numeric" value={draft.port} onChange={(port) => onEdit({ port })} />
        )}
      </FieldRow>
      <FieldRow
        label={say('servers.profile.mode')}
        error={draft.mode === 'plain' ? message('servers.form.plainNote') : undefined}
      >
        {(ids) => (
          <Choice
            {...ids}
            label={say('servers.profile.mode')}
            options={ldapModes.map((value) => ({ value, text: say(ldapModeLabels[value]) }))}
            value={draft.mode}
            onChange={(mode) => onEdit({ mode })}
          />
        )}
      </FieldRow>
      <FieldRow
        label={say('servers.profile.bindDn')}
        error={errorOf('bindDn')}
        note={
          <p className="note">
            {knownBindDns.map((dn, index) => (
              <button key={dn} type="button" className="link" onClick={() => onEdit({ bindDn: dn })}>
                <AsIs>
                  {index === 0 ? 'OpenDJ' : 'OpenLDAP'}: {dn}
                </AsIs>
              </button>
            ))}
          </p>
        }
      >
        {(ids) => (
          <TextInput {...ids} mono list={dnList} value={draft.bindDn} onChange={(bindDn) => onEdit({ bindDn })} />
        )}
      </FieldRow>
      <datalist id={dnList}>
        {knownBindDns.map((dn) => (
          <option key={dn} value={dn} />
        ))}
      </datalist>
    </>
  );
}
