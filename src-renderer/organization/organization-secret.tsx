import type { FieldDefinition } from '../../src-shared/gluu/pages/page';
import { saltWords } from '../../src-shared/messages/salt-words';
import type { OrganizationView, StoredPassword } from '../../src-shared/model/organization';
import type { SaltState } from '../../src-shared/model/salt';
import type { ServerSummary } from '../../src-shared/model/server';
import { openFront } from '../state/app-store';
import { SecretField } from '../ui/secret-field';
import { useSay } from '../ui/texts-store';
import type { Judged } from './judged';
import { LintNotes } from './lint-notes';
import { editSecret, focusFor, type OrganizationState, secretChange } from './organization-store';

const storedWords: Record<StoredPassword, string> = {
  none: '',
  decrypts: 'It decrypts with this server’s salt.',
  decryptsNonAscii:
    'It decrypts, and has letters outside ASCII. Gluu’s own page shows them garbled and would save them so; 4.2.3 sends them in ISO 8859-1. Better use plain letters, digits and signs.',
  decryptsGarbled:
    'It decrypts to what Gluu’s own page made of letters outside ASCII when it saved them. All versions but 4.2.3 send it wrong. Replace it.',
  decryptsDamaged:
    'It decrypts to a damaged text: its bytes are not UTF-8. Gluu up to 4.2.2 sends them as they are, later versions send U+FFFD in their place. Replace it.',
  doesNotDecrypt: 'It was encrypted with another salt, or it is damaged.',
  decryptsUnproved: 'It decrypts with the salt kept here. Whether Gluu can decrypt it is not known.',
  doesNotDecryptUnproved:
    'It does not decrypt with the salt kept here: one of the two is not this server’s. Look at the salt before you replace it.',
  noSalt: 'Without the salt it can be neither checked nor replaced; it is kept as it is.',
  wrongSalt: 'Whether Gluu can decrypt it is not known. Correct the salt; do not replace the password.',
};

/** What to press where the salt stands in the way. */
const saltRemedies: Record<SaltState['kind'], string | undefined> = {
  none: 'Paste the salt',
  contradicted: 'Correct the salt',
  unproved: 'Look at the salt',
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
  const stored = view.secrets[id]?.state ?? 'none';
  const remedy = server.demo ? undefined : saltRemedies[view.salt.kind];
  const fixed = view.fields[id]?.fixed;
  return (
    <SecretField
      label={label}
      change={secretChange(state, id)}
      stored={stored === 'none' ? 'none' : 'stored'}
      error={judged.errors[id]}
      toFocus={focusFor(server.id, id, state)}
      disabled={view.notWritable ? '' : fixed}
      onChange={(change) => editSecret(server.id, id, change)}
      notes={<LintNotes field={id} serverId={server.id} state={state} judged={judged} />}
      help={
        <>
          <span className={stored === 'decrypts' ? '' : 'warn'}>{storedWords[stored]}</span>{' '}
          {view.salt.kind === 'proved' ? null : <span className="warn">{say(saltWords(view.salt))} </span>}
          {remedy ? (
            <button
              type="button"
              className="link"
              onClick={() => openFront({ kind: 'serverForm', serverId: server.id, at: 'salt' })}
            >
              {remedy}
            </button>
          ) : null}
        </>
      }
    />
  );
}
