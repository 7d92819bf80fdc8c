import { closeFront } from '../shell/app-store';
import { Button } from '../ui/button';
import { openFile, openOnboarding } from './onboarding-store';

/** The ways to a new server without typing it. `off`: why they are not offered now. */
export function OnboardingEntries({ off }: { off?: string | undefined }) {
  const begin = () => {
    closeFront();
    openOnboarding();
  };
  return (
    <div className="pair entries">
      <Button small onClick={begin} off={off}>
        Find it over SSH
      </Button>
      <Button
        small
        off={off}
        onClick={() => {
          begin();
          void openFile();
        }}
      >
        Open a properties file
      </Button>
    </div>
  );
}
