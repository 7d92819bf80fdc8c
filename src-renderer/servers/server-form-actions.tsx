import type { SecretChange } from '../../src-shared/model/server';
import { closeFront } from '../state/app-store';
import { Button } from '../ui/button';
import { Elapsed } from '../ui/step-list';
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
  return saving ? (
    <>
      <Button onClick={saving.cancel} keys="Esc">
        Cancel
      </Button>
      {/* It stays in its place: the second click of a double one must not call the first off. */}
      <Button look="main" off={typedSecret(salt).kind === 'replace' ? 'Proving the salt on the server.' : 'Saving.'}>
        Save and check
      </Button>
      <span className="running-line">
        <Elapsed since={saving.since} />
      </span>
    </>
  ) : leaving ? (
    <>
      <b className="grow">Discard changes?</b>
      <Button onClick={closeFront}>Discard</Button>
      <Button look="main" onClick={onStay} autoFocus>
        Keep editing
      </Button>
    </>
  ) : (
    <>
      <Button onClick={onLeave} keys="Esc">
        Cancel
      </Button>
      <Button look="main" onClick={onSave}>
        Save and check
      </Button>
    </>
  );
}
