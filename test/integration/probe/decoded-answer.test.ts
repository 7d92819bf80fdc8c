import { afterEach, expect, test } from 'vitest';
import { probe } from '../../../src-main/probe/probe';
import { unwatchedWork } from '../../../src-main/work/work';
import { type ScriptedSession, type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { plain } from './run-probe';

let server: ScriptedSmtp;
afterEach(() => server.stop());

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const ntlm = Buffer.alloc(48);
ntlm.write('NTLMSSP\0\x02');

/** What of an answer the password can be guessed from, as the server would read it out. */
const responseIn: Record<string, (answer: Buffer) => string> = {
  'DIGEST-MD5': (answer) => /response=([0-9a-f]{32})/.exec(answer.toString('latin1'))?.[1] ?? '',
  NTLM: (answer) => answer.subarray(answer.readUInt32LE(24), answer.readUInt32LE(24) + 24).toString('hex'),
};

test.each([
  ['DIGEST-MD5', base64('realm="mail.test",nonce="0123456789",qop="auth"'), (text: string) => text],
  ['NTLM', ntlm.toString('base64'), (text: string) => text],
  ['NTLM', ntlm.toString('base64'), (text: string) => text.toUpperCase()],
])('a server that decodes the answer of %s and shows its core tells it nobody', async (method, challenge, as) => {
  let shown = '';
  const LOGIN = (session: ScriptedSession, line: string) => {
    shown = as(responseIn[method]?.(Buffer.from(line, 'base64')) ?? '');
    session.say(`535 5.7.8 ${shown} is wrong`);
  };
  server = await startScriptedSmtp({ extensions: [`AUTH ${method}`], script: { AUTH: `334 ${challenge}`, LOGIN } });
  const login = { userName: 'ada', password: 'correct horse' };
  const { seen, transcript } = await probe({ ...plain(server.port), login, clearTextConsent: true }, unwatchedWork());
  expect(shown).toMatch(/^[0-9a-f]{32,}$/i);
  const told = JSON.stringify([seen, transcript]);
  expect(told).toContain('is wrong');
  expect(told).not.toContain(shown);
});
