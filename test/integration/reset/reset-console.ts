import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import type { ClearLogin } from '../../../src-main/guard/clear-text';
import type { IntendedMail } from '../../../src-main/guard/mail-guard';
import { type History, openHistory } from '../../../src-main/history/history-log';
import { probeLimits } from '../../../src-main/probe/probe-run';
import { createReach } from '../../../src-main/reach/reach';
import { createAllowedWriting } from '../../../src-main/registry/allowed-writing';
import { knownServers } from '../../../src-main/registry/known-servers';
import { openServerRegistry } from '../../../src-main/registry/server-registry';
import { createRequestSettler } from '../../../src-main/reset/request-settler';
import { type ResetCalls, type ResetService, resetService } from '../../../src-main/reset/reset-service';
import { openRunLog, type RunLog } from '../../../src-main/reset/run-log';
import { serverSecrets } from '../../../src-main/secrets/server-secrets';
import { unwatchedWork, type Work } from '../../../src-main/work/work';
import { createSettle } from '../../../src-main/write/settle';
import type { LinkAnswer, ResetRunView } from '../../../src-shared/model/reset';
import { type ServerDraft, ServerId } from '../../../src-shared/model/server';
import { memoryKeychain } from '../../support/fake-keychain';
import { type GluuNames, gluuNames } from '../../support/gluu-names';
import { type GluuTreeOptions, gluuTree, type Overrides } from '../../support/gluu-tree';
import type { GluuVersion } from '../../support/gluu-version';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from '../../support/scripted-smtp';
import { type Slapd, startSlapd } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const salt = 'abcdefghijklMNOPQRST0123';
export const smtpLogin = { userName: 'gluu@example.org', password: 'correct horse 7' };
export const names: GluuNames = gluuNames();
/** The first person of the tree, and the address of that. */
export const person = `${names.orgInum}!0000!5A11.C0DE.0000.0001`;
const address = 'user1@gluu.example.org';
/** What a test sends unless it says otherwise. */
export const mailTo = { personInum: person, to: address };

interface ConsoleOptions {
  version?: GluuVersion;
  tree?: Partial<GluuTreeOptions>;
  smtp?: ScriptedSmtpOptions;
  profile?: Partial<ServerDraft>;
  history?: (real: History) => History;
  checkLink?: (url: string) => Promise<LinkAnswer>;
  verifyPauses?: readonly number[];
  asReader?: boolean;
  /** Stand for the user: they throw for a no. */
  clearText?(login: ClearLogin): void;
  mail?(mail: IntendedMail): void;
  /** What is kept as the server's salt; by default its own. */
  keptSalt?: string;
}

/** One console, as it lies in its folder: a restarted one has the same. */
export interface ResetConsole {
  calls: ResetCalls;
  recover: ResetService['recover'];
  history: History;
  runs: RunLog;
  /** What its files hold. */
  files(): string;
  now(moment: Date | undefined): void;
  runsNow(): Promise<ResetRunView[]>;
  /** Another console on the same server, with files of its own or, as after a crash, with a copy of these as they are now. */
  another(files: 'own' | 'copy'): Promise<ResetConsole>;
}

export interface ResetLab extends ResetConsole {
  slapd: Slapd;
  proxy: TcpProxy;
  smtp: ScriptedSmtp;
  serverId: ServerId;
  /** The links that were opened. */
  opened: string[];
  work(): Work;
  /** The requests in LDAP. */
  stored(): Promise<Map<string, string[]>[]>;
  stop(): Promise<void>;
}

