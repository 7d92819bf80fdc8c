import { appendFileSync } from 'node:fs';
import { plan, type TestId } from './plan';

/** Where `npm run score:security` collects what ran; absent where the suite runs for itself. */
const report = process.env.GLUU_SECURITY_REPORT;

const tell = (line: object): void => {
  if (report) appendFileSync(report, `${JSON.stringify(line)}\n`);
};

/**
 * Runs one case of the security plan and counts it once it passed; rejects as `run` does, and the case counts as failed.
 * `name` tells the cases of a test apart: the same name counts once.
 */
export async function securityCase(id: TestId, name: string, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    tell({ id, name, passed: false });
    throw error;
  }
  tell({ id, name, passed: true });
}

/** The title of a test of the plan: its number, its words, what this part of it is about, and its cases. */
export function titled(id: TestId, part?: string): string {
  const { severity, cases, words } = plan[id];
  const what = part === undefined ? words : `${words}: ${part}`;
  return `${id} ${what} (${severity}, ${cases} ${cases === 1 ? 'case' : 'cases'})`;
}
