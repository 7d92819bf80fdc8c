import { afterEach, describe, expect, test } from 'vitest';
import { inEnglish } from '../../support/english';
import { namesOf } from '../../support/gluu-names';
import { type GluuVersion, isAtLeast } from '../../support/gluu-version';
import { mailTo, names, personOf, type ResetLab, readMessage, smtpLogin, startResetLab } from './reset-console';

let lab: ResetLab;
afterEach(() => lab.stop());

const request = (more = {}) => lab.calls['reset.request']({ serverId: lab.serverId, ...mailTo, ...more }, lab.work());
const outcomes = () => lab.history.list().map(({ outcome }) => outcome);
const kinds = async () => (await lab.runsNow())[0]?.events.map(({ kind }) => kind);

const path = 'https://gluu.example.org/identity/resetPassword/';
const query = 'https://gluu.example.org/identity/resetPassword.htm?guid=';

describe.each<[GluuVersion, string, 'button' | 'line', 'html' | 'plain']>([
  ['2.4.4', path, 'line', 'plain'],
  ['3.0.2', path, 'button', 'plain'],
  ['3.1.0', path, 'button', 'plain'],
  ['3.1.1', path, 'button', 'plain'],
  ['3.1.2', path, 'button', 'html'],
  ['3.1.5', path, 'button', 'html'],
  ['3.1.8', query, 'button', 'html'],
  ['4.0', query, 'button', 'html'],
  ['4.1.1', query, 'button', 'html'],
  ['4.2.2', query, 'button', 'html'],
  ['4.3.0', query, 'button', 'html'],
  ['4.4.1', query, 'button', 'html'],
  ['4.5.5', query, 'button', 'html'],
])('in the shape of %s', (version, link, drawn, parts) => {
  const names = namesOf(version);
  const person = personOf(version);
  const mailTo = { personInum: person, to: 'user1@gluu.example.org' };
  test('a request is written, mailed, opened and withdrawn, and leaves the tree as it was', async () => {
    lab = await startResetLab({ version });
    const before = await lab.slapd.dump();
    const outcome = await request(mailTo);
    if (outcome.kind !== 'written') expect.unreachable(JSON.stringify(outcome));
    expect(outcome).toMatchObject({ notes: [], link: { good: true }, delivery: { login: 'done', to: mailTo.to } });
    expect(outcome.run).toMatchObject({ kind: 'request', entry: 'there', mail: 'accepted', canWithdraw: true });

    const [entry] = await lab.stored();
    const [guid = ''] = entry?.get('oxGuid') ?? [];
    expect(guid).toMatch(/^[!0-9a-z]{16}$/);
    expect(entry?.get('dn')).toEqual([`oxGuid=${guid},${names.resetRequestsDn}`]);
    expect(entry?.get('objectClass')).toEqual(['top', 'gluuPasswordResetRequest']);
    expect(entry?.get('personInum')).toEqual([person]);
    const time = /^\d{14}\.\d{3}Z$/;
    expect(entry?.get('creationDate')?.[0]).toMatch(
      version === '2.4.4' ? /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}$/ : time,
    );
    // The class allows them from 4.3.0 on.
    const expires = isAtLeast(version, '4.3.0');
    expect(entry?.get('exp')).toEqual(expires ? [expect.stringMatching(time)] : undefined);
    expect(entry?.get('del')).toEqual(expires ? ['TRUE'] : undefined);
    const [branch] = await lab.slapd.search(names.resetRequestsDn, '(objectClass=*)', [], { scope: 'base' });
    expect(branch?.get('objectClass')).toEqual(['top', 'organizationalUnit']);

    const [message = ''] = lab.smtp.messages();
    const { headers, body } = readMessage(message);
    expect(body).toContain(drawn === 'button' ? `<a href='${link}${guid}'>` : `\r\n${link}${guid} \r\n`);
    expect(headers).toContain(`X-Gluu-Console-Token: ${outcome.run.token}`);
    expect(headers).toContain(`Message-ID: ${outcome.run.messageId}`);
    expect(headers).not.toContain('TEST');
    expect(lab.opened).toEqual([`${link}${guid}`]);
    expect(headers).toMatch(parts === 'html' ? /Content-Type: multipart\/alternative/i : /Content-Type: text\/plain/i);

    // The guid is a secret while the request lives.
    expect(JSON.stringify(outcome)).not.toContain(guid);
    expect(lab.files()).not.toContain(guid);
    expect(lab.files()).not.toContain('correct horse');

    const { runId = '' } = { runId: outcome.run.id };
    const withdrawn = await lab.calls['reset.withdraw']({ serverId: lab.serverId, runId }, lab.work());
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', run: { entry: 'gone', canWithdraw: false } });
    expect(await lab.slapd.dump()).toBe(before);
    expect(await kinds()).toEqual(['begun', 'written', 'accepted', 'linkChecked', 'withdrawn']);
    expect(outcomes()).toEqual(['saved', 'saved']);
  });
});

