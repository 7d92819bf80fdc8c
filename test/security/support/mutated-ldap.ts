import { LdapExchange } from '../../../src-main/ldap/ldap-exchange';
import { filter, LdapSession } from '../../../src-main/ldap/ldap-session';
import { exchangeStartTls } from '../../../src-main/ldap/start-tls-exchange';
import {
  type LdapRequest,
  pagedResults,
  result,
  searchEntry,
  searchReference,
  whoamiResult,
} from '../../support/hostile-ldap/message';
import { runInChild } from '../../support/mutation/in-child';
import { memoryConnection } from '../../support/mutation/memory-connection';
import { mutate, type Sends } from '../../support/mutation/mutators';
import { outcomeOf } from '../../support/mutation/outcome';
import type { Random } from '../../support/mutation/random';
import { replay } from '../../support/mutation/replay';

const dn = 'inum=1,ou=appliances,o=gluu';
const asked = (operation: LdapRequest['operation'], messageId: number): LdapRequest => ({
  messageId,
  operation,
  dn,
  secured: false,
  bytes: Buffer.alloc(0),
});
const ok = (operation: LdapRequest['operation'], messageId: number) => result(asked(operation, messageId), { code: 0 });
const smtp = JSON.stringify({ host: 'mail.example.org', port: 587, 'requires-ssl': true });
const entry = (messageId: number, name = dn) =>
  searchEntry(messageId, name, [
    ['objectClass', ['top', 'gluuAppliance']],
    ['oxSmtpConfiguration', [smtp]],
    ['displayName', ['Mürrisch', 'Zweiter']],
    ['dn', ['o=evil']],
  ]);

/** What a real server says to bind, Who am I, a read, a list, a modify and two pages. */
const whole = (): Buffer[] => [
  ok('bind', 1),
  whoamiResult(asked('whoami', 2), `dn:${dn}`),
  Buffer.concat([entry(3), ok('search', 3)]),
  Buffer.concat([searchReference(4, ['ldap://a/']), entry(4, `uid=a,${dn}`), entry(4, `uid=b,${dn}`), ok('search', 4)]),
  ok('modify', 5),
  Buffer.concat([entry(6, `uid=c,${dn}`), result(asked('search', 6), { code: 0 }, pagedResults('next'))]),
  Buffer.concat([entry(7, `uid=d,${dn}`), result(asked('search', 7), { code: 0 }, pagedResults(''))]),
];
const recorded: readonly Sends[] = [
  whole(),
  whole(),
  [result(asked('bind', 1), { code: 49, message: 'Invalid Credentials' })],
  [ok('bind', 1), result(asked('extended', 2), { code: 2, message: 'unsupported' }), ok('search', 3), ok('search', 4)],
  [ok('bind', 1), result(asked('extended', 2), { code: 10, referral: ['ldap://a/', 'ldap://b/'] })],
];
const startTls: readonly Sends[] = [
  [ok('startTls', 1)],
  [result(asked('startTls', 1), { code: 2, message: 'unsupported', referral: ['ldap://x/'] })],
];

const SOON = 1000;

async function use(session: LdapSession): Promise<string> {
  await session.bind('cn=directory manager', 'correct horse 7');
  await session.whoAmI();
  await session.read(dn, ['oxSmtpConfiguration']);
  await session.children(dn, filter.present('objectClass'), ['uid']);
  await session.modify(dn, [{ operation: 'replace', attribute: 'description', values: ['x'] }]);
  let pages = 0;
  for await (const page of session.pages(dn, filter.present('mail'), ['mail'], 100)) pages += Math.min(1, page.length);
  return `all done, ${pages} pages`;
}

function converse(random: Random): Promise<string> {
  const { client, server } = memoryConnection();
  const { signal } = new AbortController();
  if (random.chance(0.1)) {
    void replay(server, mutate(random.pick(startTls), random, [...startTls, ...recorded]), random, {
      speaksFirst: false,
    });
    return outcomeOf(async () => {
      await exchangeStartTls(client, 'gluu.example.org:389', signal, SOON);
      return 'StartTLS granted';
    });
  }
  void replay(server, mutate(random.pick(recorded), random, recorded), random, { speaksFirst: false });
  const session = new LdapSession(new LdapExchange(client, 'gluu.example.org:389'), signal, SOON);
  return outcomeOf(async () => {
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  });
}

await runInChild(converse);
