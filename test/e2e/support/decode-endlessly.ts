import { readFileSync, writeFileSync } from 'node:fs';
import { app, utilityProcess } from 'electron';
import type { AppError } from '../../../src-main/app-error';
import { createDecoder } from '../../../src-main/ldap/decoder';

/** A program for Electron: has a decoding process meet bytes on which it never comes to an end, among others that are fine. */
const { INPUT_FILE = '', OUTPUT_FILE = '' } = process.env;
const { file, endless } = JSON.parse(readFileSync(INPUT_FILE, 'utf8')) as { file: string; endless: string };
const FINE = Buffer.from('300c02010165070a010004000400', 'hex');

async function run(): Promise<void> {
  let processes = 0;
  const decoder = createDecoder({
    limitMs: 1000,
    spawn() {
      processes += 1;
      const child = utilityProcess.fork(file, [], { env: {} });
      return {
        post: (request) => child.postMessage(request),
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.once('exit', listener),
        kill: () => void child.kill(),
      };
    },
  });
  const [before, held, behind] = await Promise.all([
    decoder.decode([FINE], 'good'),
    decoder.decode([Buffer.from(endless, 'hex')], 'bad').then(
      () => 'nothing',
      (error: AppError) => error.code,
    ),
    decoder.decode([FINE], 'good'),
  ]);
  writeFileSync(OUTPUT_FILE, JSON.stringify({ held, others: [before.length, behind.length], processes }));
  app.exit(0);
}

// Not awaited here: Electron is ready only after this file has run.
void app.whenReady().then(run);
