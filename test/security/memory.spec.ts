import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import type { SavedServer } from '../../src-shared/contract/server-calls';
import type { Result } from '../../src-shared/model/failure';
import type { ChangePlan, OrganizationView, UpdateOutcome } from '../../src-shared/model/organization';
import type { ResetRequestOutcome } from '../../src-shared/model/reset';
import type { ExportPlan } from '../../src-shared/model/transfer';
import type { TestUserEnd } from '../../src-shared/model/user';
import { closeApp, expect, type StartedApp, startApp, test } from '../e2e/support/app';
import type { OurWindow } from '../e2e/support/compromised';
import { inWindow, shown } from '../e2e/support/in-window';
import { selfSigned } from '../support/certificates';
import { gluuTree } from '../support/gluu-tree';
import { startJumpHost } from '../support/jump-host';
import { type Keyring, startKeyring } from '../support/keyring';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { someServer } from '../support/server-draft';
import { startSlapd } from '../support/slapd';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { processTree, secretsInMemory } from './support/process-memory';

test.setTimeout(180_000);
const user = 'gluu@example.org';
const newSecret = () => randomBytes(12).toString('hex');

/**
 * Calls as the page does. What Playwright sends to the page passes through main's own memory, so the input goes there backwards
 * and is turned round in the page.
 */
async function ask<T>({ page }: StartedApp, name: string, input: unknown): Promise<T> {
  const backwards = [...JSON.stringify(input)].reverse().join('');
  const result = await page.evaluate(
    async ([name, backwards]) => {
      const input: unknown = JSON.parse([...backwards].reverse().join(''));
      const { gluu } = window as unknown as OurWindow;
      return ((await gluu.call(name, input, crypto.randomUUID())) as { result: unknown }).result;
    },
    [name, backwards] as const,
  );
  return result as T;
}

/** Has the page answer what an SSH server asks from now on. */
const answerSsh = ({ page }: StartedApp, answer: string) =>
  page.evaluate(
    (backwards) => {
      const { gluu } = window as unknown as OurWindow;
      gluu.onEvent((event) => {
        if (event.kind !== 'sshQuestion') return;
        const reply = { kind: 'answered', answers: [[...backwards].reverse().join('')] };
        void gluu.call('ssh.answer', { questionId: event.question.questionId, reply }, crypto.randomUUID());
      });
    },
    [...answer].reverse().join(''),
  );

/** What every process of the app holds of the secrets, by process. */
function hits({ electron }: StartedApp, secrets: Record<string, string>): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [pid, command] of processTree(electron.process().pid ?? 0)) {
    const held = heldBy(pid, secrets);
    if (held.length > 0) found[`${pid} ${command}`] = held;
  }
  return found;
}

/** The keychain's process ends by itself after a while, also between being listed and being read: nothing of it is left then. */
function heldBy(pid: number, secrets: Record<string, string>): string[] {
  try {
    return secretsInMemory(pid, secrets);
  } catch (error) {
    if (existsSync(`/proc/${pid}`)) throw error;
    return [];
  }
}

async function startWith({ environment }: Keyring): Promise<StartedApp> {
  const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = environment;
  return startApp({ env: { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR } });
}

