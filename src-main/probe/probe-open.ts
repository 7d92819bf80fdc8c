import type { TLSSocket } from 'node:tls';
import type { Ending, OfferSeen, TrialSeen } from '../../src-shared/model/probe';
import { message, verbatim } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';
import { type Connection, thisComputer } from '../net/network';
import { describeTls } from '../net/tls';
import type { Mask } from './mail-mask';
import { ehloNameFor, type ProbeRequest } from './probe-request';
import type { ProbeRun } from './probe-run';
import { SmtpChannel } from './smtp-channel';
import { sayHello } from './smtp-hello';
import { endingOf, StageEnd } from './stage-end';
import { isTrusted, judgedTls, safeTls, tlsHandshake } from './tls-handshake';
import type { Transcript } from './transcript';
import { readAfterNudge, type TrialTarget, tryOldTls, tryPlain, tryStartTls, tryTls, tryTlsVersions } from './trials';

export interface Opening {
  request: ProbeRequest;
  socket: Connection;
  transcript: Transcript;
  mask: Mask;
}

/** A connection on which EHLO was answered. */
export interface OpenConversation {
  channel: SmtpChannel;
  offer: OfferSeen;
  /** For connections of their own to the same address. */
  trial: TrialTarget;
  /** Login and addresses may go over it: not encrypted at all, or with a certificate that is trusted or pinned. */
  trusted: boolean;
  close(): void;
}

const NOT_TLS = /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/;
/** The first two bytes of a TLS alert (RFC 8446 section 5.1), as safeText writes them. */
const TLS_ALERT = '\\u{15}\\u{3}';

/**
 * Whether Cisco's inspection of SMTP was at work: it overwrites the greeting with stars, an extension it does not know with
 * X, and a command so that the server quotes the X in its refusal.
 */
const isMarked = (greeting: string, { extensions }: OfferSeen, refusal: string): boolean =>
  /^\*{8}/.test(greeting) || /"X{8}"/.test(refusal) || extensions.some((line) => /^X{7,}[A-Z]?$/.test(line));

