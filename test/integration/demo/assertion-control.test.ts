import { Control, EqualityFilter, ExtensibleFilter, type Filter } from 'ldapts';
import { beforeEach, describe, expect, test } from 'vitest';
import { Assertion, changeOf } from './assertion';
import { meadowNames } from './meadow';
import { client, code, login, meadow, read, startMeadowForEach } from './meadow-client';

const { ada, people } = meadowNames;

startMeadowForEach();

describe('the assertion control (RFC 4528)', () => {
  beforeEach(login);
  const csn = async () => String((await read(ada, 'entryCSN'))?.entryCSN);
  const equals = (attribute: string, value: string) => new EqualityFilter({ attribute, value });
  const retitle = (title: string, assertion: Filter) =>
    client.modify(ada, changeOf('replace', 'title', title), new Assertion(assertion));

  test('lets one of two writers through who saw the same entryCSN', async () => {
    const seen = await csn();
    const outcomes = await Promise.allSettled(['one', 'two'].map((title) => retitle(title, equals('entryCSN', seen))));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({ reason: code(122) });
    expect(await read(ada, 'title')).toMatchObject({ title: 'one' });
    expect(await csn()).not.toBe(seen);
  });

  test('tells letter case apart with caseExactMatch', async () => {
    await client.modify(ada, changeOf('replace', 'title', '{"password":"AbC="}'));
    const exactly = (value: string) => new ExtensibleFilter({ matchType: 'title', rule: 'caseExactMatch', value });
    await expect(retitle('x', exactly('{"password":"aBc="}'))).rejects.toEqual(code(122));
    await retitle('x', exactly('{"password":"AbC="}'));
    await retitle('y', equals('title', 'X'));
  });

  test('is undefined, so not true, for an unknown attribute', async () => {
    await expect(retitle('x', equals('noSuchAttribute', 'y'))).rejects.toEqual(code(122));
  });

  test('guards delete, add, compare and search too', async () => {
    const no = new Assertion(equals('uid', 'nobody'));
    await expect(client.del(ada, no)).rejects.toEqual(code(122));
    await expect(client.compare(ada, 'uid', 'ada', no)).rejects.toEqual(code(122));
    await expect(client.search(ada, { scope: 'base' }, no)).rejects.toEqual(code(122));
    const dn = `inum=new,${people}`;
    await expect(client.add(dn, { objectClass: 'gluuPerson', inum: 'new' }, no)).rejects.toEqual(code(122));
    await expect(read(dn)).rejects.toEqual(code(32));
  });

  test('does not hide that the entry is missing', async () => {
    const modify = client.modify(
      `inum=x,${people}`,
      changeOf('replace', 'title', 'x'),
      new Assertion(equals('uid', 'x')),
    );
    await expect(modify).rejects.toEqual(code(32));
  });

  test.each([
    [true, 12],
    [false, 0],
  ])('is not mistaken for an unknown control (critical: %s gives %i)', async (critical, expected) => {
    class Unknown extends Control {
      constructor() {
        super('1.2.3.4.5', { critical });
      }
    }
    const attempts = [
      () => client.modify(ada, changeOf('replace', 'title', 'x'), new Unknown()),
      () => client.search(ada, { scope: 'base' }, new Unknown()),
      () => client.bind(meadow.managerDn, meadow.password, new Unknown()),
    ];
    for (const attempt of attempts) {
      if (expected === 0) await attempt();
      else await expect(attempt()).rejects.toEqual(code(expected));
    }
  });
});
