import { afterAll, beforeAll, expect, test } from 'vitest';
import { filter, type LdapSession } from '../../src-main/ldap/ldap-session';
import { peopleFinder } from '../../src-main/users/find-people';
import { dnProblem, escapeDnValue } from '../../src-shared/model/dn';
import { runConnect } from '../integration/ldap/run-connect';
import { inEnglish } from '../support/english';
import { type HostileLdap, startHostileLdap } from '../support/hostile-ldap';
import { readElements } from '../support/hostile-ldap/ber';
import type { LdapRequest } from '../support/hostile-ldap/message';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';

const SEARCH = 0x63;
const tags = { and: 0xa0, or: 0xa1, not: 0xa2, equality: 0xa3, substrings: 0xa4, present: 0x87, extensible: 0xa9 };
const tree = { peopleDn: 'ou=people,o=org,o=gluu' };

/** What is typed, and the text between `ou=` and the next relative name on the wire; undefined: no DN may hold it. */
const inputs: [string, input: string, escaped: string][] = [
  ['a filter', '*)(uid=*', '*)(uid\\=*'],
  ['a backslash', 'a\\5c', 'a\\\\5c'],
  ['a bracket', '(', '('],
  ['NUL', 'a\0b', 'a\\00b'],
  ['a comma', 'a,ou=evil', 'a\\,ou\\=evil'],
  ['a plus', 'a+ou=evil', 'a\\+ou\\=evil'],
  ['a quote', 'a"b', 'a\\"b'],
  ['a bracket of a DN', 'a<b>', 'a\\<b\\>'],
  ['a semicolon', 'a;b', 'a\\;b'],
  ['an equals sign', 'a=b', 'a\\=b'],
  ['a hash or a blank in front', '# a', '\\# a'],
  ['a blank behind', ' a ', '\\ a\\ '],
  ['a line break', 'a\r\nb', 'a\\0D\\0Ab'],
  ['half a character', 'a\ud83d', 'a\ud83d'],
];
/** What no DN that is typed or received may hold as it is. */
const unsendable = ['NUL', 'a line break', 'half a character'];

let server: HostileLdap;
let slapd: Slapd;
beforeAll(async () => {
  [server, slapd] = await Promise.all([startHostileLdap({ kind: 'none' }), startSlapd()]);
});
afterAll(() => Promise.all([server.stop(), slapd.stop()]));

/** The searches that reach the server while `use` runs. */
async function searches(use: (session: LdapSession) => Promise<unknown>) {
  const before = server.requests().length;
  const { failure } = await runConnect({ port: server.port }, { use });
  const sent = server.requests().slice(before);
  return { failure, sent: sent.filter(({ operation }) => operation === 'search') };
}

/** The filter of a search, and every value that it compares with. */
function comparedIn({ bytes }: LdapRequest): { shape: string; values: Buffer[] } {
  const operation = readElements(readElements(bytes)[0]?.content ?? bytes).find(({ tag }) => tag === SEARCH);
  const values: Buffer[] = [];
  const walk = ({ tag, content }: { tag: number; content: Buffer }): string => {
    const inner = () => readElements(content);
    if (tag === tags.and || tag === tags.or || tag === tags.not) return `${tag.toString(16)}(${inner().map(walk)})`;
    if (tag === tags.present) return `${content}=*`;
    if (tag === tags.extensible) {
      values.push(...inner().flatMap((part) => (part.tag === 0x83 ? [part.content] : [])));
      return inner()
        .map((part) => (part.tag === 0x83 ? '?' : String(part.content)))
        .join(':');
    }
    const [name, value] = inner();
    if (tag === tags.equality) values.push(value?.content ?? Buffer.alloc(0));
    else if (tag === tags.substrings)
      values.push(...readElements(value?.content ?? content).map((part) => part.content));
    else throw new Error(`a filter of tag ${tag}`);
    return `${name?.content}${tag === tags.equality ? '=' : '*='}`;
  };
  const wanted = readElements(operation?.content ?? bytes)[6];
  return { shape: wanted === undefined ? '' : walk(wanted), values };
}

