import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The strace command that `stepsIn` can read: one log for each thread, beside each other in `logs`. */
export const traced = (logs: string): string[] => [
  'strace',
  ...['-ff', '-qq', '-y', '-o', path.join(logs, 'trace')],
  ...['-e', 'trace=openat,write,fsync,statx,fstat,rename,chmod,fchmod'],
];

/** The strace command that lets the calls that match `what` fail, e.g. `rename:error=EIO:when=2`. */
export const failing = (what: string): string[] => [
  'strace',
  ...['-f', '-qq', '-o', '/dev/null'],
  ...['-e', `inject=${what}`],
];

/**
 * As `failing`, for calls on the first temporary file of a process whose names can be foreseen. With `-D` the process
 * has the number of the shell, as strace becomes a process of its own.
 */
export const failingOnTemporary = (file: string, what: string): string[] => [
  'bash',
  '-c',
  `exec strace -D -f -qq -o /dev/null -P "$0.$$-000000000000.tmp" -e inject=${what} "$@"`,
  file,
];

/** What the one thread that did the file work did in `profile`, with telling names. strace wrote a log for each thread. */
export function stepsIn(logs: string, profile: string): string[] {
  const lines = readdirSync(logs)
    .filter((name) => name.startsWith('trace.'))
    .map((name) => readFileSync(path.join(logs, name), 'utf8'))
    .filter((log) => log.includes('fsync('))
    .flatMap((log) => log.split('\n'))
    .filter((line) => line.includes(profile) && !line.includes('O_RDONLY') && !line.includes('ENOENT'));
  const temporaries = [...new Set(lines.join('\n').match(/servers\.json\.\d+-[0-9a-f]{12}\.tmp/g))];
  const named = lines.map((line) =>
    line
      .replaceAll(temporaries[0] ?? '?', 'new')
      .replaceAll(temporaries[1] ?? '?', 'copy')
      .replaceAll(`${profile}/`, '')
      .replaceAll(profile, 'folder'),
  );
  return named.map((line) =>
    [
      [/^openat\(AT_FDCWD[^,]*, "(\w+)", (\S+), (\d+)\).*/, 'open $1 $2 $3'],
      [/^fchmod\(\d+<(\w+)>, (\d+)\).*/, 'fchmod $1 $2'],
      [/^(write|fsync|statx|fstat)\(\d+<(\w+)>.*/, '$1 $2'],
      [/^rename\("(\w+)", "([^"]+)"\).*/, 'rename $1 to $2'],
    ].reduce((text, [pattern = '', to = '']) => text.replace(pattern, String(to)), line),
  );
}
