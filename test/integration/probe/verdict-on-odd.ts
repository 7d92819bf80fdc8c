import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { unwatchedWork } from '../../../src-main/work/work';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { exactly } from '../../../src-shared/gluu/versions';
import { verdictOf } from '../../../src-shared/verdict/verdict';
import type { VerdictSettings } from '../../../src-shared/verdict/verdict-input';
import { type OddServer, startOddSmtp } from '../../support/odd-smtp';

interface OddCase {
  version?: string;
  /** What the server takes. */
  password?: string;
  /** What is typed into the test. */
  typed?: string;
  letters?: VerdictSettings['passwordLetters'];
}

const limits = {
  totalMs: 25_000,
  connectMs: 5000,
  greetingMs: 2000,
  commandMs: 1000,
  textMs: 2000,
  trialMs: 1000,
};
const userName = 'gluu';
const address = 'gluu@example.org';

/** What a whole test of an odd server makes the verdict say of a reset mail. */
export async function verdictOnOdd(
  about: Partial<OddServer>,
  { version = '3.1.2', password = 'secret-77', typed = password, letters }: OddCase = {},
) {
  const odd = { ehlo: ['250-mail.test', '250 AUTH LOGIN'], ...about };
  const server = await startOddSmtp(odd, { userName, password });
  const ofForm = { host: '127.0.0.1', port: server.port };
  const settings = { ...ofForm, security: 'none' as const, fromName: 'Gluu', from: address, to: address };
  const given = { ...settings, login: { userName, password: typed }, clearTextConsent: true };
  try {
    const { seen } = await testMailServer(given, 'send', unwatchedWork(), limits);
    return verdictOf({
      version: exactly(version),
      path: 'reset',
      settings: {
        ...ofForm,
        fromEmail: address,
        authentication: true,
        userName,
        password: 'readable',
        passwordLetters: letters,
        requiresSsl: false,
      },
      seen: mailServerFacts(JSON.parse(JSON.stringify(seen))),
      jvm: {},
    });
  } finally {
    await server.stop();
  }
}
