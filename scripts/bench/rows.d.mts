export interface Row {
  what: string;
  unit: string;
  other: string;
  goal?: number;
  absolute?: true;
}
export interface Measured {
  ours: number;
  theirs: number;
}

export const rows: Readonly<Record<string, Row>>;
export function resultOf(
  row: Row,
  measured: Measured,
): { what: string; ratio: number; goal: number | null; ours: number; theirs: number; unit: string };
export function lineOf(row: Row, measured: Measured): string;
