import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, MessageChannelMain } from 'electron';
import { forkHelper, killNow } from '../../../src-main/app/helper-processes';
import type { AppError } from '../../../src-main/base/app-error';
import { briefly } from '../../../src-main/base/own-words';
import type { HelperProcess } from '../../../src-main/ipc/helper-process';
import { createDecoder } from '../../../src-main/ldap/decoder';
import type { DecodeRequests } from '../../../src-main/ldap/decoder-protocol';
import { asProgram } from '../../support/as-program';

const FINE = Buffer.from('300c02010165070a010004000400', 'hex');

/** The decoding process as main starts it for the core, with this program in the place of both. */
function decoderProcess(): HelperProcess<DecodeRequests> {
  const child = forkHelper('decoder');
  const { port1, port2 } = new MessageChannelMain();
  child.postMessage('port', [port1]);
  port2.start();
  return {
    post: (request) => port2.postMessage(request),
    onMessage: (listener) => void port2.on('message', ({ data }) => listener(data)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => killNow(child),
  };
}

interface Given {
  /** Of the decoding process, bundled. */
  file: string;
  endless: string;
  insatiable: string;
}

/** Has decoding processes, started as by the app, meet bytes that hold them, among others that are fine. */
async function run({ file, endless, insatiable }: Given) {
  await app.whenReady();
  mkdirSync(path.join(app.getAppPath(), 'out/main'), { recursive: true });
  cpSync(file, path.join(app.getAppPath(), 'out/main/decoder-process.cjs'));
  let processes = 0;
  const spawn = () => {
    processes += 1;
    return decoderProcess();
  };
  const decoderWithin = (limitMs: number) => createDecoder({ limitMs, spawn });
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing',
      (error: AppError) => `${error.code}: ${briefly(error)}`,
    );
  const quick = decoderWithin(2000);
  const [before, held, behind] = await Promise.all([
    quick.decode([FINE], 'good'),
    failure(quick.decode([Buffer.from(endless, 'hex')], 'bad')),
    quick.decode([FINE], 'good'),
  ]);
  // More than filling the heap takes: its own limit has to end them.
  const patient = decoderWithin(60_000);
  const filled = await failure(patient.decode([Buffer.from(insatiable, 'hex')], 'bad'));
  return { held, filled, others: [before.length, behind.length], processes };
}

// Not awaited here: Electron is ready only after this file has run.
void asProgram(run);
