// What the benchmark is asked for on its command line.
import { parseArgs } from 'node:util';

/**
 * Reads the arguments, given the `parts` there are. `file` is where the results go to, if anywhere; `wanted` holds the names of
 * the parts to be measured. Where an argument is not known, there is a `complaint` instead.
 * @param {string[]} args @param {Record<string, { quick: boolean }>} parts
 * @returns {{ complaint: string } | { complaint?: undefined, file: string | undefined, quick: boolean, wanted: string[] }}
 */
export function wishes(args, parts) {
  const names = Object.keys(parts);
  const usage = `there is --json FILE, --quick, and --only with one of: ${names.join(', ')}`;
  try {
    const { values } = parseArgs({
      args,
      options: { json: { type: 'string' }, quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
    });
    const { json: file, quick = false, only = names } = values;
    const strange = only.filter((name) => !names.includes(name));
    if (strange.length > 0) return { complaint: `there is no part ${strange.join(', ')}; ${usage}` };
    if (file === '') return { complaint: `--json names no file; ${usage}` };
    const wanted = names.filter((name) => only.includes(name) && (!quick || parts[name].quick));
    return wanted.length === 0
      ? { complaint: `nothing of ${only.join(', ')} is quick; ${usage}` }
      : { file, quick, wanted };
  } catch (error) {
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error;
    return { complaint: `${error.message}; ${usage}` };
  }
}
