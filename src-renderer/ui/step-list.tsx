import { useEffect, useState } from 'react';
import type { Step } from '../../src-shared/model/work';
import { Button } from './button';
import { Signal, toneOfStep, wordOfStep } from './signal';

/** The stages of a long call as one line with stops: what was reached, what it found, how long it took. */
export function StepList({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.name} className={`step ${step.state}`}>
          <Signal tone={toneOfStep[step.state]} />
          <span className="step-name">{step.name}</span>
          <span className="step-text" title={step.text}>
            <span className={step.text && step.state !== 'running' ? 'unseen' : ''}>{wordOfStep[step.state]}</span>
            {step.text && step.state !== 'running' ? ` ${step.text}` : ''}
          </span>
          <span className="step-time">{step.ms === undefined ? '' : `${step.ms} ms`}</span>
        </li>
      ))}
    </ol>
  );
}

/** Seconds since a moment, ticking. */
export function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <>{(Math.max(0, now - since) / 1000).toFixed(1)} s</>;
}

/** How long something has run already, with the button that ends it. */
export function RunningLine({ since, onCancel }: { since: number; onCancel(): void }) {
  return (
    <p className="running-line">
      <Elapsed since={since} />
      <Button small onClick={onCancel}>
        Cancel
      </Button>
    </p>
  );
}
