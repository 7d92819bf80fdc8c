import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { type Message, message, type Param, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { nodeCode } from '../net/net-error';
import { includedFiles } from './config-include';
import { allCount, isFollowed, isKept, valuesOf } from './config-keywords';
import { type ConfigLine, configLines } from './config-lines';
import { judgeMatch } from './config-match';
import { matchesPatternList } from './host-pattern';

/** What the configuration says of a host: each value by its keyword in lower case, the first one found of each wins. */
export interface ConfigValues extends ReadonlyMap<string, readonly string[]> {
  /** Where a value stands: file and line. */
  placeOf(value: string): Param;
}

class FoundValues extends Map<string, readonly string[]> implements ConfigValues {
  readonly #places = new Map<string, Message>();

  add(line: ConfigLine, values: readonly string[]): void {
    const { keyword } = line;
    for (const value of values) if (!this.#places.has(value)) this.#places.set(value, whereIs(line));
    this.set(keyword, [...new Set([...(this.get(keyword) ?? []), ...values])]);
  }

  placeOf(value: string): Param {
    return this.#places.get(value) ?? '~/.ssh/config';
  }
}

export interface ConfigReader {
  /**
   * Throws AppError `ssh.noConfig` where something that is used here depends on a command that would have to be run, or on
   * a criterion of Match that is not known here.
   */
  valuesFor(host: string, user: string | undefined): Promise<ConfigValues>;
  /** The names in `Host` lines that stand for one host, in the order of the files. */
  aliases(): Promise<string[]>;
}

const MAX_BYTES = 1024 * 1024;
/** A criterion of Match that has the files read a second time, for those sections (ssh_config(5)). */
const FINAL = /^!?final$/i;
/** ssh_config(5) allows 16. */
const MAX_DEPTH = 16;
/** Files that include one another twice each would be read 65 536 times. */
const MAX_FILES = 1000;
/**
 * Whether a value comes too late: of ProxyCommand and ProxyJump the first that is met counts, where OpenSSH 9.2 lets
 * `ProxyJump none` keep back further ProxyJump only (measured with ssh -G).
 */
function isTooLate(keyword: string, values: ConfigValues): boolean {
  if (keyword === 'proxyjump') return values.has('proxycommand') || values.has(keyword);
  const [jump = 'none'] = values.get('proxyjump') ?? [];
  if (keyword === 'proxycommand') return values.has(keyword) || jump.toLowerCase() !== 'none';
  return !allCount(keyword) && values.has(keyword);
}

/** The sections of a configuration as one walk meets them. */
interface Visitor {
  /** Whether a Host or Match section counts; `own` are the keywords of its lines. */
  takes(section: ConfigLine, own: readonly string[]): boolean;
  visit(line: ConfigLine): void;
}

/** Reads `~/.ssh/config` and the files it includes each time, so that an edit counts at once. Nothing is run. */
export function createConfigReader(home: string): ConfigReader {
  const folder = path.join(home, '.ssh');
  const file = path.join(folder, 'config');

  async function walk(visitor: Visitor): Promise<void> {
    let files = 0;
    const into = async (each: string, depth: number): Promise<void> => {
      files += 1;
      if (depth > MAX_DEPTH || files > MAX_FILES)
        throw new ConfigFault(message('ssh.config.nested', { file: safeText(each) }));
      const lines = await parseFile(each);
      let isActive = true;
      for (const [index, line] of lines.entries()) {
        if (isSection(line)) isActive = visitor.takes(line, keywordsAfter(lines, index));
        else if (isActive && line.keyword === 'include') {
          for (const pattern of wordsOf(line)) {
            for (const found of await includedFiles(pattern, folder, home)) await into(found, depth + 1);
          }
        } else if (isActive) visitor.visit(line);
      }
    };
    await into(file, 0);
  }

  return {
    async valuesFor(host, user) {
      const values = new FoundValues();
      let [isFinal, wantsFinal] = [false, false];
      const takes = (section: ConfigLine, own: readonly string[]) => {
        wantsFinal ||= section.keyword === 'match' && wordsOf(section).some((word) => FINAL.test(word));
        return applies(section, own, { host, user, values, isFinal });
      };
      const visit = (line: ConfigLine) => {
        const { keyword } = line;
        if (isKept(keyword) && !isTooLate(keyword, values)) values.add(line, valuesOf(line, wordsOf));
      };
      await guarded(host, () => walk({ takes, visit }));
      if (!wantsFinal) return values;
      // The name stands by then (OpenSSH's ssh.c): no HostName of the second time counts, and Host means that name.
      if (!values.has('hostname')) values.set('hostname', ['%h']);
      isFinal = true;
      await guarded(host, () => walk({ takes, visit }));
      return values;
    },

    async aliases() {
      const names = new Set<string>();
      const takes = (section: ConfigLine) => {
        if (section.keyword === 'host') for (const name of wordsOf(section)) if (!/[*?!]/.test(name)) names.add(name);
        return true;
      };
      await guarded('~/.ssh/config', () => walk({ takes, visit: () => {} }));
      return [...names];
    },
  };
}

const isSection = ({ keyword }: ConfigLine): boolean => keyword === 'host' || keyword === 'match';
const whereIs = ({ file, line }: ConfigLine): Message => message('ssh.config.place', { file: safeText(file), line });

/** The keywords of the section that begins at `index`. */
function keywordsAfter(lines: readonly ConfigLine[], index: number): string[] {
  const after = lines.slice(index + 1);
  const end = after.findIndex(isSection);
  return after.slice(0, end < 0 ? undefined : end).map(({ keyword }) => keyword);
}

function wordsOf(line: ConfigLine): string[] {
  if (line.words === undefined) throw new ConfigFault(message('ssh.config.quote', { place: whereIs(line) }));
  return line.words;
}

async function guarded<T>(host: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error)) throw error;
    throw noConfig(host, error instanceof ConfigFault ? error.words : verbatim(safeText(error.message)), error);
  }
}

