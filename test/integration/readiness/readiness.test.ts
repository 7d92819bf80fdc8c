import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { createWork } from '../../../src-main/work/work';
import type { ReadinessLinkId } from '../../../src-shared/model/readiness';
import type { Step } from '../../../src-shared/model/work';
import { otherSalt, salt } from '../../support/cipher-vectors';
import { gluuNames } from '../../support/gluu-names';
import type { GluuTreeOptions } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { pages, type ResetPage, startResetPage } from '../../support/reset-page';
import { startScriptedSmtp } from '../../support/scripted-smtp';
import { answerIn, linkOf, type Overview, reasonIn, startOverview } from './overview';

const names = gluuNames();
const plainPassword = 'a secret of the mail server';
const stored = encrypt(plainPassword, salt);

/** The settings in the store of the version, from 3.1.2 on as one JSON text. */
function smtpOf(version: GluuVersion, password = stored): Partial<GluuTreeOptions> {
  const camel = {
    host: 'mail.example.org',
    port: 587,
    requiresSsl: true,
    fromName: 'Example',
    fromEmailAddress: 'gluu@example.org',
    requiresAuthentication: true,
    userName: 'gluu@example.org',
    password,
  };
  const kebab = {
    host: camel.host,
    port: '587',
    password,
    'requires-ssl': true,
    'from-name': 'Example',
    'from-email-address': camel.fromEmailAddress,
    'requires-authentication': 'true',
    'user-name': camel.userName,
  };
  if (['3.0.2', '3.1.1'].includes(version)) {
    return {
      smtp: JSON.stringify(camel),
      appliance: {
        passwordResetAllowed: 'enabled',
        gluuSmtpHost: camel.host,
        gluuSmtpPort: '587',
        gluuSmtpRequiresSsl: 'true',
        gluuSmtpFromName: 'Example',
        gluuSmtpFromEmailAddress: camel.fromEmailAddress,
        gluuSmtpRequiresAuthentication: 'true',
        gluuSmtpUserName: camel.userName,
        gluuSmtpPassword: password,
      },
    };
  }
  return { smtp: JSON.stringify(kebab), appliance: { passwordResetAllowed: 'enabled' } };
}

let page: ResetPage;
beforeAll(async () => {
  page = await startResetPage(pages.form);
});
afterAll(() => page.stop());
let overview: Overview | undefined;
afterEach(async () => {
  await overview?.stop();
  overview = undefined;
});

async function chainOf(
  version: GluuVersion,
  tree: Partial<GluuTreeOptions> = {},
  more: Partial<Parameters<typeof startOverview>[0]> = {},
) {
  const usual = smtpOf(version);
  const oxTrust = { applianceUrl: `http://localhost:${page.port}`, ...tree.oxTrust };
  const appliance = { ...usual.appliance, ...tree.appliance };
  overview = await startOverview({ tree: { version, ...usual, ...tree, oxTrust, appliance }, ...more });
  return overview.check();
}

