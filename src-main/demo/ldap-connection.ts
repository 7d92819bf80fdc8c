import type net from 'node:net';
import type tls from 'node:tls';
import { acceptTls } from './accept-tls';
import { MalformedMessage } from './ber-elements';
import type { Directory } from './directory';
import { Oid, ResultCode, Tag } from './ldap-codes';
import { anonymous, answer, bind, type Session } from './ldap-operations';
import { type LdapRequest, readRequest } from './ldap-request';
import { writeExtended, writeNoticeOfDisconnection, writeResult } from './ldap-response';
import { MessageSplitter } from './message-splitter';
import type { Report } from './report';

/** The largest message taken, as slapd's sockbuf_max_incoming_auth. */
const largestMessage = 4 * 1024 * 1024;

export interface ConnectionOptions {
  directory: Directory;
  secureContext: tls.SecureContext;
  /** TLS from the first byte (LDAPS), or only after StartTLS. */
  tls: 'implicit' | 'startTls';
  report: Report;
}

/** Speaks LDAP on one accepted socket until either side closes it. Nothing the peer sends makes it throw. */
export class LdapConnection {
  /** The topmost one, TLS where there is TLS: only that may be destroyed, never the one below it. */
  private socket: net.Socket;
  private secured = false;
  private splitter = new MessageSplitter(largestMessage);
  private session: Session = anonymous;
  private readonly onData = (chunk: Buffer) => this.receive(chunk);

  constructor(
    accepted: net.Socket,
    private readonly options: ConnectionOptions,
  ) {
    this.socket = accepted;
    // The peer is gone; there is nobody left to tell.
    accepted.on('error', () => accepted.destroy());
    if (options.tls === 'implicit') this.secure(accepted);
    else accepted.on('data', this.onData);
  }

  /** Breaks the connection off. */
  destroy(): void {
    this.socket.destroy();
  }

  private secure(below: net.Socket): void {
    this.secured = true;
    this.socket = acceptTls(below, this.options.secureContext);
    this.socket.on('data', this.onData);
  }

  private receive(chunk: Buffer): void {
    this.splitter.push(chunk);
    try {
      this.work();
    } catch (error) {
      this.options.report(error);
      this.disconnect(ResultCode.other, 'internal error');
    }
  }

  /** Handles what is complete, one message after the other, and stops while the peer does not read its answers. */
  private work(): void {
    while (!this.socket.destroyed && this.socket.writable) {
      if (this.socket.writableNeedDrain) {
        this.waitForReader();
        return;
      }
      const split = this.splitter.next();
      if (split.kind === 'incomplete') return;
      if (split.kind === 'garbage') {
        this.disconnect(ResultCode.protocolError, split.reason);
        return;
      }
      const request = this.decode(split.bytes);
      if (request) this.handle(request);
    }
  }

  private waitForReader(): void {
    const { socket } = this;
    socket.pause();
    socket.once('drain', () => {
      socket.resume();
      this.receive(Buffer.alloc(0));
    });
  }

  private decode(bytes: Buffer): LdapRequest | undefined {
    try {
      return readRequest(bytes);
    } catch (error) {
      if (!(error instanceof MalformedMessage)) throw error;
      this.disconnect(ResultCode.protocolError, error.message);
      return undefined;
    }
  }

  private handle(request: LdapRequest): void {
    const { id, operation } = request;
    switch (operation.kind) {
      case 'unbind':
        this.close();
        return;
      case 'abandon':
        // Every operation is done before the next message is read, so there is never one to abandon.
        return;
      case 'bind': {
        const outcome = bind(this.options.directory, operation, request.controls);
        const accepted = 'viewer' in outcome;
        this.session = accepted ? outcome : anonymous;
        this.send([writeResult(id, Tag.bindResponse, accepted ? { code: ResultCode.success } : outcome)]);
        return;
      }
      default:
        if (operation.kind === 'extended' && operation.oid === Oid.startTls) this.startTls(id);
        else this.send(answer(this.options.directory, this.session, request, operation));
    }
  }

  private startTls(id: number): void {
    if (this.secured) {
      this.send([writeExtended(id, { code: ResultCode.operationsError, message: 'TLS already started' })]);
      return;
    }
    // RFC 4511 section 4.14.1: nothing may follow the request in clear text. What does could be injected.
    if (this.splitter.size > 0) {
      this.disconnect(ResultCode.protocolError, 'data after StartTLS');
      return;
    }
    const plain = this.socket;
    plain.off('data', this.onData);
    plain.pause();
    // RFC 4513 section 3.2 leaves it to the server: here a login made in clear text does not carry over.
    this.session = anonymous;
    plain.write(writeExtended(id, { code: ResultCode.success }), () => {
      if (!plain.destroyed) this.secure(plain);
    });
  }

  private send(messages: readonly Buffer[]): void {
    for (const message of messages) this.socket.write(message);
  }

  private disconnect(code: ResultCode, message: string): void {
    this.close(writeNoticeOfDisconnection({ code, message }));
  }

  /** Sends the last words, if any, and closes. What the peer still sends is dropped, or it would pile up here. */
  private close(lastWords: Buffer = Buffer.alloc(0)): void {
    const { socket } = this;
    socket.off('data', this.onData);
    socket.resume();
    socket.end(lastWords, () => socket.destroy());
  }
}