/** What is wrong in the files, whatever the host. */
class ConfigFault extends Error {
  constructor(readonly words: Message) {
    super(words.id);
  }
}

/** AppError `ssh.noConfig` with its reason, a whole sentence. */
export const noConfig = (host: string, why: Message, cause?: unknown): AppError =>
  new AppError('ssh.noConfig', { facts: { host, why } }, { cause });

/** A folder, which a pattern may meet, says nothing, as for OpenSSH. */
async function parseFile(file: string): Promise<ConfigLine[]> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return [];
    if (found.size > MAX_BYTES) throw new ConfigFault(message('ssh.config.tooLarge', { file: safeText(file) }));
    return configLines(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (nodeCode(error) === 'ENOENT') return [];
    throw error;
  }
}

interface Asked {
  host: string;
  user: string | undefined;
  values: ConfigValues;
  isFinal: boolean;
}

/** Whether a Host or Match section is about a host (ssh_config(5)). */
function applies(section: ConfigLine, own: readonly string[], { host, user, values, isFinal }: Asked): boolean {
  const words = wordsOf(section);
  const hostName = (values.get('hostname')?.[0] ?? host).replaceAll('%h', () => host);
  // As OpenSSH: the second time the name is in lower case, the first as it was typed.
  if (section.keyword === 'host') return matchesPatternList(isFinal ? hostName.toLowerCase() : host, words);
  const userName = user ?? values.get('user')?.[0] ?? userInfo().username;
  const answer = judgeMatch(words, { host, hostName, user: userName, tag: values.get('tag')?.[0] ?? '', isFinal });
  if (answer === undefined) throw new ConfigFault(message('ssh.config.match', { place: whereIs(section) }));
  if (!('undecided' in answer)) return answer.applies;
  const isOpen = (keyword: string) => {
    if (!isFollowed(keyword) || (keyword === 'user' && user !== undefined)) return false;
    return !isTooLate(keyword, values);
  };
  const open = [...new Set(own.filter(isOpen))];
  // What it could change is settled already, or means nothing here: so is whether it applies.
  if (open.length === 0) return false;
  throw noConfig(host, undecidedText(section, answer.because, open));
}

function undecidedText(section: ConfigLine, because: string, open: readonly string[]): Message {
  const facts = { place: whereIs(section), keywords: { list: open, as: 'plain' } } as const;
  return because === 'exec'
    ? message('ssh.config.matchExec', facts)
    : message('ssh.config.matchUnknown', { criterion: safeText(because), ...facts });
}
