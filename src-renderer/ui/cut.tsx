import type { ComponentProps } from 'react';

interface CutProps extends Omit<ComponentProps<'span'>, 'children' | 'title' | 'ref'> {
  text: string;
  strong?: boolean;
}

/** A line that is cut where it has no room; its title has all of it. */
export function Cut({ text, strong = false, className = '', ...rest }: CutProps) {
  const Line = strong ? 'b' : 'span';
  return (
    <Line {...rest} className={`cut ${className}`} title={text}>
      {text}
    </Line>
  );
}
