// Two ways of doing the same, measured in turn, so that whatever else the machine does falls on both.

/**
 * Runs `ours` and `theirs` in turn, first once for nothing and then `rounds` times. Each gives an object of numbers; what
 * comes back has, under the same names, `{ ours, theirs, ratio }`: the medians and the quotient of the two.
 */
export async function alternate(rounds, ours, theirs) {
  await ours();
  await theirs();
  const [mine, other] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await ours());
    other.push(await theirs());
  }
  const compare = (name) => {
    const [a, b] = [mine, other].map((results) => median(results.map((result) => result[name])));
    return { ours: a, theirs: b, ratio: a / b };
  };
  return Object.fromEntries(Object.keys(mine[0]).map((name) => [name, compare(name)]));
}

/** Milliseconds that `run` took, as `{ ms }`. */
export async function timed(run) {
  const began = performance.now();
  await run();
  return { ms: performance.now() - began };
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
