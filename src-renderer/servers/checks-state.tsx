import { Pause, Play } from 'lucide-react';
import { pauseChecks, useHealth } from '../state/health-store';
import { Signal } from '../ui/signal';

/** Under the list: whether servers are checked in the background, and the switch for it. */
export function ChecksSwitch() {
  const paused = useHealth((all) => all.paused);
  const Icon = paused ? Play : Pause;
  return (
    <button
      type="button"
      className="row quiet-row"
      title={
        paused ? 'Servers are not checked in the background. Resume' : 'Servers are checked every few minutes. Pause'
      }
      onClick={() => void pauseChecks(!paused)}
    >
      <Icon size={14} aria-hidden="true" />
      {paused ? 'Auto-check: off' : 'Auto-check: on'}
      <span className="unseen">, {paused ? 'resume' : 'pause'}</span>
    </button>
  );
}

/** In the status line, as long as they rest. */
export function PausedChecks() {
  const paused = useHealth((all) => all.paused);
  if (!paused) return null;
  return (
    <span title="The list shows the last known results until the checks resume.">
      <Signal tone="off" size={12} />
      Background checks paused
      <button type="button" className="link" onClick={() => void pauseChecks(false)}>
        Resume
      </button>
    </span>
  );
}
