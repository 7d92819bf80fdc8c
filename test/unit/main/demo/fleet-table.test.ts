import { describe, expect, test } from 'vitest';
import { fleetTable, mailAccounts, mailDomain } from '../../../../src-main/demo/fleet-table';
import { peopleOf } from '../../../../src-main/demo/people';
import { ServerDraft } from '../../../../src-shared/model/server';
import { say } from '../../../support/english';

describe('the fleet table', () => {
  test.each(['name', 'hostname', 'baseInum', 'organization'] as const)('has no %s twice', (column) => {
    expect(new Set(fleetTable.map((row) => row[column])).size).toBe(fleetTable.length);
  });

  test('teaches something else at each server', () => {
    expect(new Set(fleetTable.map(({ notes }) => say(notes))).size).toBe(fleetTable.length);
  });

  test.each(fleetTable.map((row) => [row.name, row] as const))('%s is a server the app can list', (_, row) => {
    const draft = {
      ...row,
      notes: '',
      group: 'Demo fleet',
      host: '127.0.0.1',
      port: 1636,
      mode: 'ldaps',
      bindDn: 'cn=x',
      readOnly: false,
      route: { kind: 'direct' },
    };
    expect(ServerDraft.safeParse(draft).error).toBeUndefined();
    expect(row.baseInum).toMatch(/^@!(?:[0-9A-F]{4}\.){3}[0-9A-F]{4}$/);
    // One plain sentence.
    expect(say(row.notes)).toMatch(/^[A-Z][^.!?]*(?:\.\d[^.!?]*)*\.$/);
  });

  test('logs in with accounts the mail server knows, of its own domain', () => {
    for (const { smtp } of fleetTable) if (smtp?.account) expect(mailAccounts).toContain(smtp.account);
    for (const { user } of mailAccounts) expect(user).toMatch(new RegExp(`^[a-z-]+@${mailDomain}$`));
  });

  test('has each kind of trouble once', () => {
    const named = (test: (row: (typeof fleetTable)[number]) => boolean) =>
      fleetTable.filter(test).map(({ name }) => name);
    expect(named(({ smtp }) => smtp?.listener === 'startTls')).toEqual(['mill-312']);
    expect(named(({ smtp }) => smtp !== undefined && smtp.account === undefined)).toEqual(['harbour-315']);
    expect(named(({ smtp }) => smtp?.passwordSalt === 'foreign')).toEqual(['orchard-314']);
    expect(named(({ smtp }) => smtp === undefined)).toEqual(['tower-318']);
    expect(named(({ sharedMail }) => sharedMail !== undefined)).toEqual(['tower-318']);
    expect(named(({ passwordReset }) => passwordReset === 'disabled')).toEqual(['tower-318']);
  });
});

describe('peopleOf', () => {
  test.each(fleetTable.map((row) => [row.name, row] as const))('gives %s a dozen different people', (_, row) => {
    const people = peopleOf(row);
    expect(people).toHaveLength(12);
    expect(new Set(people.map(({ uid }) => uid)).size).toBe(12);
    expect(people.filter(({ status }) => status === 'inactive')).toHaveLength(1);
    expect(people.filter(({ secretQuestion }) => secretQuestion !== undefined)).toHaveLength(1);
    const addresses = people.flatMap(({ mail }) => mail ?? []);
    expect(addresses).toHaveLength(11);
    expect(new Set(addresses).size).toBe(row.sharedMail ? 10 : 11);
    for (const address of addresses) expect(address).toMatch(/^[a-z.]+@demo\.example$/);
  });
});
