import { expect, test } from 'vitest';
import { viewOf } from '../../../../src-main/organization/organization-view';
import { ServerId } from '../../../../src-shared/model/server';
import { snapshotOf } from '../gluu-ldap/snapshot-of';

const serverId = ServerId.parse('7c3e2a52-4c8e-4f3e-9d5a-2f1f5a1d7b10');
const ciphertext = 'qZ3k+Wv7/Rr0Yh2m9A==';

/** How the window is shown a text of `oxSmtpConfiguration` that Gluu cannot read. */
function shown(text: string): string {
  const snapshot = snapshotOf({ appliance: { oxSmtpConfiguration: [text] } });
  const { broken } = viewOf(serverId, 'id', snapshot, undefined, { notWritable: undefined, fixed: [] });
  return broken.oxSmtpConfiguration?.raw ?? expect.unreachable('it can be read');
}

test.each([
  ['a comma too many', `{"host":"h","password":"${ciphertext}",}`],
  ['a text that does not end', `{"host":"h","password":"${ciphertext}`],
  ['a key without quotes', `{"host":"h",password:"${ciphertext}"}`],
  ['other quotes', `{'host':'h','password':'${ciphertext}'}`],
  ['another sign than a colon', `{"host":"h","password"="${ciphertext}"}`],
  ['no colon at all', `{"host":"h","password" "${ciphertext}"}`],
  ['one quote before the key', `{"host":"h","password:"${ciphertext}"}`],
  ['a quote in the middle', `{"host":"h","password":"qZ3k"+Wv7/Rr0Yh2m9A=="}`],
  ['a quote too many', `{"host":"h","password":""${ciphertext}"}`],
  ['no quotes at all', `{host:h,password:${ciphertext}}`],
  ['a list', `{"host":"h","password":["${ciphertext}"]}`],
  ['a list of two', `{"host":"h","password":["${ciphertext}","${ciphertext}"]}`],
  ['an object', `{"host":"h","password":{"is":"${ciphertext}","was":"${ciphertext}"}}`],
  ['a line break in it', `{"host":"h","password":"qZ3k+\nWv7/Rr0Yh2m9A==",}`],
  ['the password twice', `{"host":"h","password":"${ciphertext}","password":"${ciphertext}"}`],
])('a text that Gluu cannot read is shown without its secret: %s', (_, text) => {
  expect(shown(text)).toMatch(/host.*h.*password.*hidden/);
  for (const part of ['qZ3k', 'Wv7', 'Rr0Yh2m9A']) expect(shown(text)).not.toContain(part);
});

test('and is still shown where it breaks', () => {
  expect(shown(`{"password":"${ciphertext}", "port": 25 "requires-ssl": true}`)).toBe(
    '{"password":"hidden", "port": 25 "requires-ssl": true}',
  );
});
