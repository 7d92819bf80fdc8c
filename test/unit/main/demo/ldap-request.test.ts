import { describe, expect, test } from 'vitest';
import { MalformedMessage } from '../../../../src-main/demo/ber-elements';
import { readRequest } from '../../../../src-main/demo/ldap-request';
import { element, enumerated, integer, octets, sequence } from '../../../support/hostile-ldap/ber';
import { mutate, pseudoRandom } from './mutation';

const boolean = (value: boolean) => element(0x01, Buffer.from([value ? 0xff : 0]));
const assertion = (tag: number, attribute: string, value: string) => element(tag, octets(attribute), octets(value));
const search = (filter: Buffer, ...controls: Buffer[]) =>
  sequence(
    integer(7),
    element(
      0x63,
      octets('o=gluu'),
      enumerated(2),
      enumerated(0),
      integer(100),
      integer(0),
      boolean(true),
      filter,
      sequence(octets('inum'), octets('+')),
    ),
    ...(controls.length > 0 ? [element(0xa0, ...controls)] : []),
  );
const present = octets('objectClass', 0x87);
const attribute = (name: string, ...values: string[]) =>
  sequence(octets(name), element(0x31, ...values.map((value) => octets(value))));

/** One valid message of each kind. */
const samples = {
  bind: sequence(integer(1), element(0x60, integer(3), octets('cn=a'), octets('secret', 0x80))),
  sasl: sequence(integer(1), element(0x60, integer(3), octets(''), element(0xa3, octets('PLAIN'), octets('x')))),
  unbind: sequence(integer(2), element(0x42)),
  search: search(present, sequence(octets('1.2.3'), boolean(true), octets('value')), sequence(octets('1.2.4'))),
  modify: sequence(
    integer(3),
    element(0x66, octets('o=a'), sequence(sequence(enumerated(2), attribute('mail', 'x', 'y')))),
  ),
  add: sequence(
    integer(4),
    element(0x68, octets('o=a'), sequence(attribute('o', 'a'), attribute('objectClass', 'top'))),
  ),
  delete: sequence(integer(5), octets('o=a', 0x4a)),
  rename: sequence(integer(5), element(0x6c, octets('o=a'), octets('o=b'), boolean(true))),
  compare: sequence(integer(6), element(0x6e, octets('o=a'), sequence(octets('o'), octets('a')))),
  abandon: sequence(integer(8), octets('\x01', 0x50)),
  extended: sequence(integer(2_147_483_647), element(0x77, octets('1.2.3', 0x80), octets('value', 0x81))),
};
const operationOf = (message: Buffer) => readRequest(message).operation;

