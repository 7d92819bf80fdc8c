import type { ReactNode } from 'react';
import { isLibraryCode } from '../../src-shared/base/library-code';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import type { Failure } from '../../src-shared/model/failure';
import { stepInWords } from '../../src-shared/model/work';
import { Details } from './details';
import { Actions, Message, Quote, Todo } from './message';
import { Signal } from './signal';
import { useSay, useTexts } from './texts-store';

/** Where it failed, as a sentence with a blank after it; empty if nowhere is named. */
export function placeOf({ stage, at }: Failure): string {
  const where = stage && stepInWords(stage);
  // A jump host's stage has its address for a name.
  const address = at && where?.endsWith(at) ? undefined : at;
  const place = [where && `At ${where}`, address].filter(Boolean).join(', ');
  return place ? `${place}. ` : '';
}

/** What the user called off is no failure: it is said, with what may have happened by then. */
function Cancelled({ what, children }: { what: string; children: ReactNode }) {
  return (
    <section aria-label="Cancelled">
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
  const { what, why, todo } = sentencesOf(failure);
  const hasCode = failure.detail !== undefined && isLibraryCode(failure.detail);
  if (failure.code === 'work.cancelled')
    return <Cancelled what={[say(what), failure.detail].filter(Boolean).join(' ')}>{children}</Cancelled>;
  return (
    <Message tone="bad" label="What went wrong" title={say(what)}>
      <p>
        {placeOf(failure)}
        {why && say(why)}
      </p>
      {todo ? <Todo>{say(todo)}</Todo> : null}
      {failure.detail && !hasCode ? <Quote>{failure.detail}</Quote> : null}
      {children ? <Actions>{children}</Actions> : null}
      {hasCode ? <Details>{failure.detail}</Details> : null}
    </Message>
  );
}

/** What is wrong at which field, where the fields themselves are not in sight. */
export function FieldProblems({ failure: { fields = {} } }: { failure: Failure }) {
  const { words } = useTexts();
  return Object.entries(fields).map(([field, problem]) => <span key={field}>{words(problem)}</span>);
}