test(titled('T105'), async () => {
  const { key, cert } = await selfSigned();
  const mail = await startScriptedSmtp({ tls: { key, cert } });
  const secrets = {
    salt: newSecret(),
    'stored SMTP password': newSecret(),
    'new SMTP password': newSecret(),
    'mailbox password': newSecret(),
    'test user’s password': newSecret(),
    'SSH password': newSecret(),
    'SSH passphrase': newSecret(),
    'answer to an SSH question': newSecret(),
    'password for sudo': newSecret(),
    'transfer passphrase': newSecret(),
  };
  const stored = {
    ...{ host: 'localhost', port: mail.port, 'user-name': user, 'requires-authentication': true },
    ...{ 'requires-ssl': false, 'trust-host': false, 'from-name': 'Gluu', 'from-email-address': user },
    password: encrypt(secrets['stored SMTP password'], secrets.salt),
  };
  const slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', smtp: JSON.stringify(stored), salt: secrets.salt }),
    tls: { key, cert },
  });
  const keyring = await startKeyring();
  const asking = await startJumpHost({
    ...{ takes: 'keyboard-interactive', prompt: 'Code:', password: secrets['answer to an SSH question'] },
  });
  const { HOME = '' } = keyring.environment;
  mkdirSync(path.join(HOME, '.ssh'));
  asking.trust(HOME);
  const app = await startWith(keyring);
  try {
    const saved = await ask<Result<SavedServer>>(app, 'server.save', {
      draft: { ...someServer, name: 'held', port: slapd.ldapsPort, mode: 'ldaps', bindDn: slapd.bindDn },
      bindPassword: { kind: 'replace', value: slapd.password },
      salt: { kind: 'keep' },
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
    const { server } = saved.value;
    const serverId = server.id;
    const refusal = await ask<{ failure: { certificate: { sha256: string } } }>(app, 'server.check', { serverId });
    await ask(app, 'server.trust', { serverId, sha256: refusal.failure.certificate.sha256 });
    const { id: _, salt: __, ...draft } = server as unknown as Record<string, unknown>;
    await ask(app, 'server.save', {
      serverId,
      draft,
      bindPassword: { kind: 'keep' },
      salt: { kind: 'replace', value: secrets.salt },
    });
    const view = await ask<Result<OrganizationView>>(app, 'organization.load', { serverId });
    if (!view.ok) throw new Error(JSON.stringify(view.failure));
    const { snapshotId } = view.value;
    const screen = {
      ...{ serverId, snapshotId, host: 'localhost', port: mail.port, security: 'none', until: 'login' },
      ...{ requiresSsl: false, trustServer: false, fromName: 'Gluu', fromEmail: user, recipient: user },
    };
    await ask(app, 'smtp.test', { ...screen, login: { userName: user, password: { kind: 'stored' } } });
    const changes = {
      values: { contactEmail: user },
      secrets: { smtpPassword: { kind: 'replace', value: secrets['new SMTP password'] } },
    };
    const plan = await ask<Result<ChangePlan>>(app, 'organization.plan', { serverId, snapshotId, changes });
    if (!plan.ok) throw new Error(JSON.stringify(plan.failure));
    const update = await ask<Result<UpdateOutcome>>(app, 'organization.update', { planId: plan.value.planId });
    if (!update.ok) throw new Error(JSON.stringify(update.failure));
    await ask(app, 'mailbox.save', {
      draft: { host: 'localhost', port: mail.port, mode: 'none', user },
      password: { kind: 'replace', value: secrets['mailbox password'] },
    });
    const person = { givenName: 'Test', sn: 'User', mail: 'test.user@example.org' };
    const password = secrets['test user’s password'];
    const made = await ask<Result<TestUserEnd>>(app, 'users.createTest', { serverId, ...person, password });
    if (!made.ok || made.value.kind !== 'saved') throw new Error(JSON.stringify(made));
    const personInum = made.value.person?.inum ?? '';
    const to = person.mail;
    const request = await ask<Result<ResetRequestOutcome>>(app, 'reset.request', { serverId, personInum, to });
    if (!request.ok) throw new Error(JSON.stringify(request.failure));
    const [, guid = ''] = /resetPassword\/([^"\s<]+)/.exec(mail.messages().join('').replaceAll('=\r\n', '')) ?? [];
    expect(guid).not.toBe('');

    await answerSsh(app, secrets['answer to an SSH question']);
    const route = { kind: 'ssh', host: '127.0.0.1', user: 'root', jumps: [] };
    await ask(app, 'discovery.find', {
      route: { ...route, port: asking.port, login: 'password' },
      sudo: { password: secrets['password for sudo'] },
    });
    expect(asking.given()).toContain(`root: keyboard-interactive ${secrets['answer to an SSH question']}`);

    const overSsh = await ask<Result<SavedServer>>(app, 'server.save', {
      draft: {
        ...{ ...someServer, name: 'over SSH', host: 'localhost', port: slapd.ldapsPort, bindDn: slapd.bindDn },
        route: { ...route, port: 1, login: 'password' },
      },
      bindPassword: { kind: 'replace', value: slapd.password },
      salt: { kind: 'keep' },
      sshPassword: { kind: 'replace', value: secrets['SSH password'] },
      sshPassphrase: { kind: 'replace', value: secrets['SSH passphrase'] },
    });
    if (!overSsh.ok) throw new Error(JSON.stringify(overSsh.failure));
    const exported = await ask<Result<ExportPlan>>(app, 'profiles.prepareExport', {
      serverIds: [serverId, overSsh.value.server.id],
      passphrase: secrets['transfer passphrase'],
    });
    if (!exported.ok) throw new Error(JSON.stringify(exported.failure));
    expect(exported.value).toMatchObject({ secrets: 5, leftBehind: [] });

    const all = { ...secrets, 'bind password': slapd.password, 'guid of a reset link': guid };
    let before: Record<string, string[]> = {};
    // What a search that finds nothing would prove is nothing. The core keeps no guid: it has one while it reads the requests.
    await expect
      .poll(
        async () => {
          await ask(app, 'reset.pending', { serverId });
          before = hits(app, all);
          const heard = Object.values(before).flat().join('\n');
          return Object.keys(all).filter((name) => !heard.includes(`${name} in UTF-8`));
        },
        { timeout: 90_000 },
      )
      .toEqual([]);
    await securityCase('T105', 'main, before the lock', () => {
      const main = Object.entries(before).filter(([held]) => held.startsWith(`${app.electron.process().pid} `));
      expect(main).toEqual([]);
    });

    void inWindow(app.electron, "gluu.call('app.lock', undefined, crypto.randomUUID())").catch(() => {}); // its page goes before the answer comes
    await expect.poll(() => shown(app)).toContain('Locked');
    await securityCase('T105', 'every process, after the lock', () =>
      expect.poll(() => hits(app, all), { timeout: 30_000 }).toEqual({}),
    );

    const unlocked = `gluu.call('app.unlock', undefined, crypto.randomUUID()).then(({ result }) => result.ok)`;
    await expect.poll(() => inWindow(app.electron, unlocked).catch(() => false), { timeout: 30_000 }).toBe(true);
    const read = `gluu.call('server.check', { serverId: '${serverId}' }, crypto.randomUUID()).then(({ result }) => result.ok)`;
    await expect.poll(() => inWindow(app.electron, read).catch(() => false)).toBe(true);
  } finally {
    await closeApp(app).catch(() => {});
    await Promise.all([mail.stop(), slapd.stop(), keyring.stop(), asking.stop()]);
    removeTemporaryFolder(app.folder);
  }
});
