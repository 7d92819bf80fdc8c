import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Result } from '../../../src-shared/model/failure';
import type { HistoryEntry } from '../../../src-shared/model/history';
import type { ChangePlan, OrganizationView, UpdateOutcome } from '../../../src-shared/model/organization';
import { ConsolePage } from '../../e2e/support/console-page';
import { type AppWithCore, startAppWithCore } from '../../e2e/support/in-core';
import { selfSigned } from '../../support/certificates';
import { gluuNames } from '../../support/gluu-names';
import { gluuTree } from '../../support/gluu-tree';
import { carries } from '../../support/hostile-ldap/message';
import { type Keyring, startKeyring } from '../../support/keyring';
import { type Slapd, startSlapd } from '../../support/slapd';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy';
import { removeTemporaryFolder } from '../../support/temporary-folder';

const { applianceDn, organizationDn } = gluuNames();

export { organizationDn };

const smtp = '{"host":"host-0.example.org","port":1000,"password":null}';

/** What one round of a test writes: three settings of the appliance entry, two of them in one JSON, and one of another entry. */
export interface Round {
  email: string;
  host: string;
  port: number;
  name: string;
}
export const roundOf = (number: number): Round => ({
  email: `round-${number}@example.org`,
  host: `host-${number}.example.org`,
  port: 1000 + number,
  name: `Round ${number}`,
});

/** The real app with a keyring of its own, one server in its list, and a proxy before that server which sees every request. */
export interface Scene {
  slapd: Slapd;
  proxy: TcpProxy;
  keyring: Keyring;
  app: AppWithCore;
  /** The app's main process. */
  main: ChildProcess;
  serverId: string;
  /** Calls main as the window does. Works as well once the page's process was replaced, which Playwright takes for lost. */
  call<T>(name: string, input: unknown): Promise<Result<T>>;
  /** Loads and plans a round; gives the plan's id. */
  plan(round: Round): Promise<string>;
  /** Writes a plan; gives its end, which never comes if the window or the app goes meanwhile. */
  update(planId: string): Promise<Result<UpdateOutcome> | undefined>;
  /** From the next modify request on, this one included, nothing passes until the proxy is healed; resolves then. */
  holdAtModify(): Promise<void>;
  load(): Promise<OrganizationView>;
  history(): Promise<HistoryEntry[]>;
  historyText(): string;
  /** What is stored now, by ldapsearch. */
  stored(): Promise<Round>;
  /** Resolves with the exit code once the app has ended. */
  ended(): Promise<number | null>;
  kill9(): Promise<void>;
  /** Starts the app again on the same files. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface SceneOptions {
  args?: string[];
  /** Has the scene look for modify requests itself, in place of the test. */
  holds?: boolean;
  /** TLS goes through the proxy as it is, and slapd hangs up after this many idle seconds. */
  idleSeconds?: number;
}

export async function startScene({ args = [], holds = false, idleSeconds }: SceneOptions = {}): Promise<Scene> {
  const slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', smtp, appliance: { oxTrustEmail: roundOf(0).email } }),
    ...(idleSeconds === undefined ? {} : { globalLines: [`idletimeout ${idleSeconds}`] }),
  });
  await slapd.modify(`dn: ${organizationDn}\nchangetype: modify\nreplace: displayName\ndisplayName: Round 0\n`);
  const proxy = await (idleSeconds === undefined
    ? startProxy(slapd.port, { tls: await selfSigned() })
    : startProxy(slapd.ldapsPort));
  const keyring = await startKeyring();
  let app = await startOn(keyring, args);
  // Kept, because Playwright forgets it once the app has ended.
  let child = app.electron.process();
  const ui = new ConsolePage(app.page);
  await ui.addServer({ name: 'scene', port: proxy.port, password: slapd.password });
  await ui.button('Trust this certificate').click();
  await ui.page.getByText(/can be read and changed/).waitFor();

  const call: Scene['call'] = (name, input) =>
    app.electron.evaluate(
      async ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
      `window.gluu.call(${JSON.stringify(name)}, ${JSON.stringify(input)}, crypto.randomUUID()).then(({ result }) => result)`,
    );
  const value = async <T>(name: string, input: unknown): Promise<T> => {
    const result = await call<T>(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
    return result.value;
  };
  const [server] = await value<{ id: string }[]>('server.list', undefined);
  const serverId = server?.id ?? '';
  const load = () => value<OrganizationView>('organization.load', { serverId });
  const attribute = async (dn: string, name: string) =>
    (await slapd.search(dn, '(objectClass=*)', [name], { scope: 'base' }))[0]?.get(name)?.[0] ?? '';
  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  };

  const holdAtModify = holds
    ? watchModifies(proxy)
    : () => Promise.reject(new Error('this scene was started without holds'));

  return {
    slapd,
    proxy,
    keyring,
    holdAtModify,
    get app() {
      return app;
    },
    get main() {
      return child;
    },
    serverId,
    call,
    load,
    async plan({ email, host, port, name }) {
      const { snapshotId } = await load();
      const values = { contactEmail: email, smtpHost: host, smtpPort: port, organizationName: name };
      const changes = { values, secrets: {} };
      const { planId } = await value<ChangePlan>('organization.plan', { serverId, snapshotId, changes });
      return planId;
    },
    update: (planId) => call<UpdateOutcome>('organization.update', { planId }).catch(() => undefined),
    history: async () =>
      (await value<{ entries: HistoryEntry[] }>('history.find', { sought: { words: [] }, limit: 100 })).entries,
    historyText: () => historyOf(app.folder),
    async stored() {
      const json = JSON.parse(await attribute(applianceDn, 'oxSmtpConfiguration')) as { host: string; port: number };
      return {
        email: await attribute(applianceDn, 'oxTrustEmail'),
        host: json.host,
        port: Number(json.port),
        name: await attribute(organizationDn, 'displayName'),
      };
    },
    ended,
    async kill9() {
      child.kill('SIGKILL');
      await ended();
    },
    async restart() {
      app = await startOn(keyring, args, app.folder);
      child = app.electron.process();
    },
    async stop() {
      proxy.heal();
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await keyring.stop();
      await proxy.stop();
      await slapd.stop();
      removeTemporaryFolder(app.folder);
    },
  };
}

async function startOn({ environment }: Keyring, args: string[], folder?: string): Promise<AppWithCore> {
  const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = environment;
  return startAppWithCore({
    ...(folder ? { folder } : {}),
    args,
    env: { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR },
  });
}

function historyOf(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'history.jsonl'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** The reading of the appliance entry before and after a write; the `nth` one since this was made. */
export function nthReading(nth: number): (bytes: Buffer) => boolean {
  let seen = 0;
  return (bytes) => carries('search')(bytes) && bytes.includes('oxTrustEmail') && ++seen === nth;
}

/** Holds everything back from the moment at which a modify request arrives, which is held back too. */
function watchModifies(proxy: TcpProxy): () => Promise<void> {
  let reached: (() => void) | undefined;
  // One matcher for all rounds that never takes what it is shown: the request is delivered once the proxy is healed.
  void proxy.dropNextRequest((bytes) => {
    if (reached && carries('modify')(bytes) && bytes.includes('oxTrustEmail')) {
      proxy.blackhole();
      reached();
      reached = undefined;
    }
    return false;
  });
  return () =>
    new Promise((resolve) => {
      reached = resolve;
    });
}
