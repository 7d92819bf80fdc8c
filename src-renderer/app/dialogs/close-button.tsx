import { closeFront } from '../../state/app-store';
import { Button } from '../../ui/button';

/** The way out of a dialog that only shows, or whose choices take effect at once. */
export function CloseButton() {
  return (
    <Button look="main" onClick={closeFront} keys="Esc">
      Close
    </Button>
  );
}
