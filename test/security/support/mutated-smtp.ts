import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { sendMail } from '../../../src-main/mail-test/send-mail';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import type { ProbeLimits } from '../../../src-main/probe/probe-run';
import { scan } from '../../../src-main/probe/scan';
import { unwatchedWork } from '../../../src-main/work/work';
import { findingsOf } from '../../../src-shared/diagnosis/classify';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { signed } from '../../support/certificates';
import { runInChild } from '../../support/mutation/in-child';
import { memoryNetwork } from '../../support/mutation/memory-network';
import { mutatedTls } from '../../support/mutation/mutated-tls';
import { mutate, type Sends } from '../../support/mutation/mutators';
import { conversation, outcomeOf } from '../../support/mutation/outcome';
import type { Random } from '../../support/mutation/random';
import { replay } from '../../support/mutation/replay';

const greeting = '220 mail.example.org ESMTP\n';
const offer = '250-mail.example.org\n250-SIZE 10240000\n250-AUTH PLAIN LOGIN\n250-8BITMIME\n250 ENHANCEDSTATUSCODES\n';
/** What real servers say to the commands of the prober and of the scan, and to what goes wrong. */
const recorded: readonly Sends[] = [
  conversation(greeting, offer, '235 2.7.0 Ok\n', '250 2.1.0 Ok\n', '250 2.1.5 Ok\n', '250 Ok\n', '221 Bye\n'),
  conversation(greeting, offer, '235 Ok\n', '250 Ok\n', '250 Ok\n', '354 Go on\n', '250 Queued as 4711\n', '221 Bye\n'),
  conversation('220-Wait\n220 mx ESMTP\n', '502 no\n', '250 mx\n', '250 Ok\n', '550-5.7.1 Not\n550 5.7.1 yet\n'),
  conversation(greeting, offer, '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6\n', '221 2.0.0 Bye\n'),
  conversation(
    greeting,
    '250-x\n250-PIPELINING\n250 STARTTLS\n',
    '220 2.0.0 Ready\n',
    '\x16\x03\x03\0\x7a\x02\0\0\x76',
  ),
  conversation('554 5.7.1 Blocked using zen.spamhaus.org\n', '221 Bye\n'),
  conversation(
    greeting,
    offer.replace('PLAIN ', ''),
    '334 VXNlcm5hbWU6\n',
    '334 UGFzc3dvcmQ6\n',
    '235 Ok\n',
    '250 Ok\n',
  ),
];
/** Pieces of other protocols, as they come where a port is not what it seems. */
const others: readonly Sends[] = [
  conversation('* OK [CAPABILITY IMAP4rev1] ready\n', 'HTTP/1.1 400 Bad Request\nContent-Length: 0\n\n'),
  conversation(
    'SSH-2.0-OpenSSH_9.2\n',
    '\x15\x03\x01\0\x02\x02\x46',
    '\x30\x0c\x02\x01\x01\x61\x07\x0a\x01\0\x04\0\x04\0',
  ),
];

const limits: ProbeLimits = {
  totalMs: 4000,
  connectMs: 1000,
  greetingMs: 500,
  commandMs: 500,
  textMs: 500,
  trialMs: 300,
};

const certificate = await signed(['DNS:mail.example.org']);

function converse(random: Random): Promise<string> {
  const security = random.pick(['none', 'none', 'none', 'startTls', 'tls'] as const);
  const speaksTls = security === 'tls' && random.chance(0.5);
  const network = memoryNetwork((server) => {
    const sends = mutate(random.pick(recorded), random, [...recorded, ...others]);
    const inside = speaksTls ? mutatedTls(server, certificate, random) : server;
    void replay(inside, sends, random, { speaksFirst: true, ...(speaksTls ? { quietTurns: 400 } : {}) });
  });
  const settings: MailSettings = {
    network,
    host: 'mail.example.org',
    port: 25,
    security,
    ...(speaksTls ? { pin: certificate.sha256 } : {}),
    fromName: 'Gluu Meadow',
    from: 'gluu@example.org',
    to: 'grace@example.org',
    clearTextConsent: true,
    ...(random.chance(0.7) ? { login: { userName: 'ada', password: 'correct horse 7' } } : {}),
  };
  const way = random.pick(['test', 'test', 'send', 'send', 'scan'] as const);
  return outcomeOf(async () => {
    if (way === 'scan') {
      const { ports } = await scan('mail.example.org', unwatchedWork(), {
        network,
        totalMs: 4000,
        connectMs: 500,
        stepMs: 500,
      });
      return `scan ${ports.map(({ ending, ways }) => ending?.kind ?? ways.none?.ending?.kind ?? 'seen').join(' ')}`;
    }
    if (way === 'send') {
      const { result } = await sendMail(settings, unwatchedWork(), limits);
      return 'delivery' in result ? result.delivery.login : `${result.failure.about.stage} ${result.mayHaveIt}`;
    }
    const { seen, delivery } = await testMailServer(settings, 'send', unwatchedWork(), limits);
    mailServerFacts(seen);
    const [finding] = findingsOf(seen);
    return `test ${finding?.id ?? (delivery ? 'delivered' : 'nothing')}`;
  });
}

await runInChild(converse);
