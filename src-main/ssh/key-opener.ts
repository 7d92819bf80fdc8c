import { Worker } from 'node:worker_threads';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { OpenedKey, OpenKey } from './open-key';

export interface KeyThreadData {
  text: string;
  passphrase: string;
}

/** Longer than anybody waits; a file may ask for days. */
const LIMIT_MS = 120_000;

/**
 * Opens keys in a thread of their own each, so that nothing else stands still. `threadFile` is key-thread.ts, bundled.
 * Throws AppError `work.cancelled` when the signal aborts, and ends the thread then.
 */
export const keyOpener =
  (threadFile: string, limitMs = LIMIT_MS): OpenKey =>
  (text, passphrase, signal) =>
    new Promise<OpenedKey>((resolve, reject) => {
      if (signal.aborted) return reject(new AppError('work.cancelled'));
      const workerData: KeyThreadData = { text, passphrase };
      const thread = new Worker(threadFile, { workerData, env: {} });
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        void thread.terminate();
      };
      const stop = () => {
        end();
        reject(new AppError('work.cancelled'));
      };
      const timer = setTimeout(() => {
        end();
        const command = 'ssh-keygen -p -a 16';
        resolve({ unreadable: message('ssh.key.rounds', { seconds: limitMs / 1000, command }) });
      }, limitMs);
      signal.addEventListener('abort', stop, { once: true });
      thread.once('message', (opened: OpenedKey) => {
        end();
        resolve(opened);
      });
      thread.once('error', (error) => {
        end();
        reject(error);
      });
    });
