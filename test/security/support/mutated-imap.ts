import type { Duplex } from 'node:stream';
import { waitForMessage } from '../../../src-main/mailbox/wait-for-message';
import { unwatchedWork } from '../../../src-main/work/work';
import type { MailboxAccount } from '../../../src-shared/model/mailbox';
import { signed } from '../../support/certificates';
import { runInChild } from '../../support/mutation/in-child';
import { loopbackServer } from '../../support/mutation/loopback-server';
import { mutatedTls } from '../../support/mutation/mutated-tls';
import { mutate, type Sends } from '../../support/mutation/mutators';
import { conversation, outcomeOf } from '../../support/mutation/outcome';
import type { Random } from '../../support/mutation/random';
import { replay } from '../../support/mutation/replay';

const TOKEN = 'gluu-test-4711aa';
const header = `Received: from relay.example.org (relay.example.org [192.0.2.7]) by mx.example.net with ESMTPS id 4711
 for <grace@example.net>; Mon, 23 Nov 2026 13:00:05 +0000
Authentication-Results: mx.example.net; spf=pass (ok) smtp.mailfrom=gluu@example.org;
 dkim=pass header.d=example.org; dmarc=fail (p=reject) header.from=example.org
Received-SPF: pass (mx.example.net: ok) envelope-from="<gluu@example.org>"
From: =?utf-8?q?Gluu_Meadow?= <gluu@example.org>
Subject: Password reset ${TOKEN}
Message-ID: <${TOKEN}@example.org>

`;
const literal = (text: string) => `{${Buffer.byteLength(text.replaceAll('\n', '\r\n'))}}\n${text}`;

const greeting = '* OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE AUTH=PLAIN] Dovecot ready.\n';
const capabilities = 'CAPABILITY IMAP4rev1 SASL-IR ID ENABLE IDLE NAMESPACE SPECIAL-USE LIST-EXTENDED ESEARCH UIDPLUS';
const list = `* LIST (\\HasNoChildren) "/" INBOX
* LIST (\\HasNoChildren \\Junk) "/" "Spam"
* LIST (\\Trash) "." ${literal('Papierk&APY-rbe')}
`;
const selected = `* FLAGS (\\Answered \\Flagged \\Seen)
* OK [PERMANENTFLAGS ()] Read-only mailbox.
* 1 EXISTS
* 0 RECENT
* OK [UIDVALIDITY 1764000000] UIDs valid
* OK [UIDNEXT 2] Predicted next UID
* OK [HIGHESTMODSEQ 4] Highest
`;
const fetched = `* 1 FETCH (UID 1 INTERNALDATE "23-Nov-2026 13:00:06 +0000" BODY[HEADER]<0> ${literal(header)})\n`;
const done = '%T OK done\n';
const opened = `${selected}%T OK [READ-ONLY] Examine completed\n`;
const login = ['+ \n', '%T OK Logged in\n'];
const known = [`* ${capabilities}\n${done}`, `* ID ("name" "Dovecot")\n${done}`];
/** `%T` becomes the tag of the command that is answered. The order is that of imapflow's commands. */
const recorded: readonly Sends[] = [
  conversation(
    '* OK ready\n',
    ...known,
    ...login,
    ...known,
    `* NAMESPACE (("" "/")) NIL (("Public/" "/"))\n${done}`,
    `${list}${done}`,
    `* LSUB () "/" INBOX\n${done}`,
    opened,
    `* SEARCH 1\n${done}`,
    `${fetched}${done}`,
  ),
  conversation(
    '* PREAUTH welcome\n',
    ...known,
    `* NAMESPACE NIL NIL NIL\n${done}`,
    `${list}${done}`,
    done,
    opened,
    `* ESEARCH (TAG "%T") UID ALL 1:3,5\n${done}`,
    `* 4 FETCH (UID 5 BODY[HEADER]<0> NIL)\n${done}`,
    `${fetched}* 2 EXPUNGE\n${done}`,
  ),
  conversation(
    '* OK old\n',
    `* CAPABILITY IMAP4rev1 AUTH=LOGIN\n${done}`,
    '+ VXNlcm5hbWU6\n',
    '+ UGFzc3dvcmQ6\n',
    `* CAPABILITY IMAP4rev1 AUTH=LOGIN\n${done}`,
    done,
    `* LIST (\\Noselect) "/" ""\n${done}`,
    `* LIST (\\HasChildren) "/" INBOX\n* LIST () "/" "Junk E-mail"\n${done}`,
    `* LSUB () "/" INBOX\n${done}`,
    opened,
    `* SEARCH\n${done}`,
    opened,
    '%T NO [SERVERBUG] not now\n',
  ),
  conversation(`${greeting}`, `* ID NIL\n${done}`, '%T NO [AUTHENTICATIONFAILED] Invalid credentials\n', '* BYE bye\n'),
  conversation('* BYE [UNAVAILABLE] Too many connections\n'),
];
const others: readonly Sends[] = [
  conversation('220 mail ESMTP\n', '+OK POP3\n', 'HTTP/1.1 400 Bad Request\n\n'),
  conversation(
    '{4294967296}\n',
    '~{5}\n\0\0\0\0\0',
    '((((((((((',
    '"\\"\\\\"',
    '* OK [REFERRAL imap://x/] \n',
    '%T OK\n',
  ),
];

const certificate = await signed();
const server = await loopbackServer();
const limits = { connectMs: 1000, loginMs: 1500, lookMs: 1500, silenceMs: 700, pollMs: 50 };

function serve(socket: Duplex, sends: Sends, random: Random, quietTurns: number): void {
  let tag = 'A1';
  socket.on('data', (chunk: Buffer) => {
    tag = /(?:^|\n)(\w{1,10}) /.exec(chunk.toString('latin1'))?.[1] ?? tag;
  });
  void replay(socket, sends, random, {
    speaksFirst: true,
    quietTurns,
    worded: (text) => text.replaceAll('%T', tag),
  });
}

function converse(random: Random): Promise<string> {
  const sends = mutate(random.pick(recorded), random, [...recorded, ...others]);
  const mode = random.pick([
    'none',
    'none',
    'none',
    'none',
    'none',
    'none',
    'none',
    'none',
    'startTls',
    'tls',
  ] as const);
  const speaksTls = mode === 'tls' && random.chance(0.7);
  server.serve = (socket) => {
    // A handshake takes more turns than an answer.
    if (speaksTls) serve(mutatedTls(socket, certificate, random), sends, random, 400);
    else serve(socket, sends, random, 40);
  };
  const account: MailboxAccount = {
    host: '127.0.0.1',
    port: server.port,
    mode,
    user: 'grace',
    ...(speaksTls ? { pin: { sha256: certificate.sha256, acceptedAt: '2026-11-23T00:00:00.000Z' } } : {}),
  };
  const request = {
    account,
    password: 'correct horse 7',
    clearTextConsent: true,
    token: TOKEN,
    since: new Date('2026-11-23'),
    limitMs: 0,
  };
  return outcomeOf(async () => (await waitForMessage(request, unwatchedWork(), limits)).kind);
}

await runInChild(converse);
