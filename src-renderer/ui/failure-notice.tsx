import type { ReactNode } from 'react';
import { isLibraryCode } from '../../src-shared/base/library-code';
import { failureInShort, sentencesOf } from '../../src-shared/messages/failure-texts';
import type { Failure } from '../../src-shared/model/failure';
import { stepMessage } from '../../src-shared/model/work';
import { message, type Message as Sentence } from '../../src-shared/texts/message';
import { AsIs, markOf } from './as-is';
import { Details } from './details';
import { Actions, Message, Quote, Todo } from './message';
import { Signal } from './signal';
import { useSay, useTexts } from './texts-store';

/** Where it failed, as a sentence; nothing if nowhere is named. */
export function placeOf({ stage, at: address }: Pick<Failure, 'stage' | 'at'>): Sentence | undefined {
  if (!stage) return address ? message('step.at.address', { address }) : undefined;
  const step = stepMessage(stage);
  // A jump host's stage has its address for a name.
  return address && !stage.endsWith(address)
    ? message('step.at.both', { step, address })
    : message('step.at.step', { step });
}

/** What the user called off is no failure: it is said, with what may have happened by then. */
function Cancelled({ what, children }: { what: string; children: ReactNode }) {
  const say = useSay();
  return (
    <section aria-label={say('app.failure.cancelled')}>
      <p className="with-icon dim">
        <Signal tone="off" />
        {what}
      </p>
      {children ? <Actions>{children}</Actions> : null}
    </section>
  );
}

/** A failure in full: what happened, at which stage and address, likely why, what to do, and the other side's own words. */
export function FailureNotice({ failure, children }: { failure: Failure; children?: ReactNode }) {
  const say = useSay();
  const place = placeOf(failure);
  const { what, why, todo } = sentencesOf(failure);
  const hasCode = failure.detail !== undefined && isLibraryCode(failure.detail);
  if (failure.code === 'work.cancelled') return <Cancelled what={say(failureInShort(failure))}>{children}</Cancelled>;
  return (
    <Message tone="bad" label={say('app.failure.label')} title={say(what)}>
      <p>
        {place ? `${say(place)} ` : ''}
        {why && say(why)}
      </p>
      {failure.reason ? <p {...markOf(failure.reason)}>{say(failure.reason)}</p> : null}
      {todo ? <Todo>{say(todo)}</Todo> : null}
      {failure.detail && !hasCode ? <Quote>{failure.detail}</Quote> : null}
      {children ? <Actions>{children}</Actions> : null}
      {hasCode ? (
        <Details>
          <AsIs>{failure.detail}</AsIs>
        </Details>
      ) : null}
    </Message>
  );
}

/** What is wrong at which field, where the fields themselves are not in sight. */
export function FieldProblems({ failure: { fields = {} } }: { failure: Failure }) {
  const { words } = useTexts();
  return Object.entries(fields).map(([field, problem]) => (
    <span key={field} {...markOf(problem)}>
      {words(problem)}
    </span>
  ));
}
