import { createHash } from 'node:crypto';
import { lstat, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FirstView } from '../../src-shared/contract/app-calls';
import { atomicWrite } from './atomic-write';
import { glanceAt } from './glance';

const VERSION = 1;
/** In bytes. A larger one, of some thousand servers, would hold up what it is to hasten. */
const MOST = 4 * 1024 * 1024;
/** The files that decide what is shown first. */
const SOURCES = ['settings.json', 'servers.json', 'health.json', 'stall.json'];

/** What else decides it: of another version, or in another language of the system, the window begins otherwise. */
export interface Beginning {
  appVersion: string;
  runtime: string;
  language: object;
  coreDumps?: string;
}

const fileIn = (folder: string): string => path.join(folder, 'first-view.json');

/**
 * Keeps what the next start shows first, as the files in the folder have it now. To be called once nothing more is written to
 * them. Throws AppError `file.unwritable`.
 */
export async function keepFirstView(folder: string, beginning: Beginning, view: FirstView): Promise<void> {
  const of = await restsOn(folder, beginning);
  const text = JSON.stringify({ schemaVersion: VERSION, of, digest: digestOf(view), view });
  if (Buffer.byteLength(text) <= MOST) await atomicWrite(fileIn(folder), text, { backups: 0 });
}

/**
 * What the start before this one kept, if everything is still as it was; undefined otherwise. It is taken away, and what is
 * damaged counts for nothing. Never throws.
 */
export async function takeFirstView(folder: string, beginning: Beginning): Promise<FirstView | undefined> {
  try {
    const of = await restsOn(folder, beginning);
    const own = `${fileIn(folder)}.taken`;
    await rename(fileIn(folder), own); // of two starts at once only one has it
    const { view, ...found } = Object(glanceAt(own, VERSION, MOST)) as {
      of?: string;
      digest?: string;
      view?: FirstView;
    };
    await rm(own);
    return view && found.of === of && found.digest === digestOf(view) ? view : undefined;
  } catch {
    return undefined;
  }
}

/** The window draws what it is given without a schema: what is not whole is found by this. */
const digestOf = (view: FirstView): string => createHash('sha256').update(JSON.stringify(view)).digest('base64');

/** All that a first view rests on, in one text. */
async function restsOn(folder: string, { appVersion, runtime, language, coreDumps }: Beginning): Promise<string> {
  const files = await Promise.all(SOURCES.map((name) => stampOf(path.join(folder, name))));
  return JSON.stringify([appVersion, runtime, language, coreDumps, ...files]);
}

/** Another text for each time that a file was written. */
async function stampOf(file: string): Promise<string> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return found ? [found.ino, found.size, found.mtimeMs].join() : '';
}
