interface CutProps {
  text: string;
  strong?: boolean;
  className?: string;
}

/** A line of what others wrote, cut where it has no room; its title has all of it. */
export function Cut({ text, strong = false, className = '' }: CutProps) {
  const Line = strong ? 'b' : 'span';
  return (
    <Line className={`cut ${className}`} title={text}>
      {text}
    </Line>
  );
}
