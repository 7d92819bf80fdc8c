// The entry of the thread that opens one locked key. Deriving its key from the passphrase takes as long as the file says, ten
// seconds with `ssh-keygen -a 1000`, and stops the thread it happens in.
import { parentPort, workerData } from 'node:worker_threads';
import type { KeyThreadData } from './key-opener';
import { openText } from './open-key';

const { text, passphrase } = workerData as KeyThreadData;
parentPort?.postMessage(openText(text, passphrase));