async function expectFilters(input: string): Promise<void> {
  const shapeOf = async (text: string) => {
    const { failure, sent } = await searches(async (session) => {
      for (const anywhere of [true, false]) {
        await peopleFinder().read(session, {}, tree, { text, anywhere, offset: 0 }, () => {});
      }
      const [equal, exact] = [filter.equals('uid', text), filter.equalsExactly('uid', text)];
      await session.children('o=gluu', filter.and(equal, filter.not(exact)), ['uid']);
    });
    expect(failure).toBeUndefined();
    return sent.map(comparedIn);
  };
  const plain = await shapeOf('plain');
  const odd = await shapeOf(input);
  // The same filters, whatever is typed: only what is compared with differs.
  expect(odd.map(({ shape }) => shape)).toEqual(plain.map(({ shape }) => shape));
  const literal = Buffer.from(input);
  for (const [index, { values }] of odd.entries()) {
    const places = (plain[index]?.values ?? []).map((value) => value.equals(Buffer.from('plain')));
    expect(places.filter(Boolean).length).toBeGreaterThan(0);
    expect(values.filter((_, place) => places[place]).every((value) => value.equals(literal))).toBe(true);
  }
}

async function expectNames(input: string, escaped: string): Promise<void> {
  const dn = `ou=${escapeDnValue(input)},o=gluu`;
  expect(dn).toBe(`ou=${escaped},o=gluu`);
  const { failure, sent } = await searches((session) => session.read(dn, ['ou']));
  expect(failure).toBeUndefined();
  expect(sent.map((request) => request.dn)).toEqual([dn]);
  // As RFC 4514 section 2.4 undoes it: two hex digits are a byte, any other escaped character is itself.
  const value = dn
    .slice('ou='.length, -',o=gluu'.length)
    .replace(/\\([0-9A-F]{2})|\\(.)/g, (_, hex, char) =>
      hex === undefined ? char : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  expect(value).toBe(input);
}

/** slapd takes a new entry only if its name is the value of its attribute (RFC 4511 section 4.7). */
async function expectTakenBySlapd(input: string): Promise<void> {
  const dn = `ou=${escapeDnValue(input)},o=gluu`;
  const attributes = { objectClass: ['top', 'organizationalUnit'], ou: [input], description: ['of this test'] };
  const ran = await runConnect(
    { port: slapd.port },
    { password: slapd.password, use: (session) => session.add(dn, attributes) },
  );
  expect(ran.failure).toBeUndefined();
  const found = await slapd.search('o=gluu', '(description=of this test)', ['ou'], { scope: 'one' });
  expect(found.flatMap((entry) => entry.get('ou'))).toEqual([input]);
  const gone = { password: slapd.password, use: (session: LdapSession) => session.remove(dn) };
  expect((await runConnect({ port: slapd.port }, gone)).failure).toBeUndefined();
}

async function expectRefused(input: string): Promise<void> {
  const dn = `ou=${input},o=gluu`;
  expect(inEnglish(dnProblem(dn))).toMatch(/invisible character/);
  const change = { operation: 'replace', attribute: 'description', values: ['x'] } as const;
  const uses: ((session: LdapSession) => Promise<unknown>)[] = [
    (session) => session.read(dn, ['ou']),
    (session) => session.children(dn, filter.present('ou'), ['ou']),
    (session) => session.pages(dn, filter.present('ou'), ['ou'], 10).next(),
    (session) => session.modify(dn, [{ ...change, values: [...change.values] }]),
    (session) => session.add(dn, { ou: [input] }),
    (session) => session.remove(dn),
    (session) => session.bind(dn, 'any password'),
  ];
  for (const use of uses) {
    const before = server.requests().length;
    const { failure } = await runConnect({ port: server.port }, { use });
    expect(failure).toMatchObject({ code: 'ldap.badDn', stage: 'Gluu tree' });
    const sent = server.requests().slice(before);
    expect(sent.map(({ operation }) => operation).filter((operation) => operation !== 'unbind')).toEqual([
      'bind',
      'whoami',
    ]);
  }
}

test(titled('T17'), async () => {
  for (const [what, input, escaped] of inputs) {
    await securityCase('T17', what, async () => {
      await expectFilters(input);
      if (unsendable.includes(what)) await expectRefused(input);
      if (what !== 'half a character') await expectNames(input, escaped);
      if (!unsendable.includes(what)) await expectTakenBySlapd(input);
    });
  }
});
