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
  rules: { strict: boolean; known: readonly string[] },
): { files: FileResult[]; unsteady: string[] };
