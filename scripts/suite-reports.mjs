// Reads what vitest and Playwright report of their tests, file by file. For scripts/suites.mjs.
import fs from 'node:fs';
import path from 'node:path';

const SHOWN_FAILURE = 1500;

/**
 * What one file of tests came to: `{ file, passed, failed, skipped, failures }`, `failures` being texts to print. `file` is
 * its path from the root, which the runner takes as an argument.
 * @typedef {{ file: string, passed: number, failed: number, skipped: number, failures: string[] }} FileResult
 */

/** Reads vitest's JSON report. @returns {FileResult[]} */
export function readVitest(report, root) {
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return testResults.map(({ name, message, status, assertionResults }) => {
    const file = path.relative(root, name);
    const count = (...statuses) => assertionResults.filter((each) => statuses.includes(each.status)).length;
    const failed = count('failed');
    const failures = assertionResults
      .filter((each) => each.status === 'failed')
      .map(({ fullName, failureMessages }) => shorten(`${file}: ${fullName}\n${failureMessages.join('\n')}`));
    if (message) failures.unshift(shorten(`${file}: ${message}`));
    // A file that fails outside of its tests has failed, too.
    const outside = status === 'failed' && failed === 0 ? 1 : 0;
    return {
      file,
      passed: count('passed'),
      failed: failed + outside,
      skipped: count('pending', 'skipped', 'todo'),
      failures,
    };
  });
}

/** Reads Playwright's JSON report. @returns {FileResult[]} */
export function readPlaywright(report, root) {
  const { config, suites } = JSON.parse(fs.readFileSync(report, 'utf8'));
  return suites.map((suite) => {
    const file = path.relative(root, path.join(config.rootDir, suite.file));
    const tests = specsOf(suite).flatMap((spec) => spec.tests.map((each) => ({ ...each, title: spec.title })));
    const count = (status) => tests.filter((each) => each.status === status).length;
    const bad = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky');
    const failures = bad.map(({ title, results }) => {
      const errors = results.flatMap(({ error }) => error?.message ?? []);
      return shorten(`${file}: ${title}\n${errors.join('\n')}`);
    });
    return { file, passed: count('expected'), failed: bad.length, skipped: count('skipped'), failures };
  });
}

const shorten = (text) => text.slice(0, SHOWN_FAILURE);

/** The tests of a file, whatever the depth at which they stand. */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/**
 * The results of a first run, with those of the files that were run once more in their place. `unsteady`: what failed at first
 * and passed then. It is forgiven to the files named in `known`, and to `most` others; `unknown` counts those.
 * @param {FileResult[]} first @param {FileResult[]} second @param {{ known: readonly string[], most: number }} rules
 */
export function withSecondRun(first, second, { known, most }) {
  const again = new Map(second.map((result) => [result.file, result]));
  const unsteady = [];
  let unknown = 0;
  const files = first.map((result) => {
    const repeated = again.get(result.file);
    if (!repeated || repeated.failed > 0) return repeated ?? result;
    unsteady.push(...result.failures);
    if (known.includes(result.file)) return repeated;
    unknown += 1;
    return unknown > most ? result : repeated;
  });
  return { files, unsteady, unknown };
}
