import { createCipheriv, randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { proveSalt, type SaltEvidence, saltEvidence } from '../../../../src-main/gluu-ldap/salt-proof';
import { asOldGluuReads, encrypt } from '../../../../src-main/gluu-ldap/string-encrypter';
import { saltWords } from '../../../../src-shared/messages/salt-words';
import type { SaltProof } from '../../../../src-shared/model/salt';
import { saltWitnesses } from '../../../../src-shared/model/salt';
import { otherSalt, salt } from '../../../support/cipher-vectors';
import { inEnglish, say } from '../../../support/english';
import { gluuNames } from '../../../support/gluu-names';
import { oxTrustSettings } from '../../../support/gluu-settings';
import { gluuVersions } from '../../../support/gluu-version';
import { ldapEntry } from '../../../support/ldap-entry';

const entryOf = (...texts: string[]) => ldapEntry('ou=oxtrust', { oxTrustConfApplication: texts });
const evidenceOf = (members: object): SaltEvidence => saltEvidence(entryOf(JSON.stringify(members)));
const prove = (idpBindPassword: unknown, oxAuthClientPassword: unknown) =>
  proveSalt(salt, evidenceOf({ idpBindPassword, oxAuthClientPassword }));

const own = encrypt('Manager-Passw0rd', salt);
const own2 = encrypt('K3yOfTheCl1ent', salt);
const foreign = encrypt('Manager-Passw0rd', otherSalt);
const foreign2 = encrypt('K3yOfTheCl1ent', otherSalt);
/** Decrypts, with sound padding, to what nobody has as a password. */
const rubbish = encrypt('\u0001\u0002\u0003 \u009f', salt);
/** Bytes that are no UTF-8: `Käse` as a terminal in Latin-1 gives it. */
const latin1 = (() => {
  const cipher = createCipheriv('des-ede3', Buffer.from(salt), null);
  return Buffer.concat([cipher.update('Käse', 'latin1'), cipher.final()]).toString('base64');
})();
/** U+FFD0 and its like are assigned to nothing. */
const garbled = encrypt(asOldGluuReads('пароль'), salt);

describe('the truth table', () => {
  const [idp, client] = saltWitnesses;
  const proved = (...by: typeof idp extends string ? string[] : never) => ({ kind: 'proved', by });
  const contradicted = (by: string[], opened: string[] = []) => ({ kind: 'contradicted', by, opened });
  const damaged = (by: string[], opened: string[]) => ({ kind: 'unproved', why: { kind: 'damaged', by, opened } });
  const silent = (one: string, other: string) => ({
    kind: 'unproved',
    why: { kind: 'silent', witnesses: { [idp]: one, [client]: other } },
  });
  test.each<[string, unknown, unknown, object]>([
    ['both decrypt', own, own2, proved(idp, client)],
    ['one decrypts, the other is absent', own, undefined, proved(idp)],
    ['one decrypts, the other is null', null, own2, proved(client)],
    ['one decrypts, the other is empty', own, '', proved(idp)],
    ['one decrypts, the other is plain text', own, 'secret', proved(idp)],
    ['one decrypts, the other is a number', own, 5, proved(idp)],
    ['one decrypts, the other is cut off', own, own2.slice(0, 10), proved(idp)],
    ['letters beyond ASCII', encrypt('pässwörd€🔑', salt), undefined, proved(idp)],
    ['line breaks in the Base64', `${own.slice(0, 12)}\r\n${own.slice(12)}`, own2, proved(idp, client)],
    ['no padding of the Base64', own2.replace(/=+$/, ''), own, proved(idp, client)],
    ['neither decrypts', foreign, foreign2, contradicted([idp, client])],
    ['one is foreign, the other absent', foreign, undefined, contradicted([idp])],
    ['one is foreign, the other plain text', 'plain', foreign2, contradicted([client])],
    ['one decrypts, the other is foreign', own, foreign2, contradicted([client], [idp])],
    ['the other way round', foreign, own2, contradicted([idp], [client])],
    ['rubbish with sound padding', rubbish, undefined, contradicted([idp])],
    ['rubbish beside a good one', own, rubbish, damaged([client], [idp])],
    ['Latin-1, as setup takes it from an old terminal, beside a good one', latin1, own2, damaged([idp], [client])],
    ['what an old oxTrust read garbled and saved again, beside a good one', garbled, own2, damaged([idp], [client])],
    ['Latin-1 alone', latin1, undefined, contradicted([idp])],
    ['Latin-1 beside a foreign one', latin1, foreign2, contradicted([idp, client])],
    ['an empty password', encrypt('\u00a0', salt), undefined, contradicted([idp])],
    ['both absent', undefined, undefined, silent('absent', 'absent')],
    ['both empty', '', ' ', silent('empty', 'empty')],
    ['plain text', 'secret', 'not base64!', silent('notEncrypted', 'notEncrypted')],
    ['an object', {}, [own], silent('notEncrypted', 'notEncrypted')],
  ])('%s', (_name, one, other, expected) => {
    expect(prove(one, other)).toEqual(expected);
  });

  test.each<[string, SaltEvidence, object]>([
    ['no entry', saltEvidence(undefined), { kind: 'noEntry' }],
    ['no attribute', saltEvidence(ldapEntry('ou=oxtrust', {})), { kind: 'noAttribute' }],
    ['two values', saltEvidence(entryOf('{}', '{}')), { kind: 'several', count: 2 }],
    ['no JSON', saltEvidence(entryOf('{')), { kind: 'broken', why: expect.stringContaining('not valid JSON') }],
    ['no object', saltEvidence(entryOf('[]')), { kind: 'broken', why: expect.any(String) }],
    [
      'a key twice',
      saltEvidence(entryOf(`{"idpBindPassword":"${foreign}","idpBindPassword":"${own}"}`)),
      { kind: 'broken', why: expect.stringContaining('twice') },
    ],
  ])('%s proves nothing', (_name, evidence, why) => {
    expect(inEnglish(proveSalt(salt, evidence))).toEqual({ kind: 'unproved', why });
  });

  test('a salt that is too short is refused', () => {
    expect(() => proveSalt('short', evidenceOf({ idpBindPassword: own }))).toThrow(
      expect.objectContaining({ code: 'gluu.noSalt' }),
    );
  });
});

describe.each(gluuVersions)('a fresh %s', (version) => {
  const text = oxTrustSettings(gluuNames(), version, 'gluu.example.org', salt);
  const evidence = saltEvidence(entryOf(text));

  test('proves its own salt by both, and no other', () => {
    expect(proveSalt(salt, evidence)).toEqual({ kind: 'proved', by: [...saltWitnesses] });
    expect(proveSalt(otherSalt, evidence)).toEqual({ kind: 'contradicted', by: [...saltWitnesses], opened: [] });
  });
});

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const randomSalt = () => Array.from({ length: 24 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
const kindsFor = (evidence: SaltEvidence, count: number) =>
  Array.from({ length: count }, () => proveSalt(randomSalt(), evidence).kind);

describe('a salt that is not this server’s', () => {
  test('is contradicted, whichever of 2000 it is', () => {
    const evidence = evidenceOf({ idpBindPassword: own, oxAuthClientPassword: own2 });
    expect(new Set(kindsFor(evidence, 2000))).toEqual(new Set(['contradicted']));
  });

  test('passes the padding of one value by chance, and is contradicted all the same', () => {
    // Of one block only, where chance is best: some 8 of 2000 pass the padding; 12 in a million are sane text as well.
    const evidence = evidenceOf({ idpBindPassword: encrypt('short', salt) });
    expect(kindsFor(evidence, 2000).filter((kind) => kind === 'proved').length).toBeLessThanOrEqual(1);
  });
});

test('that only one value speaks against may stand beside plain text that looks encrypted, and is told so', () => {
  const found = prove('kJ8sd7fhGh3kLq9zX2mN4bV6cR1tY5wE', own2);
  expect(found).toMatchObject({ kind: 'contradicted', by: ['idpBindPassword'] });
  expect(say(saltWords(found))).toContain('plain text');
  expect(say(saltWords(found))).not.toContain('written with two');
});

test('is reported in words, without a secret', () => {
  const proofs: SaltProof[] = [prove(own, own2), prove(own, foreign2), prove(foreign, foreign2), prove('secret', '')];
  const words = proofs.map((proof) => say(saltWords(proof)));
  expect(words).toEqual([
    'The salt kept here is proved to be this server’s: idpBindPassword and oxAuthClientPassword of oxTrust’s own configuration decrypt with it.',
    expect.stringMatching(
      /only a part of .* decrypts with it\. oxAuthClientPassword of .* does not decrypt with it, although idpBind.* enter oxAuthClientPassword again in oxTrust/,
    ),
    expect.stringMatching(
      /^The salt kept here is refused, because it is not this server’s\..* do not decrypt with it\. The salt belongs to/,
    ),
    'The salt kept here cannot be proved to be this server’s. In oxTrust’s own configuration, idpBindPassword is not encrypted and oxAuthClientPassword is empty. Compare it with /etc/gluu/conf/salt on this server.',
  ]);
  for (const secret of [salt, own, own2, foreign, 'Manager-Passw0rd', 'K3yOfTheCl1ent', '"secret"'])
    expect(JSON.stringify([proofs, words])).not.toContain(secret);
});
