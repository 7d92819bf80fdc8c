export interface FileResult {
  file: string;
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}

export function withSecondRun(
  first: readonly FileResult[],
  second: readonly FileResult[],
  rules: { known: readonly string[]; most: number },
): { files: FileResult[]; unsteady: string[]; unknown: number };
