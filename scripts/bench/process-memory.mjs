// The memory of a process and all it has started, counted so that shared pages are not counted twice.
import fs from 'node:fs';

/**
 * Proportional set size of process `pid` and its descendants in MiB (proc(5), smaps_rollup: each shared page counts by
 * the part that falls on the process). Throws Node's EACCES error if Linux hides one of them from this user.
 */
export function proportionalSetSize(pid) {
  const kilobytes = familyOf(pid).map(
    (member) => /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0,
  );
  return kilobytes.reduce((sum, each) => sum + Number(each), 0) / 1024;
}

function familyOf(pid) {
  const children = new Map();
  for (const name of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    // The program's name stands in brackets and may itself hold any character; the parent is the second field after it.
    const parent = Number(read(`/proc/${name}/stat`).split(') ').at(-1).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const family = [pid];
  for (const member of family) family.push(...(children.get(member) ?? []));
  return family;
}

/** The text of a file under /proc; nothing if its process has just ended. */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return '';
    throw error;
  }
}
