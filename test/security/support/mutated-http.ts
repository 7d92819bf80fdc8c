import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { readCertificate } from '../../../src-main/discovery/gluu-texts';
import { checkLink } from '../../../src-main/readiness/check-link';
import { openResetLink } from '../../../src-main/reset/open-reset-link';
import { signed } from '../../support/certificates';
import { runInChild } from '../../support/mutation/in-child';
import { loopbackServer } from '../../support/mutation/loopback-server';
import { mutatedTls } from '../../support/mutation/mutated-tls';
import { mutate, type Sends } from '../../support/mutation/mutators';
import { conversation, outcomeOf } from '../../support/mutation/outcome';
import type { Random } from '../../support/mutation/random';
import { replay } from '../../support/mutation/replay';

const form = '<html><title>Reset</title><form><input name="p" type="password"></form></html>';
const chunked = (text: string) => `${text.length.toString(16)};x=y\n${text}\n0\nTrailer: x\n\n`;
const recorded: readonly Sends[] = [
  conversation(
    `HTTP/1.1 200 OK\nServer: Apache\nContent-Type: text/html\nContent-Length: ${form.length}\nSet-Cookie: a=b\n\n${form}`,
  ),
  conversation(`HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n`, chunked(form)),
  conversation(`HTTP/1.0 200 OK\n\n`, form.slice(0, 40), form.slice(40)),
  conversation('HTTP/1.1 302 Found\nLocation: /identity/resetPassword.htm?guid=x\nContent-Length: 0\n\n'),
  conversation('HTTP/1.1 302 Found\nLocation: https://127.0.0.1/oxauth/login\nContent-Length: 0\n\n'),
  conversation('HTTP/1.1 302 Found\nLocation: http://elsewhere.example/\nContent-Length: 0\n\n'),
  conversation('HTTP/1.1 103 Early Hints\nLink: </a>\n\n', `HTTP/1.1 404 Not Found\nContent-Length: 2\n\nno`),
  conversation('HTTP/1.1 101 Switching Protocols\nUpgrade: h2c\nConnection: Upgrade\n\n', '\0\0\x12\x04'),
  conversation('HTTP/1.1 503 Busy\nContent-Encoding: gzip\nRetry-After: 1\n\n\x1f\x8b\x08'),
];
const others: readonly Sends[] = [
  conversation(
    '220 mail ESMTP\n',
    'SSH-2.0-x\n',
    '* OK IMAP\n',
    '\x15\x03\x01\0\x02\x02\x46',
    'PRI * HTTP/2.0\n\nSM\n\n',
  ),
  conversation(
    'Content-Length: 99999999999999999999\n',
    'Transfer-Encoding: chunked\n',
    'ffffffffffffffff\n',
    ' folded\n',
  ),
];

const server = await loopbackServer();
const certificate = await signed();
const der = new X509Certificate(certificate.cert).raw;
const limits = { connectMs: 500, answerMs: 500, bodyMs: 100 };

function serve(socket: Socket, random: Random, secure: boolean): void {
  const sends = mutate(random.pick(recorded), random, [...recorded, ...others]);
  const inside = secure ? mutatedTls(socket, certificate, random) : socket;
  // A handshake takes more turns than an answer.
  void replay(inside, sends, random, { speaksFirst: false, quietTurns: secure ? 400 : 40 });
}

/** A certificate as a file of the Gluu Server. */
function readMutated(random: Random): string {
  const [bytes = der] = mutate([der], random, [[der], ...others]);
  const base64 = Buffer.from(bytes).toString('base64').replaceAll(/.{64}/g, '$&\n');
  const pem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  return readCertificate(pem) ? 'certificate read' : 'no certificate';
}

function converse(random: Random): Promise<string> {
  const secure = random.chance(0.2);
  server.serve = (socket) => serve(socket, random, secure);
  const { signal } = new AbortController();
  const base = `${secure ? 'https' : 'http'}://127.0.0.1:${server.port}`;
  const way = random.pick(['page', 'page', 'link', 'link', 'certificate'] as const);
  return outcomeOf(async () => {
    if (way === 'certificate') return readMutated(random);
    if (way === 'link') {
      const trusts = () => true;
      const { good, text } = await openResetLink(`${base}/identity/resetPassword/x`, signal, { limits, trusts });
      return `link ${good ? 'good' : text.id}`;
    }
    const checked = await checkLink(base, signal, limits);
    const page = checked.kind === 'asked' ? checked.seen.page : undefined;
    return `page ${page?.kind === 'failed' ? page.failure.code : page?.kind}`;
  });
}

await runInChild(converse);
