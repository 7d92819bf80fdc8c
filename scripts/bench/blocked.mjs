// How long a window takes no input and draws nothing, while something is done in it.

/**
 * Runs `act` on the window's `page` and gives the longest it was held meanwhile, in ms: from a key or a click to the frame that
 * shows it (Event Timing), a task (Long Tasks, from 50 ms on), or the pause between two frames, whichever is longest.
 */
export async function blockedDuring(page, act) {
  await page.evaluate(watchInWindow);
  await act();
  return page.evaluate(() => window.benchWatch.end());
}

/** Runs in the window. */
function watchInWindow() {
  let longest = 0;
  let last;
  let request;
  const take = (ms) => {
    longest = Math.max(longest, ms);
  };
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime >= began) take(duration);
  });
  const frame = (now) => {
    if (last !== undefined) take(now - last);
    last = now;
    request = requestAnimationFrame(frame);
  };
  const began = performance.now();
  observer.observe({ type: 'event', durationThreshold: 16 });
  observer.observe({ type: 'longtask' });
  request = requestAnimationFrame(frame);
  window.benchWatch = {
    /** What was begun last is shown two frames later, and told by the observer soon after. */
    async end() {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      cancelAnimationFrame(request);
      await new Promise((resolve) => setTimeout(resolve, 100));
      observer.disconnect();
      return longest;
    },
  };
}
