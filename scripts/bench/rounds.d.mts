type Found = Record<string, number>;

export function inTurn<Name extends string>(
  rounds: number,
  ways: Record<Name, () => Promise<Found>>,
  pick?: (numbers: number[]) => number,
): Promise<Record<Name, Found>>;
export function alternate(
  rounds: number,
  ours: () => Promise<Found>,
  theirs: () => Promise<Found>,
): Promise<Record<string, { ours: number; theirs: number }>>;
export function median(numbers: number[]): number;
