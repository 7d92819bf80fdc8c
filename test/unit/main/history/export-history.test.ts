import { describe, expect, test } from 'vitest';
import { exportHistory } from '../../../../src-main/history/export-history';
import { exportFormats } from '../../../../src-shared/history/export-formats';
import type { HistoryChange, HistoryEntry } from '../../../../src-shared/model/history';
import { historyEntry } from '../../../support/history-entry';

const at = new Date('2026-11-23T12:00:00Z');
const dn = 'inum=@!1111,ou=appliances,o=gluu';
const text = (before: string[] | null, after: string[] | null, attribute = 'oxTrustEmail'): HistoryChange => ({
  field: 'contactEmail',
  attribute,
  before,
  after,
});
const one = (change: HistoryChange, about: Partial<HistoryEntry> = {}) =>
  historyEntry({ ...about, entries: [{ dn, changes: [change] }] });
const unfolded = (ldif: string) => ldif.replaceAll('\n ', '');
const records = (ldif: string) =>
  unfolded(ldif)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

test.each(exportFormats)('%s says that a secret was left out, and has no mark of it', (format) => {
  const exported = exportHistory([historyEntry()], format, at);
  expect(exported).toContain('secret, left out');
  expect(exported).not.toMatch(/nnnn|aaaa|bbbb/);
});

test('JSON tells whole writes', () => {
  const exported = JSON.parse(exportHistory([historyEntry({ reason: 'Why', held: true })], 'json', at));
  expect(exported).toMatchObject({ format: 'gluu-console-history', version: 1, exportedAt: at.toISOString() });
  expect(exported.writes).toMatchObject([
    {
      seq: 7,
      reason: 'Why',
      held: true,
      outcome: 'saved',
      verifiedAt: '2026-11-23T10:00:01.000Z',
      actor: { osUser: 'ops' },
      entries: [{ changes: [{ after: ['help@example.org'] }, {}, { leftOut: 'secret, left out' }] }],
    },
  ]);
});

test('CSV has one line for each setting, and no cell that runs as a formula', () => {
  const exported = exportHistory([one(text(['=cmd()'], ['a"b', '@x']), { reason: '+1' })], 'csv', at);
  const lines = exported.split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('"\'=cmd()","a""b\n@x"');
  expect(lines[1]).toContain('"\'+1"');
  expect(lines[1]?.split('","')).toHaveLength(lines[0]?.split('","').length ?? 0);
});

describe('LDIF', () => {
  const change = one(text(['old@example.org'], ['new@example.org']));

  test('as written takes the old values out and puts the new ones in', () => {
    expect(records(exportHistory([change], 'ldif', at))).toEqual([
      'version: 1',
      `dn: ${dn}`,
      'changetype: modify',
      'delete: oxTrustEmail',
      'oxTrustEmail: old@example.org',
      '-',
      'add: oxTrustEmail',
      'oxTrustEmail: new@example.org',
      '-',
    ]);
  });

  test('to undo is the other way round, newest write first', () => {
    const later = one(text(['new@example.org'], null), { seq: 8 });
    expect(records(exportHistory([later, change], 'undoLdif', at)).filter((line) => /add:|: \w+@/.test(line))).toEqual([
      'add: oxTrustEmail',
      'oxTrustEmail: new@example.org',
      'oxTrustEmail: new@example.org',
      'add: oxTrustEmail',
      'oxTrustEmail: old@example.org',
    ]);
    const forward = unfolded(exportHistory([later, change], 'ldif', at));
    expect(forward.indexOf('# write 7')).toBeLessThan(forward.indexOf('# write 8'));
  });

  test.each([
    ['plain', 'plain'],
    ['a: b', 'a: b'],
    ['tab\tinside', 'tab\tinside'],
    [' blank first', undefined],
    ['blank last ', undefined],
    [':colon', undefined],
    ['<file:///etc/passwd', undefined],
    ['line\nbreak', undefined],
    ['car\rriage', undefined],
    ['nul\u0000', undefined],
    ['hä', undefined],
    ['€𝄞', undefined],
  ])('writes %j as it is only where RFC 2849 lets it', (value, asItIs) => {
    const [line] = records(exportHistory([one(text(null, [value]))], 'ldif', at)).filter((each) =>
      /^oxTrustEmail:/.test(each),
    );
    expect(line).toBe(
      asItIs === undefined ? `oxTrustEmail:: ${Buffer.from(value).toString('base64')}` : `oxTrustEmail: ${asItIs}`,
    );
  });

  test('folds lines to 76 bytes, and they unfold to what they were', () => {
    const long = `${'x'.repeat(200)} ${'ä'.repeat(200)}`;
    const exported = exportHistory(
      [one(text([long], ['y'.repeat(300)]), { reason: `why ${'ü'.repeat(100)}` })],
      'ldif',
      at,
    );
    for (const line of exported.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76);
    expect(unfolded(exported)).toContain(`oxTrustEmail:: ${Buffer.from(long).toString('base64')}\n`);
    expect(unfolded(exported)).toContain(`oxTrustEmail: ${'y'.repeat(300)}\n`);
  });

  test('tells a key inside a JSON value as a comment, with both values', () => {
    expect(unfolded(exportHistory([historyEntry()], 'ldif', at))).toContain(
      '# oxSmtpConfiguration, key host: from "old.example.org" to "new.example.org"\n',
    );
  });

  test.each(['notSaved', 'unknown', 'pending'] as const)('of a write that is %s is a comment throughout', (outcome) => {
    expect(records(exportHistory([one(text(null, ['a@example.org']), { outcome })], 'ldif', at))).toEqual([
      'version: 1',
    ]);
  });

  test('cannot be made to begin a record by what stands in a history', () => {
    const evil = 'x\n\ndn: o=gluu\nchangetype: delete\n';
    const entry = historyEntry({
      reason: evil,
      serverName: evil,
      actor: { osUser: evil, bindDn: evil },
      entries: [
        { dn: evil, changes: [text([evil], [evil], evil), { ...text([evil], [evil]), key: evil }, text(null, ['a'])] },
      ],
    });
    for (const format of ['ldif', 'undoLdif'] as const) {
      const lines = exportHistory([entry], format, at).split('\n');
      expect(lines.filter((line) => /^(dn|changetype): /.test(line))).toEqual(['changetype: modify']);
    }
  });

  test('of an entry that was created removes it to undo, and only sketches it as written', () => {
    const created = historyEntry({
      entries: [{ dn, operation: 'add', changes: [text(null, ['t@example.org'], 'mail')] }],
    });
    expect(records(exportHistory([created], 'undoLdif', at))).toEqual([
      'version: 1',
      `dn: ${dn}`,
      'changetype: delete',
    ]);
    expect(records(exportHistory([created], 'ldif', at))).toEqual(['version: 1']);
    expect(exportHistory([created], 'ldif', at)).toContain('# mail: t@example.org');
  });
});
