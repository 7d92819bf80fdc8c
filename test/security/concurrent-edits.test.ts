import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replaceWith, startConsole, type TestConsole } from '../integration/organization/console';
import { gluuNames } from '../support/gluu-names';
import { workWith } from '../support/test-console';
import { securityCase, titled } from './case';

const { applianceDn, organizationDn, oxAuthDn } = gluuNames();
const smtp = '{"host":"old.example.org","port":587,"password":"gl0g4Ch2tkU=","from-name":"A B"}';

let first: TestConsole;
let second: TestConsole;
beforeEach(async () => {
  first = await startConsole({ tree: { smtp, appliance: { oxTrustEmail: 'loaded@example.org' } } });
  second = await startConsole({ on: { slapd: first.slapd, port: first.slapd.port } });
});
afterEach(async () => {
  await second.stop();
  await first.stop();
});

const someoneWrites = (attribute: string, ...values: string[]) =>
  first.slapd.modify(replaceWith(applianceDn, attribute, ...values));

/** An operational attribute of the appliance entry as it is now. */
const now = async (attribute: string) => (await first.stored(applianceDn, attribute))[0];

describe(titled('T63'), () => {
  test('both loaded, both save: the second is shown three values and overwrites nothing', () =>
    securityCase('T63', 'one after the other', async () => {
      const [mine, theirs] = [await second.load(), await first.load()];
      expect(await first.save({ contactEmail: 'first@example.org' }, { view: theirs })).toMatchObject({
        kind: 'saved',
      });
      expect(await second.save({ contactEmail: 'second@example.org', maxLogSize: 300 }, { view: mine })).toMatchObject({
        kind: 'conflict',
        rows: [
          {
            field: 'contactEmail',
            loaded: 'loaded@example.org',
            theirs: 'first@example.org',
            mine: 'second@example.org',
          },
        ],
        view: { fields: { contactEmail: { value: 'first@example.org' } } },
      });
      expect(await first.stored(applianceDn, 'oxTrustEmail')).toEqual(['first@example.org']);
      expect(await first.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
      expect(second.history.list()).toEqual([]);
    }));

  test('both passed the comparison, both write: the server refuses the second', () =>
    securityCase('T63', 'at the same moment', async () => {
      const view = await second.load();
      const work = workWith('Write', () => first.save({ contactEmail: 'first@example.org' }));
      expect(await second.save({ contactEmail: 'second@example.org', maxLogSize: 300 }, { view, work })).toMatchObject({
        kind: 'notSaved',
        failure: { code: 'ldap.conflict', stage: 'Write' },
        saved: [],
        view: { fields: { contactEmail: { value: 'first@example.org' } } },
      });
      expect(await first.stored(applianceDn, 'oxTrustEmail')).toEqual(['first@example.org']);
      expect(await first.stored(applianceDn, 'gluuMaxLogSize')).toEqual(['200']);
      expect(first.history.list()).toMatchObject([{ outcome: 'saved' }]);
      expect(second.history.list()).toMatchObject([{ outcome: 'notSaved', failure: { code: 'ldap.conflict' } }]);
    }));
});

describe(titled('T65'), () => {
  const changes = { smtpPassword: { kind: 'replace', value: 'mine' } } as const;
  const theirs = smtp.replace('gl0g4Ch2tkU=', 'GL0g4Ch2tkU=');

  test('before the comparison', () =>
    securityCase('T65', 'before the comparison', async () => {
      const view = await second.load();
      await someoneWrites('oxSmtpConfiguration', theirs);
      expect(await second.save(changes, { view })).toMatchObject({
        kind: 'conflict',
        rows: [{ field: 'smtpPassword' }],
      });
      expect(await first.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([theirs]);
    }));

  test('between the comparison and the write, where the server’s own matching takes both for the same', () =>
    securityCase('T65', 'between the comparison and the write', async () => {
      const view = await second.load();
      const work = workWith('Write', async () => {
        await someoneWrites('oxSmtpConfiguration', theirs);
        // The trap itself: by the schema's rule the old value is still "there".
        expect(
          await first.slapd.search(applianceDn, '(oxSmtpConfiguration=*gl0g4ch2tku=*)', ['inum'], { scope: 'base' }),
        ).toHaveLength(1);
      });
      expect(await second.save(changes, { view, work })).toMatchObject({
        kind: 'notSaved',
        failure: { code: 'ldap.conflict' },
      });
      expect(await first.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([theirs]);
    }));
});

test(titled('T66'), () =>
  securityCase('T66', 'between the comparison and the write', async () => {
    const named = (name: string) => first.slapd.modify(replaceWith(organizationDn, 'displayName', name));
    await named('A B');
    const early = await second.load();
    await named('A  B');
    expect(await second.save({ organizationName: 'Mine' }, { view: early })).toMatchObject({
      kind: 'conflict',
      rows: [{ loaded: 'A B', theirs: 'A  B', mine: 'Mine' }],
    });
    await named('A B');
    const view = await second.load();
    const work = workWith('Write', () => named('A  B'));
    expect(await second.save({ organizationName: 'Mine' }, { view, work })).toMatchObject({
      kind: 'notSaved',
      failure: { code: 'ldap.conflict' },
    });
    expect(await first.stored(organizationDn, 'displayName')).toEqual(['A  B']);
  }),
);

test(titled('T67'), () =>
  securityCase('T67', 'same second', async () => {
    const write = async (email: string) => {
      await someoneWrites('oxTrustEmail', email);
      return { time: await now('modifyTimestamp'), csn: await now('entryCSN') };
    };
    for (let attempt = 1; ; attempt += 1) {
      // Early in a second, so that the whole of it fits into this one.
      await pause(1000 - (Date.now() % 1000));
      const before = await write('before@example.org');
      const view = await second.load();
      let after = before;
      const work = workWith('Write', async () => {
        after = await write(`theirs-${attempt}@example.org`);
      });
      const outcome = await second.save({ contactEmail: 'mine@example.org' }, { view, work });
      expect(outcome).toMatchObject({ kind: 'notSaved', failure: { code: 'ldap.conflict' } });
      expect(await now('oxTrustEmail')).toBe(`theirs-${attempt}@example.org`);
      expect(after.csn).not.toBe(before.csn);
      if (after.time === before.time) return;
      if (attempt === 10) throw new Error('no two changes fell into one second');
    }
  }),
);

describe(titled('T68'), () => {
  test('SSPR there, the mail server here', () =>
    securityCase('T68', 'another attribute', async () => {
      const view = await second.load();
      await someoneWrites('passwordResetAllowed', 'enabled');
      expect(await second.save({ smtpHost: 'mine.example.org' }, { view })).toMatchObject({
        kind: 'saved',
        view: { fields: { passwordReset: { value: true }, smtpHost: { value: 'mine.example.org' } } },
      });
      expect(await first.stored(applianceDn, 'passwordResetAllowed')).toEqual(['enabled']);
      expect(await first.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([smtp.replace('old', 'mine')]);
      expect(second.history.list()).toMatchObject([
        {
          outcome: 'saved',
          entries: [
            {
              dn: applianceDn,
              mergedWith: { modifiersName: first.slapd.bindDn, fields: ['passwordReset'] },
              changes: [{ field: 'smtpHost' }],
            },
          ],
        },
      ]);
    }));

  test('one key of the JSON there, another here', () =>
    securityCase('T68', 'another key of the same JSON', async () => {
      const view = await second.load();
      await someoneWrites('oxSmtpConfiguration', smtp.replace('587', '465'));
      expect(await second.save({ smtpHost: 'mine.example.org' }, { view })).toMatchObject({ kind: 'saved' });
      expect(await first.stored(applianceDn, 'oxSmtpConfiguration')).toEqual([
        smtp.replace('587', '465').replace('old', 'mine'),
      ]);
      expect(second.history.list()).toMatchObject([
        {
          outcome: 'saved',
          entries: [
            {
              mergedWith: { modifiersName: first.slapd.bindDn, fields: ['smtpPort'] },
              changes: [{ key: 'host', before: ['"old.example.org"'] }],
            },
          ],
        },
      ]);
      // Where nobody else wrote, nothing is said.
      await second.save({ smtpHost: 'again.example.org' });
      expect(second.history.list()[0]?.entries[0]).not.toHaveProperty('mergedWith');
    }));
});

test(titled('T70', 'oxTrust saved oxAuth’s settings with a new oxRevision meanwhile: ours changes neither'), () =>
  securityCase('T70', 'stale write of oxAuth’s settings', async () => {
    const theirs = '{"server_ip":"192.0.2.9","x":1}';
    const view = await second.load();
    const work = workWith('Write', () =>
      first.slapd.modify(
        [
          `dn: ${oxAuthDn}`,
          'changetype: modify',
          'replace: oxWebKeysSettings',
          `oxWebKeysSettings: ${theirs}`,
          '-',
          'replace: oxRevision',
          'oxRevision: 2',
          '',
        ].join('\n'),
      ),
    );
    expect(await second.save({ serverIp: '192.0.2.1' }, { view, work })).toMatchObject({
      kind: 'notSaved',
      failure: { code: 'ldap.conflict' },
      saved: [],
    });
    expect(await first.stored(oxAuthDn, 'oxWebKeysSettings')).toEqual([theirs]);
    expect(await first.stored(oxAuthDn, 'oxRevision')).toEqual(['2']);
  }),
);
