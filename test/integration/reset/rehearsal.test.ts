import { afterEach, describe, expect, test } from 'vitest';
import { createWork } from '../../../src-main/work/work';
import { otherSalt } from '../../support/cipher-vectors';
import { inEnglish } from '../../support/english';
import { silence } from '../../support/scripted-smtp';
import { mailTo, names, person, type ResetLab, readMessage, smtpLogin, startResetLab } from './reset-console';

let lab: ResetLab;
afterEach(() => lab.stop());

const preview = (more = {}) =>
  lab.calls['reset.preview']({ serverId: lab.serverId, personInum: person, ...more }, lab.work());
const rehearse = (more = {}) => lab.calls['reset.rehearse']({ serverId: lab.serverId, ...mailTo, ...more }, lab.work());
const personDn = `inum=${person},${names.peopleDn}`;
const setPerson = (attribute: string, value: string) =>
  lab.slapd.modify(
    `dn: ${personDn}\nchangetype: modify\nreplace: ${attribute}\n${attribute}:: ${Buffer.from(value).toString('base64')}\n`,
  );

describe('the preview', () => {
  test('shows the mail of the version, marked, with a link that leads nowhere', async () => {
    lab = await startResetLab();
    const seen = await preview();
    expect(seen).toMatchObject({
      person: { inum: person, name: 'User 1', mails: [mailTo.to], status: 'active' },
      from: { name: 'Gluu Meadow', address: 'gluu@example.org' },
      subject: '[TEST …] Password reset was requested at  identity server',
      linkShape: 'https://gluu.example.org/identity/resetPassword/…',
      lifetimeSeconds: 7200,
      wouldSupersede: 0,
      relay: { host: '127.0.0.1', port: lab.smtp.port, security: 'none', userName: smtpLogin.userName },
      passwordInClear: true,
      problems: [],
      requestProblems: [],
      typeName: false,
      doubts: [],
    });
    expect(seen.html).toContain('https://gluu-console-test.invalid/identity/resetPassword/test');
    expect(JSON.stringify(seen)).not.toContain(smtpLogin.password);
    expect(lab.smtp.connections()).toBe(0);
  });

  test('lets choose the link’s form where LDAP does not tell the version', async () => {
    lab = await startResetLab({ version: '3.1.8' });
    const seen = await preview();
    expect(seen.linkForms).toEqual(['path', 'query']);
    expect(seen.linkShape).toContain('resetPassword.htm?guid=');
    expect((await preview({ linkForm: 'path' })).linkShape).toMatch(/\/resetPassword\/…$/);
  });

  test('names a missing time, missing settings and a missing address', async () => {
    lab = await startResetLab({
      version: '3.1.5',
      tree: {
        appliance: { oxSmtpConfiguration: null },
        oxTrust: { passwordResetRequestExpirationTime: undefined, applianceUrl: undefined },
      },
    });
    await lab.slapd.modify(`dn: ${personDn}\nchangetype: modify\ndelete: mail\n`);
    expect(inEnglish(await preview())).toMatchObject({
      lifetimeSeconds: 0,
      lifetimeProblem: expect.stringContaining('every link expires as soon as it is created'),
      problems: ['No SMTP settings are stored.'],
      requestProblems: [expect.stringContaining('applianceUrl'), expect.stringContaining('no mail address')],
    });
    await expect(rehearse()).rejects.toMatchObject({ code: 'input.invalid' });
  });

  test('says how many working requests a new one would end', async () => {
    lab = await startResetLab({ version: '3.1.5' });
    const request = () => lab.calls['reset.request']({ serverId: lab.serverId, ...mailTo }, lab.work());
    await request();
    expect(await preview()).toMatchObject({ wouldSupersede: 1 });
    expect(await preview({ personInum: `${names.orgInum}!0000!5A11.C0DE.0000.0002` })).toMatchObject({
      wouldSupersede: 0,
    });
  });

  test('knows no person that is not there, whatever the name holds', async () => {
    lab = await startResetLab();
    for (const personInum of ['nobody', `x,${names.peopleDn}`, '*', '\u0000', '#41']) {
      await expect(preview({ personInum })).rejects.toMatchObject({ code: 'ldap.missing' });
    }
  });
});

