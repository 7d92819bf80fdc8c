import { codeOf } from '../../src-shared/verdict/java-mail-replies';
import { serverWords } from '../net/server-words';
import { endsGreeting, ReplyLines } from './reply-lines';

/** What nodemailer's smtp-connection keeps to itself and is replaced or used here; its version is pinned. */
interface Insides {
  _destroyed: boolean;
  _remainder: string;
  _responseQueue: string[];
  _onData(chunk: Buffer): void;
  _onResponseTooLarge(): void;
  _processResponse(): void;
}

/** nodemailer reads a code of three digits. */
const LEAST_CODE = 100;
const EMPTY_LINE = '(an empty line)';

/**
 * Has nodemailer read replies as JavaMail does: where one ends, that its first line's code counts, and that an empty line is a
 * reply as well. Otherwise a server that works with Gluu could not be tried to the end. `connection` is an SMTPConnection;
 * `heard` is given each reply as the server worded it, before nodemailer logs it. Gives a function that forgets what came, for
 * when TLS begins.
 */
export function readAsJavaMail(connection: object, maxReply: number, heard: (words: string) => void): () => void {
  const inside = connection as Insides;
  const came = new ReplyLines();
  let isGreeted = false;
  const next = () => came.take(false, isGreeted ? undefined : endsGreeting);
  inside._onData = (chunk) => {
    if (inside._destroyed) return;
    came.add(chunk);
    for (let reply = next(); reply; reply = next()) {
      isGreeted = true;
      heard(reply.lines.map(serverWords).join('\n'));
      inside._responseQueue.push(asNodemailerReads(reply.lines));
    }
    // Here nodemailer looks for bytes that came before TLS, and for a refusal without its end when the connection is closed.
    inside._remainder = came.unread;
    if (came.unread.length > maxReply) inside._onResponseTooLarge();
    else inside._processResponse();
  };
  return () => came.clear();
}

function asNodemailerReads(lines: readonly string[]): string {
  const code = codeOf(lines[0] ?? '');
  if (code >= LEAST_CODE)
    return lines.map((line, i) => `${code}${i < lines.length - 1 ? '-' : ' '}${line.slice(4)}`).join('\n');
  // It must neither begin with a digit, which nodemailer would take for a code, nor be empty, which it would pass over.
  return lines.join('').trim() === '' ? EMPTY_LINE : lines.map((line) => ` ${line}`).join('\n');
}
