// The entry of the process that decodes LDAP messages. Whatever a server's bytes do to the LDAP library, an endless loop
// included, they do it here, and this process is ended at a deadline. It keeps nothing from one request to the next.
import { parentPort } from '../ipc/helper-port';
import {
  type DecodeReplies,
  type DecodeReply,
  type DecodeRequest,
  type DecodeRequests,
  packMessages,
} from './decoder-protocol';
import { decodeMessage } from './ldap-message';

const port = parentPort<DecodeRequests, DecodeReplies>();
port.onMessage((requests) => port.post(requests.map(answer)));
port.post('ready');

function answer({ id, bytes, ends }: DecodeRequest): DecodeReply {
  try {
    const messages = ends.map((end, index) => decodeMessage(bytes.subarray(ends[index - 1] ?? 0, end)));
    return { id, packed: packMessages(messages) };
  } catch (error) {
    return { id, failed: String(error) };
  }
}
