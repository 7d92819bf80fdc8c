// The entry of the process that decodes LDAP messages. Whatever a server's bytes do to the LDAP library, an endless loop
// included, they do it here, and this process is ended at a deadline. It keeps nothing from one request to the next.
import { parentPort } from '../ipc/helper-port';
import type { DecodeReply, DecodeRequest } from './decoder-protocol';
import { decodeMessage } from './ldap-message';

const port = parentPort<DecodeRequest, DecodeReply>();
port.onMessage(({ id, messages }) => port.post(answer(id, messages)));
port.post('ready');

function answer(id: number, messages: readonly Uint8Array[]): DecodeReply {
  try {
    return { id, messages: messages.map(decodeMessage) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}
