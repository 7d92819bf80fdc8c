import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { hideFromLog } from '../base/redact';
import { withDeadline } from '../net/deadline';
import { type Answer, quoted, runAfterText, wordsOf } from './remote-command';
import type { SshLink } from './ssh-link';

interface Options {
  maxBytes: number;
  signal: AbortSignal;
  limitMs: number;
  password: string | undefined;
}

/**
 * Reads a file with `cat` under `sudo`. The words of both are those of the C locale, by which they are told apart. The
 * password is the standard input of sudo and nothing else. Throws AppError `ssh.sudo`, `ssh.fileMissing`,
 * `ssh.fileDenied`, `ssh.fileTooLarge`, `ssh.dropped`, `net.timeout`, `work.cancelled`.
 */
export async function readAsRoot(link: SshLink, path: string, options: Options): Promise<Buffer> {
  const { maxBytes, signal, limitMs, password } = options;
  if (password !== undefined) hideFromLog(password);
  // -p '': without it the prompt would stand among sudo's words.
  const sudo = password === undefined ? 'sudo -n' : "sudo -S -p ''";
  const command = `env LC_ALL=C ${sudo} -- cat ${quoted(path)}`;
  const input = password === undefined ? {} : { input: `${password}\n` };
  const answer = await withDeadline(
    limitMs,
    signal,
    (inTime) => runAfterText(link, command, { signal: inTime, maxBytes, ...input }),
    () => new AppError('net.timeout', { at: `${link.via}:${path}` }),
  );
  if (answer?.tooMuch) throw new AppError('ssh.fileTooLarge', { at: link.at, facts: { file: path } });
  if (answer?.status === 0) return answer.output;
  throw whyNotRead(answer, path, link);
}

function whyNotRead(answer: Answer | undefined, file: string, link: SshLink): AppError {
  const facts = { file, user: link.user };
  const ofCat = /^(?:\S*\/)?cat: .*: (No such file or directory|Not a directory|Permission denied|Is a directory)$/m;
  const reason = ofCat.exec(answer?.errors ?? '')?.[1];
  if (reason !== undefined) {
    const code = reason === 'Permission denied' ? 'ssh.fileDenied' : 'ssh.fileMissing';
    return new AppError(code, { at: link.at, detail: reason, facts });
  }
  const said = answer && wordsOf('sudo', answer.errors);
  const why = answer ? said || message('ssh.sudo.noReason') : message('ssh.sudo.noCommands');
  return new AppError('ssh.sudo', { at: link.at, facts: { ...facts, why } });
}
