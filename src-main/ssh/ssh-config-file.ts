import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import SSHConfig from 'ssh-config';
import { AppError } from '../app-error';
import { nodeCode } from '../net/net-error';
import { safeText } from '../safe-text';
import { matchesPattern, matchesPatternList } from './host-pattern';

/** What the configuration says of a host: each value by its keyword in lower case, the first one found of each wins. */
export type ConfigValues = ReadonlyMap<string, readonly string[]>;

export interface ConfigReader {
  /** Throws AppError `ssh.noConfig` where the answer depends on a command that would have to be run. */
  valuesFor(host: string, user: string | undefined): Promise<ConfigValues>;
  /** The names in `Host` lines that stand for one host, in the order of the files. */
  aliases(): Promise<string[]>;
}

type Line = SSHConfig[number];
type Section = Extract<Line, { config: SSHConfig }>;

const MAX_BYTES = 1024 * 1024;
/** ssh_config(5) allows 16. */
const MAX_DEPTH = 16;
/** All values of these count, not the first alone. */
const SEVERAL = ['identityfile', 'include'];

/**
 * Reads `~/.ssh/config` and the files it includes, anew each time, so that an edit counts at once. Only the package's
 * parser is used: its own evaluation runs commands (`Match exec`, `nslookup`).
 */
export function createConfigReader(home: string): ConfigReader {
  const folder = path.join(home, '.ssh');
  const file = path.join(folder, 'config');

  async function walk(
    lines: readonly Line[],
    depth: number,
    takes: (section: Section) => boolean,
    visit: (keyword: string, values: string[]) => void,
  ): Promise<void> {
    if (depth > MAX_DEPTH) throw new Error('Include files are nested too deeply.');
    for (const line of lines) {
      if (!('param' in line)) continue;
      const keyword = line.param.toLowerCase();
      if ('config' in line) {
        if (takes(line)) await walk(line.config, depth, takes, visit);
      } else if (keyword === 'include') {
        for (const each of await included(valuesOf(line), folder, home)) {
          await walk(await parseFile(each), depth + 1, takes, visit);
        }
      } else {
        visit(keyword, valuesOf(line));
      }
    }
  }

  return {
    async valuesFor(host, user) {
      const values = new Map<string, string[]>();
      const takes = (section: Section) => applies(section, { host, user, values });
      await guarded(host, async () =>
        walk(await parseFile(file), 0, takes, (keyword, found) => {
          const known = values.get(keyword);
          if (known === undefined) values.set(keyword, found);
          else if (SEVERAL.includes(keyword)) known.push(...found);
        }),
      );
      return values;
    },

    async aliases() {
      const names = new Set<string>();
      const takes = (section: Section) => {
        if (section.param.toLowerCase() === 'host') {
          for (const name of valuesOf(section)) if (!/[*?!]/.test(name)) names.add(name);
        }
        return true;
      };
      await guarded('~/.ssh/config', async () => walk(await parseFile(file), 0, takes, () => {}));
      return [...names];
    },
  };
}

async function guarded<T>(host: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    throw noConfig(host, safeText(error.message), error);
  }
}

/** AppError `ssh.noConfig` with its reason, a whole sentence. */
export const noConfig = (host: string, why: string, cause?: unknown): AppError =>
  new AppError('ssh.noConfig', { facts: { host, why } }, { cause });

async function parseFile(file: string): Promise<SSHConfig> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw new Error(`${file} is too large.`);
    const text = await readFile(file, 'utf8');
    // The parser throws a TypeError for a keyword without a value; here it gets one.
    return SSHConfig.parse(text.replace(/^[ \t]*[^\s=#]+[ \t]*=?[ \t]*$/gm, '').replaceAll('\0', ''));
  } catch (error) {
    if (nodeCode(error) === 'ENOENT') return new SSHConfig();
    throw error;
  }
}

function valuesOf(line: { value: string | { val: string }[] }): string[] {
  return typeof line.value === 'string' ? [line.value] : line.value.map(({ val }) => val);
}

/** The files an Include means: relative to `~/.ssh`, with `*` and `?` in the last part of the path. */
async function included(patterns: readonly string[], folder: string, home: string): Promise<string[]> {
  const found: string[] = [];
  for (const pattern of patterns) {
    const full = path.resolve(
      folder,
      pattern.replace(/^~(?=\/|$)/, () => home),
    );
    const [parent, name] = [path.dirname(full), path.basename(full)];
    if (!/[*?]/.test(name)) {
      found.push(full);
      continue;
    }
    const names = await readdir(parent).catch((error: unknown) => {
      if (nodeCode(error) === 'ENOENT') return [];
      throw error;
    });
    const wanted = names.filter((each) => matchesPattern(each, name) && !each.startsWith('.')).sort();
    found.push(...wanted.map((each) => path.join(parent, each)));
  }
  return found;
}

interface Asked {
  host: string;
  user: string | undefined;
  values: ReadonlyMap<string, readonly string[]>;
}

/** Whether a Host or Match section is about a host (ssh_config(5)). */
function applies(section: Section, { host, user, values }: Asked): boolean {
  const words = valuesOf(section);
  if (section.param.toLowerCase() === 'host') return matchesPatternList(host, words);
  const hostName = (values.get('hostname')?.[0] ?? host).replaceAll('%h', () => host);
  const userName = user ?? values.get('user')?.[0] ?? '';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const negated = word.startsWith('!');
    const criterion = (negated ? word.slice(1) : word).toLowerCase();
    if (criterion === 'all') continue;
    // A second pass over the file, which is not made here.
    if (criterion === 'canonical' || criterion === 'final') return false;
    index += 1;
    const patterns = (words[index] ?? '').split(',');
    if (criterion === 'exec') throw noConfig(host, 'It asks for a command to be run (Match exec).');
    const subject = { host: hostName, originalhost: host, user: userName }[criterion];
    if (subject === undefined) throw noConfig(host, `It uses Match ${safeText(criterion)}, which is not known here.`);
    if (matchesPatternList(subject, patterns) === negated) return false;
  }
  return true;
}
