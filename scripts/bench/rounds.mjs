// Several ways of doing the same, measured in turn, so that whatever else the machine does falls on all of them.

/**
 * Runs each of `ways` in turn, first once for nothing and then `rounds` times. Each gives an object of numbers; what comes back
 * has, under the way's name and theirs, the median of each, or what `pick` makes of them.
 */
export async function inTurn(rounds, ways, pick = median) {
  const names = Object.keys(ways);
  for (const name of names) await ways[name]();
  const seen = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) seen[name].push(await ways[name]());
  }
  const picked = (results) =>
    Object.fromEntries(Object.keys(results[0]).map((key) => [key, pick(results.map((result) => result[key]))]));
  return Object.fromEntries(names.map((name) => [name, picked(seen[name])]));
}

/** Two of them, `{ ours, theirs }` under the name of each number. */
export async function alternate(rounds, ours, theirs) {
  const found = await inTurn(rounds, { ours, theirs });
  const both = (key) => ({ ours: found.ours[key], theirs: found.theirs[key] });
  return Object.fromEntries(Object.keys(found.ours).map((key) => [key, both(key)]));
}

/** Milliseconds that `run` took, as `{ ms }`. */
export async function timed(run) {
  const began = performance.now();
  await run();
  return { ms: performance.now() - began };
}

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
