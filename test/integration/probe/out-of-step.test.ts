import { expect, it } from 'vitest';
import { unwatchedWork } from '../../../src-main/ipc/work';
import { runMailTest } from '../../../src-main/smtp/mail-test';
import { mailServerFacts } from '../../../src-shared/diagnosis/mail-server-facts';
import { verdictOf } from '../../../src-shared/verdict/verdict';
import { type OddServer, startOddSmtp } from '../../support/odd-smtp';

const limits = {
  probe: { totalMs: 25_000, connectMs: 5000, greetingMs: 2000, commandMs: 1000, trialMs: 1000 },
  send: { totalMs: 25_000, connectMs: 5000, silenceMs: 2000 },
};
const login = { userName: 'gluu', password: 'secret-77' };
const twice = ['250 one', '250 two'];
const thrice = [...twice, '250 three'];

async function verdictOn(about: Partial<OddServer>) {
  const server = await startOddSmtp({ ehlo: ['250-mail.test', '250 AUTH LOGIN'], ...about }, login);
  const ofForm = { host: '127.0.0.1', port: server.port };
  const address = 'gluu@example.org';
  const settings = { ...ofForm, security: 'none' as const, fromName: 'Gluu', from: address, to: address, login };
  try {
    const { seen } = await runMailTest({ ...settings, clearTextConsent: true }, 'send', unwatchedWork(), limits);
    return verdictOf({
      version: '3.1.2',
      path: 'reset',
      settings: {
        ...ofForm,
        fromEmail: address,
        requiresAuthentication: true,
        userName: login.userName,
        password: 'readable',
        requiresSsl: false,
      },
      seen: mailServerFacts(JSON.parse(JSON.stringify(seen))),
      jvm: {},
    });
  } finally {
    await server.stop();
  }
}

it.each<[string, Partial<OddServer>, string, string]>([
  ['one too many, and DATA is taken', { rcpt: twice }, 'hangs', 'V68'],
  ['one too many, and DATA is refused', { rcpt: twice, dataCommand: '550 no' }, 'fails', 'V48'],
  ['one too many at the sender, and DATA wants another login', { mail: twice, dataCommand: '530 no' }, 'fails', 'V48'],
  ['an empty line too many, and DATA is put off', { rcpt: ['250 one', ''], dataCommand: '451 no' }, 'fails', 'V48'],
  ['two too many, and DATA is taken', { rcpt: thrice }, 'fails', 'V48'],
  ['one too many at RSET, which Gluu does not send', { rset: twice }, 'sendsInClear', 'V10'],
  ['two too many at RSET', { rset: thrice }, 'sendsInClear', 'V10'],
  ['one too many at RSET, and the text is refused', { rset: twice, data: '550 no' }, 'fails', 'V56'],
])('replies without a question, %s', async (_name, about, outcome, ruleId) => {
  expect(await verdictOn(about)).toMatchObject({ outcome, ruleId });
});
