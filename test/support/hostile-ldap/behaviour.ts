import { isRootDse } from './directory';
import { type LdapOperation, type LdapRequest, result, searchReference, whoamiResult } from './message';
import * as payloads from './payloads';
import type { Session } from './session';

/**
 * What is wrong with a server. Everything that a behaviour does not name is answered properly: bind, Who am I?,
 * the root DSE, searches (from the server's LDIF), and changes, which succeed without any effect.
 */
export type HostileBehaviour =
  /** Nothing. */
  | { kind: 'none' }
  /** Accepts connections and never says a word, not even a TLS handshake. */
  | { kind: 'silent' }
  /** Closes every connection as soon as it is made. */
  | { kind: 'close-at-once' }
  /** A web server: answers the first bytes with an HTTP error and closes. */
  | { kind: 'http' }
  /** Answers the first request with one byte per interval (400 ms by default), 10 000 of them. */
  | { kind: 'drip'; everyMs?: number }
  /** Never answers requests of that operation. */
  | { kind: 'no-answer'; on: LdapOperation }
  /** Closes the connection instead of answering. */
  | { kind: 'close-on-modify' }
  /** A value of 64 MB, or of that many bytes. */
  | { kind: 'huge-value'; bytes?: number }
  /** A message that claims to be 4 GB long. */
  | { kind: 'huge-length' }
  /** One entry with a million attributes, or with that many. */
  | { kind: 'many-attributes'; count?: number }
  /** An entry of sequences in sequences, 100 deep or that deep. */
  | { kind: 'deep-nesting'; depth?: number }
  /** 9 000 messages of seven bytes in one write, or that many. */
  | { kind: 'many-messages'; count?: number }
  /** 300 000 entries, or that many, whatever size limit was asked for. */
  | { kind: 'endless-entries'; count?: number }
  /** Every page of results promises another one. */
  | { kind: 'endless-pages' }
  /** StartTLS is answered with a result code (10 with a referral), with garbage, or by closing. */
  | { kind: 'starttls-result'; result: number | 'garbage' | 'close'; referral?: string }
  /** Clear text glued behind a good answer to StartTLS; then the handshake. */
  | { kind: 'starttls-injection'; bytes: keyof typeof payloads.injections }
  /** Who am I? tells another identity, '' for anonymous, null for no value at all. */
  | { kind: 'wrong-whoami'; authzId: string | null }
  | { kind: 'referral-on-modify'; uri: string }
  /** A search reference to that URI among the results. */
  | { kind: 'search-reference'; uri: string }
  /** That result for every request of the operation. */
  | { kind: 'result-code'; on: LdapOperation; code: number; message?: string }
  /** These bytes for every request of the operation, in hexadecimal; `ID` stands for the message id of one byte. */
  | { kind: 'raw-answer'; on: LdapOperation; hex: string }
  /** An entry with attributes called `__proto__`, `constructor`, `toString`, `hasOwnProperty` and `dn`. */
  | { kind: 'odd-attributes' }
  /** A Notice of Disconnection instead of an answer, with code 52 or that code; then it closes. */
  | { kind: 'notice-of-disconnection'; code?: number };

/** How a behaviour deals with one request that it is meant for. */
export interface Reaction {
  meantFor: (request: LdapRequest) => boolean;
  react: (request: LdapRequest, session: Session) => void;
}

const on =
  (...operations: LdapOperation[]) =>
  (request: LdapRequest): boolean =>
    operations.includes(request.operation);
// The root DSE stays readable, so that a client gets as far as its first real search.
const onSearch = (request: LdapRequest): boolean => request.operation === 'search' && !isRootDse(request);

const sendOn = (
  meantFor: Reaction['meantFor'],
  bytes: (request: LdapRequest) => Buffer | Iterable<Buffer>,
): Reaction => ({
  meantFor,
  react: (request, session) => {
    const answer = bytes(request);
    if (Buffer.isBuffer(answer)) session.send(answer);
    else void session.sendAll(answer);
  },
});

