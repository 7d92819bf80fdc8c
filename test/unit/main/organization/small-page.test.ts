import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type NewSecrets, planChanges } from '../../../../src-main/gluu-ldap/change-plan';
import { changedFields } from '../../../../src-main/gluu-ldap/changed-fields';
import type { EntryChange } from '../../../../src-main/gluu-ldap/entry-change';
import { mergeWith } from '../../../../src-main/gluu-ldap/guarded-write';
import { dnOf, imageOf } from '../../../../src-main/gluu-ldap/snapshot';
import { encrypt } from '../../../../src-main/gluu-ldap/string-encrypter';
import type { LdapSession } from '../../../../src-main/ldap/ldap-session';
import { createEntryRights } from '../../../../src-main/organization/entry-rights';
import { viewOf } from '../../../../src-main/organization/organization-view';
import { secretsIn } from '../../../../src-main/organization/salt-guard';
import type { HeldSalt } from '../../../../src-main/reach/known-salt';
import { mayWriteEach } from '../../../../src-main/reach/rights';
import { ServerId } from '../../../../src-shared/model/server';
import { verbatim } from '../../../../src-shared/texts/message';
import { changesOf, type TestChanges } from '../../../support/changes';
import { salt } from '../../../support/cipher-vectors';
import { inEnglish, say } from '../../../support/english';
import { gluuNames } from '../../../support/gluu-names';
import { smallPage } from '../../../support/small-page';
import { snapshotOf } from '../gluu-ldap/snapshot-of';

const held: HeldSalt = { salt, proof: { kind: 'proved', by: ['idpBindPassword'] } };
const serverId = ServerId.parse('6f1c2a5e-7d3b-4c8e-9a10-2b3c4d5e6f70');
const { oxTrustDn, organizationDn } = gluuNames();
const stored = encrypt('first', salt);

const snapshot = (json = `{"keyStore":"/old.jks","keyStorePassword":"${stored}","other":1}`, ...pins: string[]) =>
  snapshotOf({ oxtrust: { oxTrustConfApplication: [json] }, company: { gluuCustomMessage: pins } }, '3.1.2', smallPage);
const replaced = (ciphertext: string) => ({ ciphertext, note: verbatim('new') });
const plan = (wanted: TestChanges, secrets: NewSecrets = new Map(), from = snapshot()) =>
  planChanges(from, changesOf(wanted), secrets);
const valuesOf = (change: EntryChange | undefined, from = snapshot()) => {
  const merged = change && mergeWith(imageOf(from, change.entry), change);
  return merged?.ok ? [...merged.images].map(([attribute, image]) => [attribute, ...image.after]) : merged;
};
const failureOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return inEnglish(error.about.fields);
  }
  return undefined;
};

test('the entries lie where the page says', () => {
  const { tree } = snapshot();
  expect(smallPage.entries.map(({ id }) => dnOf(tree, id))).toEqual([oxTrustDn, organizationDn]);
  expect(() => dnOf(tree, 'appliance')).toThrow('no entry appliance');
});

