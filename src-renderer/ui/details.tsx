import type { ReactNode, Ref } from 'react';
import css from './details.module.css';
import { useSay } from './texts-store';

interface DetailsProps {
  label?: string;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}

/** A fold for what a sentence rests on, and for what only a report needs: numbers of rules, sources, codes. */
export function Details({ label, ref, children }: DetailsProps) {
  const say = useSay();
  return (
    <details className={css.details} ref={ref}>
      <summary>{label ?? say('app.details')}</summary>
      {children}
    </details>
  );
}

/** The number of a rule, and where it was read. */
export function RuleSource({ id, source }: { id: string; source: string }) {
  return (
    <p translate="no">
      {id}. {source}
    </p>
  );
}
