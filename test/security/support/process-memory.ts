import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { procFile } from '../../support/proc-file';

const CHUNK = 4 * 2 ** 20;

/** A process and all below it, by number, with what each says it is. */
export function processTree(root: number): Map<number, string> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = /^PPid:\s+(\d+)$/m.exec(procFile(`/proc/${name}/status`))?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const tree = new Map<number, string>();
  const add = (pid: number) => {
    tree.set(pid, procFile(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').slice(0, 200));
    for (const [child, parent] of parents) if (parent === pid) add(child);
  };
  add(root);
  return tree;
}

/** The forms in which memory holds a text: as strings of JavaScript and bytes for a wire do. */
function formsOf(secret: string): Record<string, Buffer> {
  return {
    'UTF-8': Buffer.from(secret, 'utf8'),
    'UTF-16LE': Buffer.from(secret, 'utf16le'),
    // The last characters depend on what follows.
    Base64: Buffer.from(Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1)),
  };
}

/** Where the memory of a process holds one of the secrets: `name in form: count`. Throws where the memory cannot be read at all. */
export function secretsInMemory(pid: number, secrets: Readonly<Record<string, string>>): string[] {
  const sought = Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(formsOf(secret)).map(([form, bytes]) => ({ what: `${name} in ${form}`, bytes, count: 0 })),
  );
  const overlap = Math.max(...sought.map(({ bytes }) => bytes.length)) - 1;
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(CHUNK + overlap);
  let total = 0;
  try {
    for (const { from, to } of readableRanges(pid)) {
      for (let at = from; at < to; at += CHUNK) {
        const length = readAt(memory, chunk, Math.min(chunk.length, to - at), at);
        total += length;
        const part = chunk.subarray(0, length);
        for (const each of sought) each.count += countIn(part, each.bytes);
      }
    }
  } finally {
    closeSync(memory);
  }
  if (total === 0) throw new Error(`the memory of process ${pid} cannot be read`);
  return sought.filter(({ count }) => count > 0).map(({ what, count }) => `${what}: ${count}`);
}

function readableRanges(pid: number): { from: number; to: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'latin1')
    .split('\n')
    .map((line) => /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \S+\s*(.*)$/.exec(line))
    .filter((found) => found !== null && !/^\[v/.test(found[3] ?? ''))
    .map((found) => ({ from: Number.parseInt(found?.[1] ?? '', 16), to: Number.parseInt(found?.[2] ?? '', 16) }))
    .filter(({ to }) => Number.isSafeInteger(to));
}

/** Memory may be given back while it is read, or never have been there (PROT_READ of a device): then it holds nothing. */
function readAt(memory: number, into: Buffer, length: number, at: number): number {
  try {
    return readSync(memory, into, 0, length, at);
  } catch {
    return 0;
  }
}

function countIn(bytes: Buffer, sought: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) count += 1;
  return count;
}