/** The reaction of a behaviour; undefined for those that act on connections and not on requests. */
export function reactionOf(behaviour: HostileBehaviour): Reaction | undefined {
  switch (behaviour.kind) {
    case 'none':
    case 'silent':
    case 'close-at-once':
    case 'http':
      return undefined;
    case 'drip':
      return { meantFor: () => true, react: drip(behaviour.everyMs ?? 400) };
    case 'no-answer':
      return { meantFor: on(behaviour.on), react: () => {} };
    case 'close-on-modify':
      return { meantFor: on('modify'), react: (_request, session) => session.hangUp() };
    case 'huge-value':
      return sendOn(onSearch, (request) => payloads.hugeValue(request, behaviour.bytes ?? 64 * 1024 * 1024));
    case 'huge-length':
      return sendOn(onSearch, payloads.hugeLength);
    case 'many-attributes':
      return sendOn(onSearch, (request) => payloads.manyAttributes(request, behaviour.count ?? 1_000_000));
    case 'deep-nesting':
      return sendOn(onSearch, (request) => payloads.deepNesting(request, behaviour.depth ?? 100));
    case 'many-messages':
      return sendOn(onSearch, (request) => payloads.manyReferences(request, behaviour.count ?? 9000));
    case 'endless-entries':
      return sendOn(onSearch, (request) => payloads.manyEntries(request, behaviour.count ?? 300_000));
    case 'endless-pages':
      return sendOn(onSearch, payloads.anotherPage);
    case 'starttls-result':
      return { meantFor: on('startTls'), react: refuseStartTls(behaviour.result, behaviour.referral) };
    case 'starttls-injection':
      return { meantFor: on('startTls'), react: inject(behaviour.bytes) };
    case 'wrong-whoami':
      return sendOn(on('whoami'), (request) => whoamiResult(request, behaviour.authzId));
    case 'referral-on-modify':
      return sendOn(on('modify'), (request) => result(request, { code: 10, referral: [behaviour.uri] }));
    case 'search-reference':
      return sendOn(onSearch, (request) =>
        Buffer.concat([searchReference(request.messageId, [behaviour.uri]), result(request, { code: 0 })]),
      );
    case 'result-code': {
      const { code, message = '' } = behaviour;
      return sendOn(behaviour.on === 'search' ? onSearch : on(behaviour.on), (request) =>
        result(request, { code, message }),
      );
    }
    case 'raw-answer':
      return sendOn(behaviour.on === 'search' ? onSearch : on(behaviour.on), ({ messageId }) =>
        Buffer.from(behaviour.hex.replace('ID', messageId.toString(16).padStart(2, '0')), 'hex'),
      );
    case 'odd-attributes':
      return sendOn(onSearch, payloads.oddAttributes);
    case 'notice-of-disconnection':
      return { meantFor: onSearch, react: disconnect(behaviour.code ?? 52) };
  }
}

const drip =
  (everyMs: number): Reaction['react'] =>
  (request, session) => {
    const bytes = result({ ...request, operation: 'bind' }, { code: 0, message: 'x'.repeat(10_000) });
    let sent = 0;
    session.every(everyMs, () => session.send(bytes.subarray(sent, ++sent)));
  };

const refuseStartTls =
  (answer: number | 'garbage' | 'close', referral?: string): Reaction['react'] =>
  (request, session) => {
    if (answer === 'close') session.hangUp();
    else if (answer === 'garbage') session.send(payloads.garbage);
    else session.send(result(request, { code: answer, ...(referral === undefined ? {} : { referral: [referral] }) }));
  };

const inject =
  (bytes: keyof typeof payloads.injections): Reaction['react'] =>
  (request, session) => {
    // One write, so that both arrive in one segment.
    session.send(Buffer.concat([result(request, { code: 0 }), payloads.injections[bytes](request)]));
    session.startTls();
  };

const disconnect =
  (code: number): Reaction['react'] =>
  (_request, session) => {
    session.send(payloads.farewell(code));
    session.hangUp();
  };
