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

/** The title of a test of the plan: its number, its words and its cases. */
export const titled = (id: TestId, words: string): string =>
  `${id} ${words} (${plan[id].severity}, ${plan[id].cases} ${plan[id].cases === 1 ? 'case' : 'cases'})`;