describe('before anything is written', () => {
  const untouched = async () => {
    expect(await lab.stored()).toEqual([]);
    expect(lab.smtp.messages()).toEqual([]);
    expect(await lab.runsNow()).toEqual([]);
    expect(lab.history.list()).toEqual([]);
  };

  test('a read-only server refuses', async () => {
    lab = await startResetLab({ profile: { readOnly: true } });
    await expect(request()).rejects.toMatchObject({ code: 'server.readOnly' });
    await untouched();
  });

  test('production wants its name', async () => {
    lab = await startResetLab({ profile: { environment: 'production', name: 'Meadow' } });
    await expect(request({ typedName: 'meadow' })).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
    await untouched();
    expect(await request({ typedName: 'Meadow' })).toMatchObject({ kind: 'written' });
  });

  test('a working link goes to nobody else', async () => {
    lab = await startResetLab();
    expect(await fieldsOf(request({ to: 'user2@gluu.example.org' }))).toEqual({
      to: 'A working link can be sent only to the person’s own addresses.',
    });
    await untouched();
    expect(await request({ to: mailTo.to.toUpperCase() })).toMatchObject({ kind: 'written' });
  });

  test('a password is not sent readable without consent', async () => {
    lab = await startResetLab();
    lab.says.yes = ({ message }) => !message.startsWith('Send a password unencrypted');
    await expect(request({})).rejects.toMatchObject({
      code: 'smtp.clearText',
      about: { facts: { user: smtpLogin.userName } },
    });
    const { message, lines } = lab.boxes.at(-1) ?? {};
    expect(message).toBe('Send a password unencrypted to 127.0.0.1?');
    expect(lines?.join('\n')).toContain('Login at the mail server (SMTP)');
    expect(lines?.join('\n')).toContain(String(lab.smtp.port));
    expect(lines?.join('\n')).toContain(smtpLogin.userName);
    expect(lines).toContain('From: this computer');
    await untouched();
  });

  test('nothing is written where the user does not want the recipient mailed', async () => {
    lab = await startResetLab();
    // The box of the write shows the recipient, and asks for both.
    lab.says.yes = ({ message }) => !message.startsWith('Create a reset request');
    await expect(request()).rejects.toMatchObject({ code: 'write.notConfirmed' });
    expect(lab.boxes.at(-1)?.lines.join('\n')).toContain(mailTo.to);
    await untouched();
    // Whoever ticks it away is asked for the recipient alone.
    lab.says.yes = ({ message }) => !message.startsWith('Send mail');
    lab.says.ticks = true;
    await lab.must('reset.purge', { serverId: lab.serverId, which: { kind: 'expired' } });
    await expect(request()).rejects.toMatchObject({ code: 'mail.notAllowed', about: { facts: { to: mailTo.to } } });
    const { message, lines = [] } = lab.boxes.at(-1) ?? {};
    expect(message).toBe(`Send mail to ${mailTo.to}?`);
    for (const fact of ['gluu@example.org', String(lab.smtp.port)]) expect(lines.join('\n')).toContain(fact);
    await untouched();
  });

  test('a password that does not decrypt is reported', async () => {
    lab = await startResetLab();
    const json = JSON.stringify({
      host: '127.0.0.1',
      port: 25,
      password: 'AAAA',
      'from-email-address': 'a@example.org',
      'requires-authentication': true,
      'user-name': 'x',
    });
    const change = `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxSmtpConfiguration\noxSmtpConfiguration: ${json}\n`;
    await lab.slapd.modify(change);
    await expect(request()).rejects.toMatchObject({ code: 'smtp.passwordUnreadable' });
    await untouched();
  });

  test('links without a host are refused', async () => {
    lab = await startResetLab({ tree: { oxTrust: { applianceUrl: '' } } });
    expect(await fieldsOf(request())).toEqual({ request: expect.stringContaining('applianceUrl') });
    await untouched();
  });

  test('an account that may not write leaves nothing but a run that says so', async () => {
    lab = await startResetLab({ asReader: true });
    expect(await request()).toMatchObject({
      kind: 'notWritten',
      failure: { code: 'ldap.rights' },
      run: { entry: 'none', canWithdraw: false },
    });
    expect(await lab.stored()).toEqual([]);
    expect(outcomes()).toEqual(['notSaved']);
  });
});

describe('what the mail server does after the write', () => {
  test('it refuses: that is reported, and the request can be withdrawn', async () => {
    lab = await startResetLab({ smtp: { script: { RCPT: '550 5.1.1 no such user' } } });
    const before = await lab.slapd.dump();
    const outcome = await request();
    expect(outcome).toMatchObject({
      kind: 'written',
      failure: { code: 'smtp.failed', stage: 'Recipient', detail: '550 5.1.1 no such user' },
      run: { entry: 'there', mail: 'refused', canWithdraw: true },
    });
    expect(lab.opened).toEqual([]);
    expect(await kinds()).toEqual(['begun', 'written', 'refused']);
    await lab.calls['reset.withdraw']({ serverId: lab.serverId, runId: outcome.run.id }, lab.work());
    expect(await lab.slapd.dump()).toBe(before);
  });

  test('it echoes the link: the guid is taken out of what is shown and kept', async () => {
    lab = await startResetLab({
      smtp: {
        script: {
          message: (session) => {
            const guid = /resetPassword\/([!0-9a-z]{16})/.exec(readMessage(lab.smtp.messages().join('')).body)?.[1];
            session.say(`250 2.0.0 taken ${guid}`);
          },
        },
      },
    });
    const outcome = await request();
    const [guid = ''] = (await lab.stored())[0]?.get('oxGuid') ?? [];
    expect(outcome).toMatchObject({ kind: 'written', delivery: { reply: '250 2.0.0 taken [hidden, 16 characters]' } });
    expect(JSON.stringify(outcome)).not.toContain(guid);
    expect(lab.files()).not.toContain(guid);
  });

  test('it goes silent behind the message: it may have gone out', async () => {
    lab = await startResetLab({ smtp: { script: { message: ({ socket }) => void socket.destroy() } } });
    expect(await request()).toMatchObject({ kind: 'written', run: { mail: 'unknown' }, link: { good: true } });
    expect(await kinds()).toEqual(['begun', 'written', 'mailUnknown', 'linkChecked']);
  });
});

/** What is said to be wrong at which field. */
const fieldsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => undefined,
    (error: { about?: { fields?: object } }) => inEnglish(error.about?.fields),
  );
