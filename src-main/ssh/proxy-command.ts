import { splitWords } from './config-lines';

/** Options of ssh(1) without a value that change nothing of where the connection goes. */
const IDLE = /^-[qTNnxaCv46]+$/;
const WITH_VALUE = ['-W', '-l', '-p', '-J'] as const;
const TARGETS = ['%h:%p', '[%h]:%p'];

/**
 * Reads a ProxyCommand that is nothing but `ssh -W %h:%p HOST` as the ProxyJump it stands for, e.g. `user@host:22`. Gives
 * undefined for any other command.
 */
export function jumpOfCommand(command: string): string | undefined {
  const words = (splitWords(command) ?? []).filter((word) => word !== '2>/dev/null');
  if (words[0] === 'exec') words.shift();
  if (!/^(.*\/)?ssh$/.test(words.shift() ?? '')) return undefined;
  const given = new Map<string, string>();
  let host: string | undefined;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (IDLE.test(word)) continue;
    const option = WITH_VALUE.find((each) => word?.startsWith(each));
    if (option === undefined) {
      if (word.startsWith('-') || host !== undefined) return undefined;
      host = word;
      continue;
    }
    const value = word.slice(option.length) || words.shift();
    if (value === undefined || given.has(option)) return undefined;
    given.set(option, value);
  }
  if (host === undefined || !TARGETS.includes(given.get('-W') ?? '')) return undefined;
  const [user, port, before] = [given.get('-l'), given.get('-p'), given.get('-J')];
  const bare = host.slice(host.lastIndexOf('@') + 1);
  if (/[,;|&<>`$()[\]:\s]/.test(`${host}${user ?? ''}`) || (port !== undefined && !/^\d{1,5}$/.test(port)))
    return undefined;
  const name = user === undefined ? host : `${user}@${bare}`;
  return `${before === undefined ? '' : `${before},`}${name}${port === undefined ? '' : `:${port}`}`;
}