describe('a plan', () => {
  test('changes two secrets at once, one in JSON and one that is an attribute', () => {
    const secrets = new Map([
      ['telephonyPin', replaced('PIN-CIPHER')],
      ['keyStorePassword', replaced('KEY-CIPHER')],
    ]);
    const { rows, entries } = plan({ slogan: 'Hello' }, secrets);
    expect(
      inEnglish(rows).map(({ field, secret, before, after: next, note }) => [field, secret, before, next, note]),
    ).toEqual([
      ['keyStorePassword', true, expect.stringMatching(/^Stored, /), expect.stringMatching(/^Typed, /), 'new'],
      ['telephonyPin', true, 'None', expect.stringMatching(/^Typed, /), 'new'],
      ['slogan', false, '(empty)', 'Hello', undefined],
    ]);
    expect(JSON.stringify(rows)).not.toContain('CIPHER');
    expect(entries.map(({ entry, dn }) => [entry, dn])).toEqual([
      ['oxtrust', oxTrustDn],
      ['company', organizationDn],
    ]);
    expect(valuesOf(entries[0])).toEqual([
      ['oxTrustConfApplication', '{"keyStore":"/old.jks","keyStorePassword":"KEY-CIPHER","other":1}'],
    ]);
    expect(valuesOf(entries[1])).toEqual([
      ['title', 'Hello'],
      ['gluuCustomMessage', 'PIN-CIPHER'],
    ]);
    expect(secretsIn(entries).map(({ field, ciphertext }) => [say(field.label), ciphertext])).toEqual([
      ['Key Store Password', 'KEY-CIPHER'],
      ['Telephony PIN', 'PIN-CIPHER'],
    ]);
  });

  test('clears one secret and leaves the other', () => {
    const from = snapshot(undefined, 'PIN');
    const { rows, entries } = plan({}, new Map([['telephonyPin', null]]), from);
    expect(inEnglish(rows)).toMatchObject([{ field: 'telephonyPin', after: 'None' }]);
    expect(entries.map(({ entry }) => entry)).toEqual(['company']);
    expect(valuesOf(entries[0], from)).toEqual([['gluuCustomMessage']]);
  });

  test('sets what a field sets beside itself, and asks for what it requires', () => {
    const before = Date.now();
    const [[attribute, text = ''] = []] = valuesOf(plan({ keyStore: '/new.jks' }).entries[0]) as string[][];
    expect(attribute).toBe('oxTrustConfApplication');
    const { keyStore, keyStoreChanged, other } = JSON.parse(text);
    expect({ keyStore, other }).toEqual({ keyStore: '/new.jks', other: 1 });
    expect(keyStoreChanged).toBeGreaterThanOrEqual(before);
    expect(failureOf(() => plan({ keyStore: null }))).toEqual({ keyStore: 'Enter a value.' });
  });

  test('has no room for what another page has', () => {
    const foreign = { smtpHost: 'mail.example.org', smtpPassword: { kind: 'clear' }, slogan: 'ok' } as const;
    expect(Object.keys(failureOf(() => plan(foreign)) ?? {})).toEqual(['smtpHost', 'smtpPassword']);
  });

  test('overwrites no secret that is stored twice', () => {
    const from = snapshot(undefined, 'one', 'two');
    const change = { telephonyPin: { kind: 'clear' } } as const;
    expect(failureOf(() => plan(change, new Map([['telephonyPin', null]]), from))).toMatchObject({
      telephonyPin: expect.stringMatching(/^2 values are stored in gluuCustomMessage/),
    });
  });
});

test('the view carries each secret’s state and none of the secrets', () => {
  const view = viewOf(serverId, 'x', snapshot(undefined, 'damaged'), held, {
    notWritable: undefined,
    fixed: ['company'],
  });
  expect(view.secrets).toMatchObject({
    keyStorePassword: { state: 'decrypts', mark: expect.any(String) },
    telephonyPin: { state: 'doesNotDecrypt' },
  });
  expect(Object.keys(view.fields)).toEqual(['keyStore', 'keyStorePassword', 'telephonyPin', 'slogan']);
  expect(inEnglish(view.fields.telephonyPin)).toMatchObject({
    value: null,
    fixed: expect.stringContaining('the company entry'),
  });
  expect(view.fields.keyStore).not.toHaveProperty('fixed');
  expect(view).toMatchObject({ smtpAbsent: true, broken: {} });
  for (const secret of ['damaged', stored]) expect(JSON.stringify(view)).not.toContain(secret);
});

test('a text that cannot be read is shown without its secrets', () => {
  const broken = snapshot('{"keyStorePassword":"hidden away","keyStore":}');
  const { broken: texts } = viewOf(serverId, 'x', broken, held, { notWritable: undefined, fixed: [] });
  expect(inEnglish(texts)).toEqual({
    oxTrustConfApplication: { why: expect.any(String), raw: '{"keyStorePassword":"hidden","keyStore":}' },
  });
});

test('another secret that somebody stored since is a change', () => {
  const now = imageOf(snapshot(undefined, 'theirs'), 'company');
  expect(changedFields(snapshot(undefined, 'mine'), 'company', now).map(({ id }) => id)).toEqual(['telephonyPin']);
  expect(changedFields(snapshot(undefined, 'theirs'), 'company', now)).toEqual([]);
});

test('rights are asked of each entry, by the attribute that the page names', async () => {
  const asked: string[] = [];
  const tryDelete = async (dn: string, attribute: string) => {
    asked.push(`${attribute} of ${dn}`);
    throw new AppError(dn === oxTrustDn ? 'ldap.rights' : 'ldap.valueGone');
  };
  const { tree } = snapshot();
  const rights = createEntryRights();
  expect(rights.take(serverId, await mayWriteEach({ tryDelete } as unknown as LdapSession, tree))).toBeUndefined();
  expect(asked).toEqual([`oxTrustConfApplication of ${oxTrustDn}`, `title of ${organizationDn}`]);
  expect(rights.fixedOf(serverId)).toEqual(['oxtrust']);
});