describe('the rehearsal', () => {
  test('sends the marked mail to any address, and writes nothing on the server', async () => {
    lab = await startResetLab();
    const before = await lab.slapd.dump();
    const outcome = await rehearse({ to: 'grace@example.org' });
    expect(outcome).toMatchObject({
      run: { kind: 'rehearsal', entry: 'none', mail: 'accepted', canWithdraw: false, to: 'grace@example.org' },
      delivery: { login: 'done', messageId: outcome.run.messageId },
    });
    const { headers, body } = readMessage(lab.smtp.messages()[0] ?? '');
    const { token } = outcome.run;
    expect(headers).toContain(`Subject: [TEST ${token}] Password reset was requested at  identity server`);
    expect(headers).toContain(`X-Gluu-Console-Token: ${token}`);
    expect(body).toContain('https://gluu-console-test.invalid/');
    expect(body).not.toContain('https://gluu.example.org');
    expect(await lab.slapd.dump()).toBe(before);
    expect(lab.history.list()).toEqual([]);
    expect(lab.files()).not.toContain(smtpLogin.password);
  });

  test('works on a read-only server, and in every shape', async () => {
    for (const version of ['3.0.2', '3.1.0', '3.1.1', '3.1.9'] as const) {
      lab = await startResetLab({ version, profile: { readOnly: true, environment: 'production' } });
      expect((await rehearse()).run).toMatchObject({ mail: 'accepted' });
      if (version !== '3.1.9') await lab.stop();
    }
  });

  test('sends hostile values as Gluu does, and no header comes of them', async () => {
    lab = await startResetLab();
    const name = '<script>alert(1)</script>"\r\nBcc: eve@example.org';
    await setPerson('givenName', name);
    expect((await rehearse()).run.mail).toBe('accepted');
    const { headers, body } = readMessage(lab.smtp.messages()[0] ?? '');
    expect(body).toContain('Hello <script>alert(1)</script>"');
    expect(headers).not.toContain('Bcc');
    expect(lab.smtp.lines().filter(({ line }) => /^RCPT/i.test(line))).toHaveLength(1);
  });

  test('puts a hostile organization’s name into the subject up to 3.1.1, and no header comes of it', async () => {
    lab = await startResetLab({
      version: '3.1.0',
      tree: { organization: { displayName: 'X\r\nBcc: eve@example.org\r\n\r\nY' } },
    });
    expect((await rehearse()).run.mail).toBe('accepted');
    const { headers } = readMessage(lab.smtp.messages()[0] ?? '');
    expect(headers).not.toMatch(/^Bcc/m);
    expect(headers).toContain('Subject: ');
    expect(lab.smtp.lines().filter(({ line }) => /^RCPT/i.test(line))).toHaveLength(1);
  });

  test('tells what the mail server refused', async () => {
    lab = await startResetLab({ smtp: { script: { message: '554 5.7.1 spam' } } });
    expect(inEnglish(await rehearse())).toMatchObject({
      failure: { code: 'smtp.failed', stage: 'Data', facts: { title: 'Message refused' } },
      run: { mail: 'refused', events: [{ kind: 'begun' }, { kind: 'refused', text: expect.stringContaining('spam') }] },
    });
  });

  test('can be cancelled: behind DATA nobody knows whether it went', async () => {
    lab = await startResetLab({ smtp: { script: { message: silence } } });
    const cancel = new AbortController();
    const work = createWork(cancel.signal, () => {});
    const rehearsing = lab.calls['reset.rehearse']({ serverId: lab.serverId, ...mailTo }, work);
    await lab.smtp.reached('message');
    cancel.abort();
    const outcome = await rehearsing;
    const meanwhile = 'The message was already on its way; the server may have accepted it.';
    expect(inEnglish(outcome)).toMatchObject({
      failure: { code: 'work.cancelled', facts: { meanwhile } },
      run: { mail: 'unknown' },
    });
    const [, event] = outcome.run.events;
    expect(inEnglish(event)).toMatchObject({ kind: 'mailUnknown', text: expect.stringContaining(meanwhile) });
    expect(event).not.toHaveProperty('good'); // the user's own Cancel is no failure
  });

  test('can be cancelled: behind the answer to the mail it was accepted', async () => {
    lab = await startResetLab({ smtp: { script: { QUIT: silence } } });
    const cancel = new AbortController();
    const work = createWork(cancel.signal, () => {});
    const rehearsing = lab.calls['reset.rehearse']({ serverId: lab.serverId, ...mailTo }, work);
    await lab.smtp.reached('QUIT');
    cancel.abort();
    expect(await rehearsing).toMatchObject({ delivery: { to: mailTo.to }, run: { mail: 'accepted' } });
  });

  test('keeps where the mail was found', async () => {
    lab = await startResetLab();
    const { run } = await rehearse();
    const input = { serverId: lab.serverId, runId: run.id };
    await lab.calls['reset.arrived']({ ...input, where: 'notYet' }, lab.work());
    expect(await lab.calls['reset.arrived']({ ...input, where: 'spam' }, lab.work())).toMatchObject({
      events: [{ kind: 'begun' }, { kind: 'accepted' }, { kind: 'arrived' }, { kind: 'arrived', good: false }],
    });
    await expect(
      lab.calls['reset.arrived']({ ...input, runId: input.serverId, where: 'inbox' }, lab.work()),
    ).rejects.toMatchObject({
      code: 'gluu.snapshotGone',
    });
  });
});

describe('the salt', () => {
  test('of another server is reported beforehand; no mail is sent, and nothing is written', async () => {
    lab = await startResetLab({ keptSalt: otherSalt });
    const before = await lab.slapd.dump();
    expect(inEnglish((await preview()).problems)).toEqual([
      expect.stringMatching(/^The salt is refused, because .*idpBindPassword and oxAuthClientPassword/),
    ]);
    const request = { serverId: lab.serverId, ...mailTo };
    for (const call of [rehearse, () => lab.calls['reset.request'](request, lab.work())])
      await expect(call()).rejects.toMatchObject({ code: 'gluu.saltContradicted' });
    expect(lab.smtp.connections()).toBe(0);
    expect(await lab.slapd.dump()).toBe(before);
  });

  test('that cannot be proved is reported as a doubt, and used', async () => {
    lab = await startResetLab({ tree: { oxTrust: { idpBindPassword: undefined, oxAuthClientPassword: undefined } } });
    const seen = await preview();
    expect(inEnglish(seen)).toMatchObject({ problems: [], doubts: [expect.stringContaining('cannot be proved')] });
    expect((await rehearse()).run.mail).toBe('accepted');
  });
});
