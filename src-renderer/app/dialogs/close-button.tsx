import { closeFront } from '../../state/app-store';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/texts-store';

/** The way out of a dialog that only shows, or whose choices take effect at once. */
export function CloseButton() {
  const say = useSay();
  return (
    <Button look="main" onClick={closeFront} keys="Esc">
      {say('word.close')}
    </Button>
  );
}
