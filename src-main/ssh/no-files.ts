import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { dropped, sessionFailure } from './ssh-failure';
import type { SshLink } from './ssh-link';
import type { ClientChannel } from './ssh2';

/** What is kept of what a server says in place of SFTP. */
const KEPT_BYTES = 1024;
/** How long is listened for the rest of it once it has begun, and for a beginning at all. */
const REST_MS = 300;
const BEGIN_MS = 2000;

/**
 * Why SFTP did not begin. `error` is ssh2's. A server that accepted the subsystem is asked for it once more, without a word of
 * SFTP, and what it says then tells the reason. Gives AppError `ssh.noFiles`, `ssh.filesWithText`, `ssh.filesFailed`,
 * `ssh.tooManyChannels`, `ssh.dropped`.
 */
export async function noFiles(error: unknown, link: SshLink, signal: AbortSignal): Promise<AppError> {
  const { client, at, host } = link;
  if (client.isOver) return dropped(await client.ending, at, host);
  const session = sessionFailure(error, at);
  if (session) return session;
  const said = error instanceof Error ? safeText(error.message) : '';
  // No channel for it, or no such subsystem; the words are ssh2's own (its client.js, reqSubsystem).
  if (typeof (error as { reason?: unknown }).reason === 'number' || said.startsWith('Unable to start subsystem')) {
    return new AppError('ssh.noFiles', { at, detail: said }, { cause: error });
  }
  const heard = await client.subsystem('sftp').then(
    (channel) => listenTo(channel, signal),
    () => undefined,
  );
  if (client.isOver) return dropped(await client.ending, at, host);
  if (heard?.text) return new AppError('ssh.filesWithText', { at, detail: heard.text }, { cause: error });
  if (heard?.status !== undefined) {
    const why = message('ssh.files.ended', { status: heard.status });
    return new AppError('ssh.filesFailed', { at, facts: { why } }, { cause: error });
  }
  const why = message('ssh.files.notSftp');
  return new AppError('ssh.filesFailed', { at, detail: said, facts: { why } }, { cause: error });
}

interface Heard {
  /** What it wrote unasked, which no SFTP server does; safe to show. */
  text: string;
  /** Its exit status, if it ended meanwhile. */
  status: number | undefined;
}

function listenTo(channel: ClientChannel, signal: AbortSignal): Promise<Heard> {
  return new Promise((resolve) => {
    let output: Buffer = Buffer.alloc(0);
    let status: number | undefined;
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', settle);
      channel.close();
      const text = safeText(output.toString('utf8'));
      resolve({ text: text === '' && output.length > 0 ? '\\n' : text, status });
    };
    let timer = setTimeout(settle, BEGIN_MS);
    signal.addEventListener('abort', settle, { once: true });
    channel.on('data', (piece: Buffer) => {
      if (output.length === 0) {
        clearTimeout(timer);
        timer = setTimeout(settle, REST_MS);
      }
      if (output.length < KEPT_BYTES) output = Buffer.concat([output, piece]).subarray(0, KEPT_BYTES);
    });
    channel.stderr.resume();
    channel.on('error', () => {});
    // `exit` may have come in one piece with the answer to the request, before anybody listened.
    channel.once('close', (code?: number | null) => {
      status = code ?? undefined;
      settle();
    });
  });
}
