// The entry of the keychain's own process. A locked keychain opens a system prompt and blocks the threads that Node
// reads files and resolves names with, until somebody answers; so that must not happen in the core.
//
// Its bundle must not load the app: the import of node:module is a default one, as rolldown 1.2 otherwise begins the file with
// `require("./main.cjs")` and so runs the whole app a second time. test/keychain/production-bundle.test.ts watches over it.
import nodeModule from 'node:module';
import { parentPort } from '../ipc/helper-port';
import type { KeychainReply, KeychainRequest } from './keychain-protocol';

// Required when the first request comes and not imported: without libsecret it does not load, and the reply has to say so.
const require = nodeModule.createRequire(import.meta.url);
const loadKeytar = (): typeof import('keytar') => require('keytar');

const port = parentPort<unknown, KeychainReply>();
port.onMessage((message) => {
  // Ends without a word: the message may hold a secret. The core reports that the process ended.
  if (!isRequest(message)) endNow();
  else void answer(message).then((reply) => port.post(reply));
});

/** An ordinary exit waits for the thread that the prompt blocks. */
function endNow(): void {
  process.kill(process.pid, 'SIGKILL');
}

function isRequest(message: unknown): message is KeychainRequest {
  const { id, op, service, account, value } = Object(message) as Record<string, unknown>;
  if (typeof id !== 'number' || !isText(service)) return false;
  if (op === 'accounts') return true;
  if (op === 'set') return isText(account) && isText(value);
  return (op === 'get' || op === 'remove') && isText(account);
}

const isText = (part: unknown): boolean => typeof part === 'string' && part !== '';

async function answer(request: KeychainRequest): Promise<KeychainReply> {
  try {
    return await run(request);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { id: request.id, op: 'failed', text };
  }
}

async function run(request: KeychainRequest): Promise<KeychainReply> {
  const keytar = loadKeytar();
  const { id, service } = request;
  switch (request.op) {
    case 'get':
      return { id, op: request.op, value: await keytar.getPassword(service, request.account) };
    case 'set':
      await keytar.setPassword(service, request.account, request.value);
      return { id, op: request.op };
    case 'remove':
      await keytar.deletePassword(service, request.account);
      return { id, op: request.op };
    case 'accounts': {
      const credentials = await keytar.findCredentials(service);
      return { id, op: request.op, accounts: credentials.map(({ account }) => account) };
    }
  }
}
