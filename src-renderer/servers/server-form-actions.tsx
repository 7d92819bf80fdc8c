import type { SecretChange } from '../../src-shared/model/server';
import { closeFront } from '../state/app-store';
import { Button } from '../ui/button';
import { Elapsed } from '../ui/step-list';
import { useSay } from '../ui/texts-store';
import { typedSecret } from './server-draft';

interface Props {
  saving: { since: number; cancel(): void } | undefined;
  salt: SecretChange;
  /** Whether it is asked if what was typed is to be discarded. */
  leaving: boolean;
  onStay(): void;
  onLeave(): void;
  onSave(): void;
}

/** The buttons of the form of a server: while it is filled in, while it is saved, and when it is left with changes. */
export function ServerFormActions({ saving, salt, leaving, onStay, onLeave, onSave }: Props) {
  const say = useSay();
  return saving ? (
    <>
      <Button onClick={saving.cancel} keys="Esc">
        {say('word.cancel')}
      </Button>
      {/* It stays in its place: the second click of a double one must not call the first off. */}
      <Button
        look="main"
        off={say(typedSecret(salt).kind === 'replace' ? 'servers.form.provingSalt' : 'servers.form.saving')}
      >
        {say('word.saveAndCheck')}
      </Button>
      <span className="running-line">
        <Elapsed since={saving.since} />
      </span>
    </>
  ) : leaving ? (
    <>
      <b className="grow">{say('servers.form.discardQuestion')}</b>
      <Button onClick={closeFront}>{say('word.discard')}</Button>
      <Button look="main" onClick={onStay} autoFocus>
        {say('word.keepEditing')}
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onLeave} keys="Esc">
        {say('word.cancel')}
      </Button>
      <Button look="main" onClick={onSave}>
        {say('word.saveAndCheck')}
      </Button>
    </>
  );
}
