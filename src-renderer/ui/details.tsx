import type { ReactNode, Ref } from 'react';

interface DetailsProps {
  label?: string;
  ref?: Ref<HTMLDetailsElement>;
  children: ReactNode;
}

/** A fold for what a sentence rests on, and for what only a report needs: numbers of rules, sources, codes. */
export function Details({ label = 'Details', ref, children }: DetailsProps) {
  return (
    <details ref={ref}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