/** Runs the stages from the greeting, or TLS, to the EHLO that counts. Throws StageEnd. */
export async function openConversation(run: ProbeRun, opening: Opening): Promise<OpenConversation> {
  const { request, socket, transcript, mask } = opening;
  const ehloName = request.ehloName ?? ehloNameFor(socket.localAddress);
  run.seen.asked.ehloName = ehloName;
  const { host, port } = request;
  const address = run.seen.address ?? host;
  const { network = thisComputer } = request;
  const trial = { network, host, port, address, ehloName, mask, signal: run.signal, limitMs: run.limits.trialMs };
  const open = new Opener(run, opening, trial);
  try {
    if (request.security !== 'tls') {
      const channel = new SmtpChannel(socket, transcript, mask);
      await open.greeting(channel);
      const offer = await open.hello(channel);
      if (request.security === 'none') return { channel, offer, trial, trusted: true, close: () => socket.destroy() };
      return await open.secured(await open.startTls(channel, offer), false);
    }
    return await open.secured(await open.tls(), true);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

class Opener {
  constructor(
    private readonly run: ProbeRun,
    private readonly opening: Opening,
    private readonly trial: TrialTarget,
  ) {}

  async greeting(channel: SmtpChannel): Promise<void> {
    const { run } = this;
    await run.stage('Greeting', async ({ note, keep }) => {
      const { reply } = await channel.reply('Greeting', run.signal, run.limits.greetingMs).catch(async (error) => {
        if (error instanceof StageEnd && !run.encrypted) await this.#explainSilence(channel, error.ending);
        throw error;
      });
      run.seen.greeting = reply;
      if (reply.code !== 220) throw new StageEnd({ kind: 'refused', reply }, 'Greeting');
      keep(reply);
      note(verbatim(reply.text));
    });
  }

  /** Tells a port that waits for TLS, and another service that waits for its own kind of question, from a silent server. */
  async #explainSilence(channel: SmtpChannel, ending: Ending): Promise<void> {
    const { run, trial } = this;
    const isOther = ending.kind === 'broken' && !ending.said.startsWith(TLS_ALERT);
    if (isOther || ending.kind === 'error') return;
    const tls = await this.#keep(() => tryTls(trial));
    if (tls?.kind === 'tls' && tls.spoken) {
      await this.#askVersions('tls');
      return;
    }
    await this.#keep(async () => ({
      kind: 'plain',
      said: await readAfterNudge(channel.socket, channel, run.signal, trial.limitMs),
    }));
  }

  async hello(channel: SmtpChannel): Promise<OfferSeen> {
    const { run, trial } = this;
    return run.stage('EHLO', async ({ note, keep }) => {
      const { reply, offer } = await sayHello(channel, trial.ehloName, run.signal, run.limits.commandMs);
      run.seen.offers[run.encrypted ? 'encrypted' : 'clear'] = offer;
      keep(reply);
      const extensions = safeText(offer.extensions.join(', '));
      note(extensions ? verbatim(extensions) : message('mail.note.noExtensions'));
      return offer;
    });
  }

  /** STARTTLS and the handshake. Asked for where it is not offered as well, but then the handshake is not made. */
  startTls(channel: SmtpChannel, offer: OfferSeen): Promise<TLSSocket> {
    const { run } = this;
    return run.stage('TLS', async ({ keep }) => {
      const { reply } = await channel.ask('STARTTLS', 'TLS', run.signal, run.limits.commandMs);
      if (!offer.startTls) {
        // Whoever removes the offer mostly leaves the command, or leaves a mark.
        const isStripped = reply.code === 220 || isMarked(run.seen.greeting?.text ?? '', offer, reply.text);
        throw new StageEnd({ kind: 'stopped', why: isStripped ? 'startTlsStripped' : 'startTlsMissing' }, 'TLS');
      }
      if (reply.code !== 220) throw new StageEnd({ kind: 'refused', reply }, 'TLS');
      keep(reply);
      return this.#shake(channel.release('TLS'), 'startTls');
    });
  }

  /** The handshake on a connection that begins with it. */
  tls(): Promise<TLSSocket> {
    return this.run.stage('TLS', () => this.#shake(this.opening.socket, 'tls'));
  }

  async #shake(plain: Connection, way: 'tls' | 'startTls'): Promise<TLSSocket> {
    const { run, opening } = this;
    const { connectMs } = run.limits;
    try {
      const socket = await tlsHandshake(plain, opening.request.host, safeTls, run.signal, connectMs);
      run.signal.addEventListener('abort', () => socket.destroy(), { once: true });
      return socket;
    } catch (error) {
      const ending = endingOf(error, connectMs);
      await this.#explainHandshake(ending, way);
      throw new StageEnd(ending, 'TLS', { cause: error });
    }
  }

  /** Tells a port that begins in plain text, or a server that only knows old TLS, from other failures of a handshake. */
  async #explainHandshake(ending: Ending, way: 'tls' | 'startTls'): Promise<void> {
    const isAnswer = ending.kind === 'error' && ending.code.startsWith('ERR_SSL') && !NOT_TLS.test(ending.code);
    if (way === 'tls' && !isAnswer) {
      const plain = await this.#keep(() => tryPlain(this.trial));
      if (plain?.kind === 'plain' && plain.offer?.startTls && this.opening.request.tlsVersions) {
        await this.#keep(() => tryStartTls(this.trial));
        await this.#askVersions('startTls');
      }
      if (plain?.kind === 'plain' && (plain.greeting || plain.said !== '')) return;
    }
    const isPlainText = ending.kind === 'error' && NOT_TLS.test(ending.code);
    if (!isPlainText) await this.#keep(() => tryOldTls(this.trial, way));
  }

  /** The chosen way does not work, but what the other one offers says what the Gluu Server will meet. */
  async #askVersions(way: 'tls' | 'startTls'): Promise<void> {
    const { run, opening, trial } = this;
    if (!opening.request.tlsVersions) return;
    const taken = await run.beside(() => tryTlsVersions(trial, way));
    if (taken) run.seen.tlsVersions = taken;
  }

  async #keep(look: () => Promise<TrialSeen>): Promise<TrialSeen | undefined> {
    return this.run.beside(async () => {
      const trial = await look();
      this.run.seen.trials.push(trial);
      return trial;
    });
  }

  /** The certificate, then EHLO over TLS: asked of an untrusted server as well, for what it offers decides nothing here. */
  async secured(socket: TLSSocket, greets: boolean): Promise<OpenConversation> {
    const { run, opening, trial } = this;
    run.encrypted = true;
    opening.transcript.encrypted = true;
    const channel = new SmtpChannel(socket, opening.transcript, opening.mask);
    const trusted = await this.#judge(socket);
    if (greets) await this.greeting(channel);
    const offer = await this.hello(channel);
    return { channel, offer, trial, trusted, close: () => socket.destroy() };
  }

  async #judge(socket: TLSSocket): Promise<boolean> {
    const { run, opening } = this;
    const { host, pin } = opening.request;
    try {
      await run.stage('Certificate', async ({ note }) => {
        const tls = judgedTls(socket, host, pin);
        run.seen.tls = tls;
        opening.transcript.note(verbatim(`${tls.protocol}, ${tls.cipher}`));
        if (!isTrusted(tls)) {
          throw new StageEnd({ kind: 'stopped', why: tls.pin ? 'pinChanged' : 'untrusted' }, 'Certificate');
        }
        note(describeTls({ protocol: tls.protocol, trust: tls.pin ? 'pin' : 'system' }));
      });
      return true;
    } catch (error) {
      if (!(error instanceof StageEnd)) throw error;
      return false;
    }
  }
}
