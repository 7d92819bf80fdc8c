import { connect, type Socket } from 'node:net';
import * as z from '../../src-shared/base/zod';

const writerKinds = ['app', 'commandLine'] as const;
export type WriterKind = (typeof writerKinds)[number];

/** A process that has a folder, or wants it at the same moment; one that stands still tells nothing of itself. */
const Writer = z.object({
  kind: z.enum(writerKinds).exactOptional(),
  pid: z.int().min(1).exactOptional(),
  since: z.iso.datetime().exactOptional(),
  /** Whether it has the folder; absent where it does not say. */
  holds: z.boolean().exactOptional(),
});
export type Writer = z.output<typeof Writer>;

export type Word = 'ask' | 'show';

const MOST_CHARS = 1000;
const ANSWER_LIMIT_MS = 1000;
/** The socket is there and nobody listens: its process is gone (connect(2)). */
const GONE = new Set(['ECONNREFUSED', 'ENOENT']);

/**
 * Asks the process that listens at `address` who it is; with `show`, also to bring itself to the front. Gives `gone` where no
 * process is left, and nothing known where one is that does not answer.
 */
export function askWriter(address: string, word: Word): Promise<Writer | 'gone'> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let said = '';
    const end = (found: Writer | 'gone') => {
      clearTimeout(late);
      socket.destroy();
      resolve(found);
    };
    const late = setTimeout(end, ANSWER_LIMIT_MS, {});
    socket.setEncoding('utf8');
    socket.on('error', ({ code }: NodeJS.ErrnoException) => end(GONE.has(code ?? '') ? 'gone' : {}));
    socket.on('data', (text: string) => {
      said += text;
      if (said.length > MOST_CHARS) end({});
    });
    socket.on('end', () => end(writerIn(said)));
    socket.write(`${word}\n`);
  });
}

/** Answers another process that wants the folder as well. */
export function answerOthers(socket: Socket, own: Writer, onShow: () => void): void {
  socket.setTimeout(ANSWER_LIMIT_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.setEncoding('utf8');
  let heard = '';
  socket.on('data', (text: string) => {
    heard = (heard + text).slice(0, MOST_CHARS);
    if (!heard.includes('\n')) return;
    socket.end(JSON.stringify(own));
    if (heard.startsWith('show\n') && own.holds) onShow();
    heard = '';
  });
  socket.on('end', () => socket.end());
}

function writerIn(text: string): Writer {
  try {
    return Writer.parse(JSON.parse(text));
  } catch {
    return {};
  }
}
