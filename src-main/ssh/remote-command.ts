import { randomBytes } from 'node:crypto';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { dropped, sessionFailure } from './ssh-failure';
import type { SshLink } from './ssh-link';
import type { ClientChannel } from './ssh2';

export interface Answer {
  /** The exit status; undefined if a signal ended the command or the server does not tell. */
  status: number | undefined;
  output: Buffer;
  /** What it wrote to its standard error, cut and safe to show. */
  errors: string;
  /** Whether there was more output than allowed; the command was given up then. */
  tooMuch: boolean;
}

export interface RunOptions {
  signal: AbortSignal;
  maxBytes: number;
  /** For the command's standard input, which is closed after it. */
  input?: string;
}

const MAX_ERRORS = 8 * 1024;
/** Of what login scripts write. */
const MAX_TEXT = 64 * 1024;

/**
 * Runs a command at the far end, in the user's own shell. Gives undefined where the server refuses to run commands. Throws
 * AppError `ssh.tooManyChannels`, `ssh.dropped`, `work.cancelled`.
 */
export async function run(link: SshLink, command: string, options: RunOptions): Promise<Answer | undefined> {
  const { signal } = options;
  if (signal.aborted) throw new AppError('work.cancelled');
  const ended = async () => dropped(await link.client.ending, link.at, link.host);
  let channel: ClientChannel;
  try {
    channel = await link.client.execute(command);
  } catch (error) {
    if (link.client.isOver) throw await ended();
    const failure = sessionFailure(error, link.at);
    if (failure) throw failure;
    return undefined;
  }
  const answer = await collect(channel, options);
  if (signal.aborted) throw new AppError('work.cancelled');
  if (link.client.isOver) throw await ended();
  return answer;
}

/**
 * Runs a command as `run` does, and leaves out what login scripts of the server write before it, which would look like its
 * own output. Gives undefined also where the server runs something else in its place.
 */
export async function runAfterText(link: SshLink, command: string, options: RunOptions): Promise<Answer | undefined> {
  const mark = `gluu-console-${randomBytes(12).toString('hex')}`;
  const maxBytes = options.maxBytes + MAX_TEXT;
  const answer = await run(link, `echo ${mark}; ${command}`, { ...options, maxBytes });
  if (!answer) return undefined;
  const line = `${mark}\n`;
  const at = answer.output.indexOf(line);
  if (at < 0) return undefined;
  const output = answer.output.subarray(at + line.length);
  return { ...answer, output, tooMuch: answer.tooMuch || output.length > options.maxBytes };
}

function collect(channel: ClientChannel, { signal, maxBytes, input }: RunOptions): Promise<Answer> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let [outputLength, errorsLength] = [0, 0];
    let status: number | undefined;
    let isSettled = false;
    const settle = (tooMuch: boolean) => {
      // What was on its way still comes, in as many pieces as the server likes.
      if (isSettled) return;
      isSettled = true;
      signal.removeEventListener('abort', stop);
      channel.close();
      const said = Buffer.concat(errors).subarray(0, MAX_ERRORS).toString('utf8').trim();
      resolve({ status, output: Buffer.concat(output), errors: said, tooMuch });
    };
    const stop = () => settle(false);
    signal.addEventListener('abort', stop, { once: true });
    channel.on('data', (chunk: Buffer) => {
      outputLength += chunk.length;
      if (outputLength > maxBytes) settle(true);
      else if (!isSettled) output.push(chunk);
    });
    channel.stderr.on('data', (chunk: Buffer) => {
      errorsLength += chunk.length;
      if (errorsLength <= MAX_ERRORS) errors.push(chunk);
    });
    // Not with `exit`: that may have come in one piece with the answer to the request, before anybody listened. This does not come
    // before all output was read.
    channel.once('close', (code?: number | null) => {
      status = code ?? undefined;
      settle(false);
    });
    channel.on('error', () => settle(false));
    channel.end(input);
  });
}

/** One argument for a POSIX shell, whatever is in it but control characters, which the caller has refused. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The lines of a command's words that begin with its own name, or all of them; safe to show. */
export function wordsOf(program: string, errors: string): string {
  const lines = errors.split('\n').filter((line) => line.startsWith(`${program}:`));
  return safeText((lines.length > 0 ? lines : [errors]).join(' '));
}
