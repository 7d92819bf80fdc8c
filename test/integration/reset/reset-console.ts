import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';
import type { Tuning } from '../../../src-main/console/tuning';
import { encrypt } from '../../../src-main/gluu-ldap/string-encrypter';
import { probeLimits } from '../../../src-main/probe/probe-run';
import type { Work } from '../../../src-main/work/work';
import type { LinkAnswer, PendingView, ResetRunView } from '../../../src-shared/model/reset';
import type { ServerDraft } from '../../../src-shared/model/server';
import { message } from '../../../src-shared/texts/message';
import { selfSigned } from '../../support/certificates';
import { salt } from '../../support/cipher-vectors';
import { type GluuNames, gluuNames, hasConfiguration } from '../../support/gluu-names';
import { type GluuTreeOptions, gluuTree, type Overrides } from '../../support/gluu-tree';
import { type GluuVersion, isAtLeast } from '../../support/gluu-version';
import { lendSlapd } from '../../support/lent-slapd';
import { type ScriptedSmtp, type ScriptedSmtpOptions, startScriptedSmtp } from '../../support/scripted-smtp';
import { type ServerConsole, startServerConsole } from '../../support/server-console';
import { accountOn, type Slapd } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole, type TestConsole, watchedWork } from '../../support/test-console';

export const smtpLogin = { userName: 'gluu@example.org', password: 'correct horse 7' };
export const names: GluuNames = gluuNames();
/** The first person of the tree, and the address of that. */
export const personOf = (version: GluuVersion): string =>
  hasConfiguration(version) ? '5a11c0de-0000-4000-8000-000000000001' : `${names.orgInum}!0000!5A11.C0DE.0000.0001`;
export const person = personOf('3.1.2');
const address = 'user1@gluu.example.org';
/** What a test sends unless it says otherwise. */
export const mailTo = { personInum: person, to: address };

interface ConsoleOptions extends Pick<Tuning, 'history'> {
  /** How long after a write of open end the server is read again, in ms. */
  verifyPauses?: readonly number[];
  version?: GluuVersion;
  tree?: Partial<GluuTreeOptions>;
  smtp?: ScriptedSmtpOptions;
  profile?: Partial<ServerDraft>;
  checkLink?: (url: string) => Promise<LinkAnswer>;
  asReader?: boolean;
  /** What is kept as the server's salt; by default its own. */
  keptSalt?: string;
}

/** All but the socket of the process that writes there. */
const isFileOfIts = (name: string): boolean => !name.endsWith('.sock');

/** One console, with what the tests of resets ask of it. */
export interface ResetConsole extends TestConsole {
  /** What its files hold, but for the list of servers. */
  files(): string;
  runsNow(): Promise<ResetRunView[]>;
  /** Reads the requests of the server, which settles what is open. */
  pending(): Promise<PendingView>;
}

export interface ResetLab extends ResetConsole, Pick<ServerConsole, 'serverId'> {
  slapd: Slapd;
  proxy: TcpProxy;
  smtp: ScriptedSmtp;
  /** The links that were opened. */
  opened: string[];
  /** Sets its clock. */
  now(moment: Date): void;
  work(): Work;
  /** The requests in LDAP. */
  stored(): Promise<Map<string, string[]>[]>;
  /** Another console on the same server, with files of its own or, as after a crash, with a copy of these as they are now. */
  another(files: 'own' | 'copy', moment?: Date): Promise<ResetConsole>;
}

/** Starts slapd in the shape of a release, a mail server and a console with that server in its list. */
export async function startResetLab(options: ConsoleOptions = {}): Promise<ResetLab> {
  const { version = '3.1.2' } = options;
  const smtp = await startScriptedSmtp({ login: smtpLogin, ...options.smtp });
  const tree = { version, people: 3, ...options.tree };
  const appliance = { ...mailSettings(version, smtp.port), ...options.tree?.appliance };
  const tls = await selfSigned();
  const slapd = await lendSlapd({ version, ldif: gluuTree({ ...tree, appliance }), tls });
  const proxy = await startProxy(slapd.port, { tls });
  const folder = makeTemporaryFolder('reset');
  const opened: string[] = [];
  const started: TestConsole[] = [];
  let own = () => new Date();

  const tuningAt = (now: () => Date): Tuning => ({
    ...(options.history ? { history: options.history } : {}),
    checkLink: async (url) => {
      opened.push(url);
      return options.checkLink?.(url) ?? { good: true, text: message('reset.answer.form') };
    },
    mailLimits: { ...probeLimits, totalMs: 20_000, greetingMs: 5000, commandMs: 5000, textMs: 5000 },
    settlePauses: { verify: options.verifyPauses ?? [50, 50] },
    now,
  });
  function dress<C extends TestConsole>(console: C): C & ResetConsole {
    started.push(console);
    return {
      ...console,
      files: () =>
        readdirSync(console.folder)
          .filter((name) => !name.startsWith('servers.json') && isFileOfIts(name))
          .map((name) => readFileSync(path.join(console.folder, name), 'utf8'))
          .join('\n'),
      runsNow: () => console.must('reset.runs', { serverId }),
      pending: () => console.calls['reset.pending']({ serverId }, watchedWork()),
    };
  }
  const console = await startServerConsole(
    {
      ...{ port: proxy.port, mode: 'ldaps', pin: tls.sha256, ...accountOn(slapd, options.asReader) },
      ...{ salt: options.keptSalt ?? salt, profile: options.profile },
    },
    { helpers: inject('helpers'), folder: path.join(folder, 'console-0'), tuning: tuningAt(() => own()) },
  );
  const { serverId } = console;

  return {
    ...dress(console),
    serverId,
    slapd,
    proxy,
    smtp,
    opened,
    now: (moment) => {
      own = () => moment;
    },
    work: watchedWork,
    stored: () => slapd.search('o=gluu', '(objectClass=gluuPasswordResetRequest)'),
    async another(files, moment) {
      const next = path.join(folder, `console-${started.length}`);
      mkdirSync(next);
      if (files === 'copy') cpSync(console.folder, next, { recursive: true, filter: isFileOfIts });
      else cpSync(path.join(console.folder, 'servers.json'), path.join(next, 'servers.json'));
      const keychain = new Map(console.keychain);
      const tuning = tuningAt(() => moment ?? new Date());
      return dress(await startTestConsole({ helpers: inject('helpers'), folder: next, keychain, tuning }));
    },
    stop: async () => {
      for (const each of started) await each.stop();
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
  if (!isAtLeast(version, '3.1.1')) {
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
    ...(isAtLeast(version, '4.4.1') ? { 'connect-protection': 'None', 'key-store': '' } : {}),
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
