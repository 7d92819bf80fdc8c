import { Button } from '../ui/button';
import { closeFront } from './app-store';

/** The way out of a dialog that only shows, or whose choices take effect at once. */
export function CloseButton() {
  return (
    <Button look="main" onClick={closeFront} keys="Esc">
      Close
    </Button>
  );
}