/** Starts slapd in the shape of a release, a mail server and the services of main, with a server in their list. */
export async function startResetLab(options: ConsoleOptions = {}): Promise<ResetLab> {
  const { version = '3.1.2' } = options;
  const smtp = await startScriptedSmtp({ login: smtpLogin, ...options.smtp });
  const tree = { version, people: 3, ...options.tree };
  const appliance = { ...mailSettings(version, smtp.port), ...options.tree?.appliance };
  const slapd = await startSlapd({ version, ldif: gluuTree({ ...tree, appliance }) });
  const proxy = await startProxy(slapd.port);
  const folder = makeTemporaryFolder('reset');
  const opened: string[] = [];
  const keychain = memoryKeychain();
  const account = options.asReader ? slapd.reader : { dn: slapd.bindDn, password: slapd.password };
  const target = { host: '127.0.0.1', port: proxy.port, mode: 'plain', bindDn: account.dn } as const;
  const registry = openServerRegistry(path.join(folder, 'servers.json'));
  const draft = {
    name: 'Test server',
    group: '',
    environment: 'test',
    notes: '',
    readOnly: false,
    route: { kind: 'direct' },
  } as const;
  const profile = await registry.add({ ...draft, ...target, ...options.profile });
  const serverId = ServerId.parse(profile.id);
  const secrets = serverSecrets(keychain);
  await secrets.put(serverId, 'bindPassword', account.password, target);
  await secrets.put(serverId, 'salt', options.keptSalt ?? salt, target);
  const writing = createAllowedWriting(() => {});
  if (!options.profile?.readOnly) writing.allow(profile);
  const servers = knownServers(registry, secrets, () => {}, undefined, writing);
  const reach = createReach(servers, () => {});
  let consoles = 0;

  async function openConsole(home: string): Promise<ResetConsole> {
    let moment: Date | undefined;
    const file = await openHistory(path.join(home, 'history.jsonl'));
    const history = options.history?.(file) ?? file;
    const now = () => moment ?? new Date();
    const runs = openRunLog(path.join(home, 'reset-runs.json'), () => false);
    const settle = createSettle(
      { reach, history, pauses: { verify: options.verifyPauses ?? [50, 50] } },
      {
        resetRequest: createRequestSettler({ runs, now }),
      },
    );
    const { calls, recover } = resetService({
      servers,
      reach,
      history,
      settle,
      runs,
      now,
      places: { allow: async () => {} },
      clearText: { allow: async (login) => options.clearText?.(login) },
      mails: { allow: async (mail) => options.mail?.(mail) },
      checkLink: async (url) => {
        opened.push(url);
        return options.checkLink?.(url) ?? { good: true, text: `The form answers at ${url}` };
      },
      limits: { ...probeLimits, totalMs: 20_000, greetingMs: 5000, commandMs: 5000, textMs: 5000 },
    });
    return {
      calls,
      recover,
      history,
      runs,
      files: () =>
        readdirSync(home)
          .map((name) => readFileSync(path.join(home, name), 'utf8'))
          .join('\n'),
      now: (to) => {
        moment = to;
      },
      runsNow: () => calls['reset.runs']({ serverId }),
      async another(files) {
        consoles += 1;
        const next = path.join(folder, `console-${consoles}`);
        if (files === 'copy') cpSync(home, next, { recursive: true });
        else mkdirSync(next);
        return openConsole(next);
      },
    };
  }

  const home = path.join(folder, 'console-0');
  mkdirSync(home);
  return {
    ...(await openConsole(home)),
    slapd,
    proxy,
    smtp,
    serverId,
    opened,
    work: unwatchedWork,
    stored: () => slapd.search('o=gluu', '(objectClass=gluuPasswordResetRequest)'),
    stop: async () => {
      await proxy.stop();
      await slapd.stop();
      await smtp.stop();
      removeTemporaryFolder(folder);
    },
  };
}

/** The settings of a reset mail as that release keeps them. */
function mailSettings(version: GluuVersion, port: number): Overrides {
  const password = encrypt(smtpLogin.password, salt);
  const own = { host: '127.0.0.1', port, password };
  if (version === '3.1.1') {
    const former = { requiresSsl: false, fromName: 'Gluu Meadow', fromEmailAddress: 'gluu@example.org' };
    const login = { requiresAuthentication: true, userName: smtpLogin.userName };
    return { oxSmtpConfiguration: JSON.stringify({ ...own, ...former, ...login }) };
  }
  if (version < '3.1.1') {
    return {
      gluuSmtpHost: own.host,
      gluuSmtpPort: String(port),
      gluuSmtpPassword: password,
      gluuSmtpRequiresSsl: 'false',
      gluuSmtpRequiresAuthentication: 'true',
      gluuSmtpUserName: smtpLogin.userName,
      gluuSmtpFromName: 'Gluu Meadow',
      gluuSmtpFromEmailAddress: 'gluu@example.org',
    };
  }
  const json = {
    ...own,
    'requires-ssl': false,
    'trust-host': false,
    'from-name': 'Gluu Meadow',
    'from-email-address': 'gluu@example.org',
    'requires-authentication': true,
    'user-name': smtpLogin.userName,
  };
  return { oxSmtpConfiguration: JSON.stringify(json) };
}

/** A message's header lines, unfolded (RFC 5322 section 2.2.3), and its body with quoted-printable undone (RFC 2045). */
export function readMessage(raw: string): { headers: string; body: string } {
  const at = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, at).replace(/\r\n(?=[ \t])/g, '');
  const body = raw
    .slice(at)
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { headers, body };
}
