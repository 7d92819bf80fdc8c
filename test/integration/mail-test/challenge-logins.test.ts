import { afterAll, beforeAll, expect, test } from 'vitest';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { unwatchedWork } from '../../../src-main/work/work';
import { failureIn } from '../../../src-shared/diagnosis/classify';
import { type Postfix, startPostfix } from '../../support/postfix';
import { shortLimits } from './mail';

const methods = ['DIGEST-MD5', 'NTLM'] as const;
let postfix: Postfix;
beforeAll(async () => {
  postfix = await startPostfix({
    ports: methods.map((method) => ({ kind: 'plain', auth: [method], requireAuth: true })),
  });
});
afterAll(() => postfix?.stop());

/** A whole test with Send to a Postfix that offers this method alone. */
const sent = (method: (typeof methods)[number], password: string) =>
  testMailServer(
    {
      host: '127.0.0.1',
      port: postfix.ports[methods.indexOf(method)] ?? 0,
      security: 'none',
      fromName: 'Gluu',
      from: postfix.ada.address,
      to: postfix.grace.address,
      login: { userName: postfix.ada.address, password },
      clearTextConsent: true,
    },
    'send',
    unwatchedWork(),
    shortLimits,
  );

test.each(methods)('Postfix with Cyrus SASL takes a login by %s, and the mail behind it', async (method) => {
  const before = postfix.inbox(postfix.grace.address).length;
  const ran = await sent(method, postfix.ada.password);
  expect(failureIn(ran.seen)).toBeUndefined();
  expect(ran.seen.login).toEqual({ answer: 'accepted', method });
  expect(ran.delivery?.login).toBe('done');
  await postfix.messages(postfix.grace.address, before + 1);
});

test.each(methods)('a wrong password is refused by %s', async (method) => {
  const ran = await sent(method, 'not the password');
  expect(ran.seen.login).toEqual({ answer: 'refused' });
  expect(failureIn(ran.seen)?.id).toBe('S44');
});