describe.each<GluuVersion>(['3.0.2', '3.1.1', '3.1.2', '3.1.5', '3.1.8'])('%s, set up well', (version) => {
  test('is read from its own store, link by link', async () => {
    const before = page.requests.length;
    const chain = await chainOf(version, { people: 3 });
    expect(page.requests.length - before).toBe(1);
    const states = Object.fromEntries(chain.links.map(({ id, state }) => [id, state]));
    // Its schema is that of 3.0.0, which cannot store requests; nothing was tested; the link has no TLS.
    expect(states).toEqual({
      resetEnabled: 'green',
      smtpComplete: 'green',
      smtpPassword: 'green',
      fromAddress: 'green',
      resetMail: 'notKnown',
      recaptcha: 'green',
      requestBranch: version === '3.0.2' ? 'notKnown' : 'green',
      expiry: 'green',
      linkHost: 'amber',
      linkCertificate: 'amber',
      reminderPage: 'green',
      peopleWithoutMail: 'green',
      sharedMail: 'green',
    });
    expect(reasonIn(chain, 'smtpComplete')).toBe('Complete: mail.example.org:587, with authentication.');
    expect(reasonIn(chain, 'peopleWithoutMail')).toContain('4 people');
    expect(chain.can).toBe(version === '3.0.2' ? 'notKnown' : 'untested');
    expect(answerIn(chain)).toEqual(
      version === '3.0.2'
        ? [
            'It is not known whether users can reset their password. 2 questions remain open.',
            'The mail server has not been tested yet.',
            'It is not known which of these versions this server runs: Gluu 3.0.0 to 3.0.3.',
          ]
        : [
            'The mail itself has not been tested yet. 1 other thing needs attention.',
            'The links in reset mails are not encrypted.',
          ],
    );
    expect(JSON.stringify(chain)).not.toContain(plainPassword);
    expect(JSON.stringify(chain)).not.toContain(stored);
  });

  test('is written to by nobody', async () => {
    await chainOf(version);
    expect(overview?.slapd.log()).toMatch(/ SRCH base="/);
    expect(overview?.slapd.log()).not.toMatch(/ (ADD|MOD|DEL|MODRDN) dn=/);
  });
});

/** What the chain says of the reset mail once the stored settings were tested with that password, by a server that takes it. */
async function reasonAfterTestWith(password: string): Promise<string> {
  const from = 'gluu@example.org';
  const relay = await startScriptedSmtp({ login: { userName: from, password } });
  const place = { host: '127.0.0.1', port: relay.port };
  const settings = { ...JSON.parse(String(smtpOf('3.1.2').smtp)), ...place, 'requires-ssl': false };
  try {
    await chainOf('3.1.2', { smtp: JSON.stringify(settings) });
    if (!overview) expect.unreachable();
    const { serverId } = overview;
    const { snapshotId } = await overview.load();
    const login = { userName: from, password: { kind: 'typed', value: password } };
    const form = { security: 'none', requiresSsl: false, trustServer: false, fromName: 'Example', fromEmail: from };
    const asked = { serverId, snapshotId, until: 'recipient', recipient: from, login };
    const { seen } = await overview.must('smtp.test', { ...place, ...form, ...asked });
    expect(seen.loggedIn).toBe(true);
    return reasonIn(await overview.check(), 'resetMail');
  } finally {
    await overview?.stop();
    overview = undefined;
    await relay.stop();
  }
}

describe('a mail test', () => {
  test('counts for the password that is stored, and for no other one', async () => {
    const other = 'From the stage “Login” on, the last mail test used other values.';
    expect(await reasonAfterTestWith(plainPassword)).not.toContain(other);
    expect(await reasonAfterTestWith('another')).toContain(other);
  });
});

describe('a new installation', () => {
  test.each<GluuVersion>(['3.1.2', '3.1.8'])('%s cannot reset anything yet', async (version) => {
    const chain = await chainOf(version, { smtp: null, appliance: { passwordResetAllowed: null } });
    expect(chain.can).toBe('no');
    expect(answerIn(chain)).toEqual([
      'Users cannot reset their password. 2 things stand in the way.',
      'Self-Service Password Reset is not enabled.',
      'No SMTP settings are stored.',
    ]);
  });
});

describe('one broken link', () => {
  test.each<[string, ReadinessLinkId, GluuVersion, Partial<GluuTreeOptions>, string]>([
    [
      'an unknown word',
      'resetEnabled',
      '3.1.2',
      { appliance: { passwordResetAllowed: 'Enabled' } },
      'does not recognize',
    ],
    ['broken JSON', 'smtpComplete', '3.1.2', { smtp: '{"host":"x",}' }, 'cannot be read'],
    ['a value Jackson refuses', 'smtpComplete', '3.1.2', { smtp: '{"requires-ssl":"yes"}' }, 'cannot be read'],
    ['another salt', 'smtpPassword', '3.1.2', smtpOf('3.1.2', encrypt('x', 'Z'.repeat(24))), 'cannot decrypt'],
    ['stars', 'smtpPassword', '3.1.2', smtpOf('3.1.2', encrypt('********', salt)), 'stars or dots'],
    ['expiry missing', 'expiry', '3.1.5', { oxTrust: { passwordResetRequestExpirationTime: undefined } }, 'is missing'],
    [
      'expiry as text',
      'expiry',
      '3.1.5',
      { oxTrust: { passwordResetRequestExpirationTime: 'ten' } },
      'not a whole number',
    ],
    ['expiry null', 'expiry', '3.1.5', { oxTrust: { passwordResetRequestExpirationTime: null } }, 'is 0'],
    ['no link base', 'linkHost', '3.1.2', { oxTrust: { applianceUrl: undefined } }, 'not set'],
    ['a link base that is not a URL', 'linkHost', '3.1.2', { oxTrust: { applianceUrl: 'gluu' } }, 'not a web address'],
    ['the copy of 3.1.1 lacks the sender', 'fromAddress', '3.1.1', { smtp: '{"host":"x","port":25}' }, 'not set'],
  ])('%s', async (_name, id, version, tree, reason) => {
    const link = linkOf(await chainOf(version, tree), id);
    expect(link).toMatchObject({ state: 'red', reason: expect.stringContaining(reason) });
  });

  test('a password with accents works as long as the page does not save it again', async () => {
    const link = linkOf(await chainOf('3.1.2', smtpOf('3.1.2', encrypt('pässwörd', salt))), 'smtpPassword');
    expect(link).toMatchObject({ state: 'amber', reason: expect.stringContaining('garbled') });
  });

  test('without the salt it is not known whether the password decrypts', async () => {
    const chain = await chainOf('3.1.2', {}, { salt: null });
    expect(linkOf(chain, 'smtpPassword')).toMatchObject({ state: 'notKnown', remedy: { label: 'Enter the salt' } });
  });

  test.each<[string, Partial<GluuTreeOptions>]>([
    ['and the password is another’s', {}],
    ['and the password was encrypted with it', smtpOf('3.1.2', encrypt(plainPassword, otherSalt))],
  ])('with the salt of another server it is not green, %s', async (_name, tree) => {
    const chain = await chainOf('3.1.2', tree, { salt: otherSalt });
    expect(linkOf(chain, 'smtpPassword')).toMatchObject({
      state: 'notKnown',
      reason: expect.stringMatching(/is not known.*not this server’s.*another server or installation/),
      remedy: { label: 'Correct the salt', target: { kind: 'action', action: 'enterSalt' } },
    });
    expect(chain.can).not.toBe('yes');
    expect(JSON.stringify(chain)).not.toContain('Replace');
  });

  test('with a salt that cannot be proved it is not green either, and says why', async () => {
    const chain = await chainOf('3.1.2', { oxTrust: { idpBindPassword: '', oxAuthClientPassword: '' } });
    expect(linkOf(chain, 'smtpPassword')).toMatchObject({
      state: 'notKnown',
      reason: expect.stringMatching(/^Decrypts with the salt kept here\..*idpBindPassword is empty/),
    });
  });
});

describe('pending requests', () => {
  const branch = {
    dn: names.resetRequestsDn,
    attributes: { objectClass: ['top', 'organizationalUnit'], ou: 'resetPasswordRequests' },
  };
  const request = (guid: string) => ({
    dn: `oxGuid=${guid},${names.resetRequestsDn}`,
    attributes: {
      objectClass: ['top', 'gluuPasswordResetRequest'],
      oxGuid: guid,
      personInum: names.adminInum,
      creationDate: '20260101000000.000Z',
    },
  });

  test('are counted, and their guids stay in the directory', async () => {
    const chain = await chainOf('3.1.2', { more: [branch, request('0secretguid00001'), request('0secretguid00002')] });
    expect(reasonIn(chain, 'requestBranch')).toBe('2 requests.');
    expect(JSON.stringify(chain)).not.toContain('secretguid');
  });

  test('are counted as no request in an empty branch', async () => {
    const chain = await chainOf('3.1.2', { more: [branch] });
    expect(reasonIn(chain, 'requestBranch')).toBe('No requests.');
  });
});

describe('people', () => {
  const person = (number: number, mail?: string | string[]) => {
    const inum = `${names.orgInum}!0000!AAAA.0000.0000.${String(number).padStart(4, '0')}`;
    return {
      dn: `inum=${inum},${names.peopleDn}`,
      attributes: {
        objectClass: ['top', 'gluuPerson'],
        inum,
        uid: `p${number}`,
        ...(mail === undefined ? {} : { mail }),
      },
    };
  };

  test('without mail and with shared mail, letter case aside; one person twice is no sharing', async () => {
    const more = [
      person(1),
      person(2),
      person(3, 'both@example.org'),
      person(4, 'Both@EXAMPLE.org'),
      person(5, ['one@example.org', 'other@example.org']),
      person(6, ['x@example.org', 'other@example.org']),
      person(7, ['alone@example.org']),
    ];
    const chain = await chainOf('3.1.2', { more });
    expect(linkOf(chain, 'peopleWithoutMail')).toMatchObject({
      state: 'amber',
      reason: '2 of 8 people have no mail address.',
    });
    expect(reasonIn(chain, 'sharedMail')).toMatch(/^2 mail addresses belong to more than one person/);
  });

  test('are counted over many pages, up to the limit', async () => {
    const whole = await chainOf('3.1.2', { people: 1600 });
    expect(reasonIn(whole, 'sharedMail')).toContain('1,601 people');
    await overview?.stop();
    const cut = await chainOf('3.1.2', { people: 1600 }, { limits: { people: { people: 700, ms: 60_000 } } });
    expect(linkOf(cut, 'sharedMail')).toMatchObject({
      state: 'notKnown',
      reason: expect.stringContaining('Only the first 700 people were counted.'),
    });
    await overview?.stop();
    const late = await chainOf('3.1.2', { people: 1600 }, { limits: { people: { people: 10_000, ms: 0 } } });
    expect(reasonIn(late, 'sharedMail')).toContain('Counting took too long');
  });
});

describe('the call', () => {
  test('tells its stages, and can be cancelled while people are counted', async () => {
    await chainOf('3.1.2', { people: 1600 });
    const cancel = new AbortController();
    let steps: Step[] = [];
    const work = createWork(cancel.signal, (now) => {
      steps = now;
      if (now.some(({ name, state }) => name === 'People' && state === 'running')) cancel.abort();
    });
    await expect(overview?.check(work)).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(steps.map(({ name }) => name).slice(-3)).toEqual(['Settings', 'Link', 'People']);
  });

  test('an account that may only read is told the same', async () => {
    const chain = await chainOf('3.1.2', {}, { asReader: true });
    expect(linkOf(chain, 'resetEnabled').state).toBe('green');
    expect(linkOf(chain, 'peopleWithoutMail').state).toBe('green');
  });

  test('a server that dies meanwhile fails the call in words', async () => {
    await chainOf('3.1.2');
    await overview?.slapd.kill9();
    await expect(overview?.check()).rejects.toMatchObject({ code: 'net.refused' });
  });
});
