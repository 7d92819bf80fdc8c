import { useEffect, useState } from 'react';
import { isLibraryCode } from '../../src-shared/base/library-code';
import { type Step, stepMessage } from '../../src-shared/model/work';
import type { Message, Words } from '../../src-shared/texts/message';
import { markOf } from './as-is';
import { Button } from './button';
import { Signal, type Tone, toneOfStep, wordOfStep } from './signal';
import css from './step-list.module.css';
import { useSay, useTexts } from './texts-store';

interface StepListProps {
  steps: readonly Step[];
  label: string;
  /** The call is over: what still waits was not reached. */
  isOver?: boolean;
  /** The words of the failure that a notice beside it shows: the stage that failed does not repeat them. */
  shownBeside?: Words | undefined;
  /** As close to each other as beside a form. */
  dense?: boolean;
}

/** The stages of a long call as one line with stops: what was reached, what it found, how long it took. */
export function StepList({ steps, label, isOver = false, shownBeside, dense }: StepListProps) {
  const toneOf = ({ state }: Step): Tone => (isOver && state === 'waiting' ? 'off' : toneOfStep[state]);
  const wordOf = ({ state }: Step) => wordOfStep(isOver && state === 'waiting' ? 'notReached' : state);
  const say = useSay();
  return (
    <ol className={css.steps} data-dense={dense || undefined} aria-label={label}>
      {steps.map((step) => (
        <li key={step.name} className={css.step} data-state={step.state}>
          <Signal tone={toneOf(step)} />
          <span className={css.name} data-label {...markOf(stepMessage(step.name))}>
            {say(stepMessage(step.name))}
          </span>
          <StepText step={step} word={wordOf(step)} shownBeside={shownBeside} />
          <span className={css.time}>{step.ms === undefined ? '' : say('step.took', { ms: step.ms })}</span>
        </li>
      ))}
    </ol>
  );
}

interface StepTextProps {
  step: Step;
  word: Message;
  shownBeside: Words | undefined;
}

/** What a stage found. The code of an error says no more than the failure beside it says in words. */
function StepText({ step: { state, text: found }, word, shownBeside }: StepTextProps) {
  const { say, words } = useTexts();
  const text = found === undefined ? '' : words(found);
  const isSaidElsewhere = state === 'failed' && (text === (shownBeside && words(shownBeside)) || isLibraryCode(text));
  const shown = state === 'running' || isSaidElsewhere ? '' : text;
  return (
    <span className={css.text} title={shown || undefined} {...(shown ? markOf(found) : {})}>
      <span className={shown ? 'unseen' : ''}>{say(word)}</span>
      {shown ? ` ${shown}` : ''}
    </span>
  );
}

/** Seconds since a moment, ticking. */
export function Elapsed({ since }: { since: number }) {
  const say = useSay();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return say('step.elapsed', { seconds: Math.max(0, now - since) / 1000 });
}

/** How long something has run already, with the button that ends it. */
export function RunningLine({ since, onCancel }: { since: number; onCancel(): void }) {
  const say = useSay();
  return (
    <p className="running-line">
      <Elapsed since={since} />
      <Button small onClick={onCancel}>
        {say('word.cancel')}
      </Button>
    </p>
  );
}
