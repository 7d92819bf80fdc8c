import fs from 'node:fs';
import { expect, test } from 'vitest';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { unwatchedWork } from '../../../src-main/work/work';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { exactly } from '../../../src-shared/gluu/versions';
import type { MailServerSeen } from '../../../src-shared/model/probe';
import type { PasswordLetters } from '../../../src-shared/model/smtp-settings';
import { familiesOf } from '../../../src-shared/verdict/gluu-versions';
import type { MailCodeId } from '../../../src-shared/verdict/mail-code';
import { outcomeOfCode } from '../../../src-shared/verdict/runs';
import type { MailServerFacts } from '../../../src-shared/verdict/verdict-input';
import { type OddServer, startOddSmtp } from '../../support/odd-smtp';

/** Settings of one or more runs of Gluu's own mail code, and what they came to: by outcome, versions with their codes. */
interface Run {
  login: boolean;
  password?: string;
  userName?: string;
  outcomes: Record<string, string[]>;
}
interface MeasuredServer {
  id: string;
  about: OddServer;
  runs: Run[];
}

const words = {
  sends: 'sent',
  sendsInClear: 'sent',
  fails: 'fails',
  hangs: 'hangs',
  ignoresHost: 'ignores-host',
  cannotKnow: 'cannot know',
} as const;

const AT_ONCE = 16;
const limits = {
  totalMs: 25_000,
  connectMs: 5000,
  greetingMs: 2000,
  commandMs: 2000,
  textMs: 2000,
  trialMs: 1000,
};

const passwords: Readonly<Record<string, string>> = {
  '300 letters': 'x'.repeat(300),
  'with quotes, backslash, blanks': 'a"b\\c d',
  'empty text': '',
};
const passwordOf = (kind = ''): string => passwords[kind] ?? (kind.startsWith('non-ascii') ? 'pässwörd€' : 'secret-77');

/** What the console's own test of the server shows, as it reaches the window. */
async function tested({ about }: MeasuredServer, { login, password, userName = 'gluu' }: Run): Promise<MailServerSeen> {
  const name = userName === 'none' ? '' : userName;
  const right = passwordOf(password);
  const server = await startOddSmtp(about, { userName: name, password: right });
  const settings = {
    host: '127.0.0.1',
    port: server.port,
    security: 'none' as const,
    fromName: 'Gluu',
    from: 'gluu@example.org',
    to: 'gluu@example.org',
    clearTextConsent: true,
    ...(login ? { login: { userName: name, password: password === 'wrong' ? 'other' : right } } : {}),
  };
  try {
    const { seen } = await testMailServer(settings, 'send', unwatchedWork(), limits);
    return JSON.parse(JSON.stringify(seen));
  } finally {
    await server.stop();
  }
}

/** What the verdict then says of one version's code. */
function told(seen: MailServerFacts, { login, password = 'right', userName = 'gluu' }: Run, versionAndCode: string) {
  const [version = '', name] = versionAndCode.split(' ');
  const [family] = familiesOf(exactly(version));
  if (!family) throw new Error(`no family of ${version}`);
  const codes: Record<string, MailCodeId | undefined> = {
    sendMail: family.service,
    sendMailSigned: family.signedTest,
    mailutils: family.test,
  };
  const code = codes[name ?? ''];
  if (!code) throw new Error(`no code ${name} in ${version}`);
  const savedAgain = /saved again/.test(password) && family.decryptsTo === 'bytes';
  const letters: PasswordLetters = savedAgain ? 'garbled' : 'text';
  const { outcome } = outcomeOfCode(code, family, {
    path: 'test',
    settings: {
      host: 'localhost',
      port: 25,
      fromEmail: 'gluu@example.org',
      authentication: login,
      userName: userName === 'none' ? null : userName,
      password: 'readable',
      passwordLetters: password.startsWith('non-ascii') ? letters : undefined,
      passwordTyped: /typed/.test(password),
      requiresSsl: false,
      connectProtection: 'None',
    },
    seen,
    jvm: {},
  });
  return words[outcome];
}

/** Runs `work` on each item, a few at once. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

test('what a test of the console shows leads to what Gluu’s own mail code did', { timeout: 120_000 }, async () => {
  const lines = fs.readFileSync(new URL('../../support/measured-logins/measured.jsonl', import.meta.url), 'utf8');
  const servers: MeasuredServer[] = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const runs = servers.flatMap((server) => server.runs.map((run) => ({ server, run })));
  let right = 0;
  const otherwise: string[] = [];
  await eachOf(runs, async ({ server, run }) => {
    const seen = await tested(server, run);
    const facts = mailServerFacts(seen);
    for (const [outcome, codes] of Object.entries(run.outcomes)) {
      for (const code of codes) {
        const says = told(facts, run, code);
        if (says === outcome) right += 1;
        else
          otherwise.push(
            `${server.id} ${code} login ${run.login}: ${outcome}, reported as ${says}, from ${JSON.stringify(facts)}`,
          );
      }
    }
  });
  expect(otherwise).toEqual([]);
  expect(right).toBe(521);
});
