import { Pause, Play } from 'lucide-react';
import { Signal } from '../ui/signal';
import { pauseChecks, useFleet } from './fleet-store';

/** Under the list: whether servers are checked in the background, and the switch for it. */
export function ChecksSwitch() {
  const paused = useFleet((fleet) => fleet.paused);
  const Icon = paused ? Play : Pause;
  return (
    <button
      type="button"
      className="quiet-row checks-switch"
      title={
        paused ? 'Servers are not checked in the background. Go on' : 'Servers are checked every few minutes. Pause'
      }
      onClick={() => void pauseChecks(!paused)}
    >
      <Icon size={14} aria-hidden="true" />
      {paused ? 'Auto-check: off' : 'Auto-check: on'}
      <span className="unseen">, {paused ? 'go on with them' : 'pause them'}</span>
    </button>
  );
}

/** In the status line, as long as they rest. */
export function PausedChecks() {
  const paused = useFleet((fleet) => fleet.paused);
  if (!paused) return null;
  return (
    <span className="status-fact" title="What the list shows grows old until the checks go on.">
      <Signal tone="off" size={12} />
      Background checks paused
      <button type="button" className="link" onClick={() => void pauseChecks(false)}>
        Go on
      </button>
    </span>
  );
}