describe('readRequest', () => {
  test('reads every operation', () => {
    expect(operationOf(samples.bind)).toEqual({
      kind: 'bind',
      version: 3,
      dn: 'cn=a',
      password: Buffer.from('secret'),
    });
    expect(operationOf(samples.sasl)).toEqual({ kind: 'bind', version: 3, dn: '' });
    expect(operationOf(samples.unbind)).toEqual({ kind: 'unbind' });
    expect(operationOf(samples.modify)).toEqual({
      kind: 'modify',
      dn: 'o=a',
      changes: [{ kind: 'replace', attribute: 'mail', values: [Buffer.from('x'), Buffer.from('y')] }],
    });
    expect(operationOf(samples.add)).toMatchObject({
      kind: 'add',
      dn: 'o=a',
      attributes: [{ name: 'o' }, { name: 'objectClass' }],
    });
    expect(operationOf(samples.delete)).toEqual({ kind: 'delete', dn: 'o=a' });
    expect(operationOf(samples.rename)).toEqual({ kind: 'modifyDn' });
    expect(operationOf(samples.compare)).toEqual({
      kind: 'compare',
      dn: 'o=a',
      attribute: 'o',
      value: Buffer.from('a'),
    });
    expect(operationOf(samples.abandon)).toEqual({ kind: 'abandon' });
    expect(readRequest(samples.extended)).toEqual({
      id: 2_147_483_647,
      operation: { kind: 'extended', oid: '1.2.3' },
      controls: [],
    });
  });

  test('reads a search with its controls', () => {
    expect(readRequest(samples.search)).toEqual({
      id: 7,
      operation: {
        kind: 'search',
        base: 'o=gluu',
        scope: 'sub',
        sizeLimit: 100,
        typesOnly: true,
        filter: { kind: 'present', attribute: 'objectClass' },
        attributes: ['inum', '+'],
      },
      controls: [
        { oid: '1.2.3', critical: true, value: Buffer.from('value') },
        { oid: '1.2.4', critical: false },
      ],
    });
  });

  test.each<[string, Buffer, unknown]>([
    ['and', element(0xa0, present, present), { kind: 'and', filters: [expect.anything(), expect.anything()] }],
    ['or of none', element(0xa1), { kind: 'or', filters: [] }],
    ['not', element(0xa2, present), { kind: 'not', filter: { kind: 'present', attribute: 'objectClass' } }],
    ['equality', assertion(0xa3, 'uid', 'a'), { kind: 'equality', attribute: 'uid', value: Buffer.from('a') }],
    [
      'greater or equal',
      assertion(0xa5, 'uid', 'a'),
      { kind: 'greaterOrEqual', attribute: 'uid', value: Buffer.from('a') },
    ],
    ['less or equal', assertion(0xa6, 'uid', 'a'), { kind: 'lessOrEqual', attribute: 'uid', value: Buffer.from('a') }],
    ['approximate', assertion(0xa8, 'uid', 'a'), { kind: 'approximate', attribute: 'uid', value: Buffer.from('a') }],
    [
      'substrings',
      element(
        0xa4,
        octets('uid'),
        sequence(octets('a', 0x80), octets('b', 0x81), octets('c', 0x81), octets('d', 0x82)),
      ),
      {
        kind: 'substrings',
        attribute: 'uid',
        pieces: { initial: Buffer.from('a'), any: [Buffer.from('b'), Buffer.from('c')], final: Buffer.from('d') },
      },
    ],
    [
      'extensible',
      element(
        0xa9,
        octets('caseExactMatch', 0x81),
        octets('uid', 0x82),
        octets('A', 0x83),
        element(0x84, Buffer.from([0xff])),
      ),
      { kind: 'extensible', rule: 'caseExactMatch', attribute: 'uid', value: Buffer.from('A'), dnAttributes: true },
    ],
    ['an unknown choice', element(0xab, octets('x')), { kind: 'unknown' }],
  ])('reads the filter %s', (_, bytes, expected) => {
    expect(operationOf(search(bytes))).toMatchObject({ filter: expected });
  });

  const nested = (depth: number): Buffer =>
    Array.from({ length: depth }).reduce<Buffer>((inner) => element(0xa2, inner), present);
  test('reads deep and wide filters up to a limit', () => {
    expect(() => readRequest(search(nested(50)))).not.toThrow();
    expect(() => readRequest(search(nested(51)))).toThrow(MalformedMessage);
    expect(() => readRequest(search(element(0xa0, ...Array.from({ length: 1900 }, () => present))))).not.toThrow();
    expect(() => readRequest(search(element(0xa0, ...Array.from({ length: 2000 }, () => present))))).toThrow(
      MalformedMessage,
    );
    expect(() => readRequest(search(nested(5000)))).toThrow(MalformedMessage);
  });

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['an empty message', sequence()],
    ['a message id of 0', sequence(integer(0), element(0x42))],
    ['a negative message id', sequence(element(0x02, Buffer.from([0xff])), element(0x42))],
    ['a message id of five bytes', sequence(element(0x02, Buffer.alloc(5, 1)), element(0x42))],
    ['an unknown operation', sequence(integer(1), element(0x7f))],
    ['no operation', sequence(integer(1))],
    ['bytes after the message', Buffer.concat([samples.unbind, Buffer.from([0])])],
    ['an unknown scope', sequence(integer(1), element(0x63, octets(''), enumerated(9)))],
    [
      'an unknown change',
      sequence(integer(1), element(0x66, octets(''), sequence(sequence(enumerated(3), attribute('a'))))),
    ],
    ['a length past the end', Buffer.from([0x30, 0x06, 0x02, 0x01, 0x01, 0x42, 0x7f, 0x00])],
    ['a negative length', Buffer.from([0x30, 0x09, 0x02, 0x01, 0x01, 0x4a, 0x84, 0xff, 0xff, 0xff, 0xfe])],
    ['an indefinite length', Buffer.from([0x30, 0x07, 0x02, 0x01, 0x01, 0x4a, 0x80, 0x00, 0x00])],
  ])('calls %s malformed', (_, message) => {
    expect(() => readRequest(message)).toThrow(MalformedMessage);
  });

  test('meets 20 000 damaged messages with an answer or MalformedMessage, nothing else', () => {
    const random = pseudoRandom(20180117);
    const seeds = [...Object.values(samples), search(nested(5)), search(assertion(0xa3, 'uid', 'a'))];
    let malformed = 0;
    for (let round = 0; round < 20_000; round++) {
      const message = mutate(seeds[round % seeds.length] ?? samples.bind, random);
      try {
        readRequest(message);
      } catch (error) {
        if (!(error instanceof MalformedMessage)) throw new Error(`${message.toString('hex')} gave ${error}`);
        malformed += 1;
      }
    }
    // Most damage is seen, and not all of it: else the test would prove nothing.
    expect(malformed).toBeGreaterThan(2_000);
    expect(malformed).toBeLessThan(20_000);
  });
});
