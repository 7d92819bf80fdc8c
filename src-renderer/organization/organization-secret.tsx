import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { saltWords } from '../../src-shared/messages/salt-words';
import type { OrganizationView } from '../../src-shared/model/organization';
import type { SaltState } from '../../src-shared/model/salt';
import type { ServerSummary } from '../../src-shared/model/server';
import { message, type Message as Sentence } from '../../src-shared/texts/message';
import { openFront } from '../state/app-store';
import { SecretField } from '../ui/secret-field';
import { useSay } from '../ui/texts-store';
import type { Judged } from './judged';
import { LintNotes } from './lint-notes';
import { editSecret, focusFor, type OrganizationState, secretChange } from './organization-store';
import { useOwnLabel } from './own-label';

/** What to press where the salt stands in the way. */
const saltRemedies: Record<SaltState['kind'], Sentence | undefined> = {
  none: message('organization.secret.paste'),
  contradicted: message('organization.secret.correct'),
  unproved: message('organization.secret.check'),
  proved: undefined,
};

interface OrganizationSecretProps {
  field: FieldDefinition;
  server: ServerSummary;
  state: OrganizationState;
  view: OrganizationView;
  judged: Judged;
}

/** A secret of Organization Configuration: kept, replaced or cleared, with what the salt says of the stored one. */
export function OrganizationSecret({ field: { id, label }, server, state, view, judged }: OrganizationSecretProps) {
  const say = useSay();
  const ownLabel = useOwnLabel(view.version);
  const stored = view.secrets[id]?.state ?? 'none';
  const remedy = server.demo ? undefined : saltRemedies[view.salt.kind];
  const fixed = view.fields[id]?.fixed;
  return (
    <SecretField
      {...ownLabel(label)}
      change={secretChange(state, id)}
      stored={stored === 'none' ? 'none' : 'stored'}
      error={judged.errors[id]}
      toFocus={focusFor(server.id, id, state)}
      disabled={view.notWritable ? '' : fixed && say(fixed)}
      onChange={(change) => editSecret(server.id, id, change)}
      notes={<LintNotes field={id} serverId={server.id} state={state} judged={judged} />}
      help={
        <>
          <span className={stored === 'decrypts' ? '' : 'warn'}>
            {stored === 'none' ? '' : say(`organization.secret.${stored}`)}
          </span>{' '}
          {view.salt.kind === 'proved' ? null : <span className="warn">{say(saltWords(view.salt))} </span>}
          {remedy ? (
            <button
              type="button"
              className="link"
              onClick={() => openFront({ kind: 'serverForm', serverId: server.id, at: 'salt' })}
            >
              {say(remedy)}
            </button>
          ) : null}
        </>
      }
    />
  );
}
