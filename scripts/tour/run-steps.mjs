// Runs the steps of the tour one after another and tells each in a line.
import path from 'node:path';

/** The first line of what went wrong, without the colours that Playwright puts in for terminals. */
const firstLine = (error) =>
  String(error?.message ?? error)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal begin with one
    .replace(/\u001b\[\d+m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 3)
    .join(' ');

/**
 * Runs `steps` (`{ title, run }`; `run` gives what was seen, or throws) with `tools`, and `shot(name, { picture })` added
 * to them: it puts a picture of the window into `folder`. Goes on after a failure. Stops early when `stopped()`. Gives
 * the titles of the steps that failed.
 */
export async function runSteps(steps, tools, { folder, pictures, say, stopped }) {
  const failed = [];
  for (const [index, { title, run }] of steps.entries()) {
    if (stopped()) break;
    const number = String(index + 1).padStart(2);
    const shot = async (name, { picture } = {}) => {
      await takePicture(tools.page, path.join(folder, `${number.replace(' ', '0')}-${name}.png`));
      if (picture && pictures) await takePicture(tools.page, path.join(pictures, `${picture}.png`));
    };
    const began = performance.now();
    const line = (word, text) => {
      const ms = `${Math.round(performance.now() - began)}`.padStart(5);
      say(`${number}  ${word.padEnd(6)} ${ms} ms  ${title}: ${text}`);
    };
    try {
      line('ok', await run({ ...tools, shot }));
    } catch (error) {
      if (stopped()) break;
      failed.push(title);
      line('FAILED', firstLine(error));
      // What went wrong may be that there is no longer a window.
      await shot('failed').catch(() => {});
      await tools.page.keyboard.press('Escape').catch(() => {});
    }
  }
  return failed;
}

// Playwright hides the caret with a style of its own, which the window's CSP refuses.
const takePicture = (page, file) => page.screenshot({ path: file, caret: 'initial' });
