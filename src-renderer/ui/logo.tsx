/** The line with one stop: from a setting to an inbox. */
export function Logo() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M1.5 8h3.2M11.3 8h3.2" strokeWidth="2" />
      <circle cx="8" cy="8" r="3.3" strokeWidth="2" />
    </svg>
  );
}
