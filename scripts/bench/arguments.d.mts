export function wishes(
  args: readonly string[],
  parts: Readonly<Record<string, { quick: boolean }>>,
): { complaint: string } | { complaint?: undefined; file: string | undefined; quick: boolean; wanted: string[] };
