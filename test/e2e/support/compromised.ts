import type { Bridge, CallName } from '../../../src-shared/contract/contract';
import type { SavedServer } from '../../../src-shared/contract/server-calls';
import type { Failure } from '../../../src-shared/model/failure';
import type { ServerDraft, ServerId } from '../../../src-shared/model/server';
import { someServer } from '../../support/server-draft';
import { removeTemporaryFolder } from '../../support/temporary-folder';
import { expect, type StartedApp, startApp, test } from './app';
import { type ListeningPost, startListeningPost } from './listening-post';

/** The window as a script of the page sees it. */
export interface OurWindow extends Window {
  gluu: Bridge;
}

interface Compromised {
  app: StartedApp;
  /** Nothing of the page may ever arrive here. */
  post: ListeningPost;
  /** Calls main as any script of the page can. */
  call(name: unknown, input?: unknown, callId?: unknown): Promise<unknown>;
  /** As `call`, and gives the value or the failure. */
  ask<T = unknown>(name: CallName, input?: unknown): Promise<{ ok: true; value: T } | { ok: false; failure: Failure }>;
  /** Adds a server to the list, with a password that was typed for it, and gives its id. */
  addServer(changes: Partial<ServerDraft>, password?: string, salt?: string): Promise<ServerId>;
}

/**
 * One app for all tests of a file, its page counted as compromised: the tests do what a script in it may try.
 * After each of them the page has to be the one it was, alone, and answered by main.
 */
export function compromised(): Compromised {
  let app: StartedApp | undefined;
  let post: ListeningPost | undefined;
  const started = <T>(thing: T | undefined): T => {
    if (!thing) throw new Error('not started yet');
    return thing;
  };
  const call = (name: unknown, input?: unknown, callId: unknown = crypto.randomUUID()) =>
    started(app).page.evaluate(
      ([name, input, callId]) => (window as unknown as OurWindow).gluu.call(name as string, input, callId as string),
      [name, input, callId] as const,
    );

  const ask = async <T>(name: CallName, input?: unknown) => {
    const { result } = (await call(name, input)) as {
      result: { ok: true; value: T } | { ok: false; failure: Failure };
    };
    return result;
  };
  async function addServer(changes: Partial<ServerDraft>, password = 'typed-for-it', salt?: string): Promise<ServerId> {
    const saved = await ask<SavedServer>('server.save', {
      draft: { ...someServer, ...changes },
      bindPassword: { kind: 'replace', value: password },
      salt: salt === undefined ? { kind: 'keep' } : { kind: 'replace', value: salt },
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
    return saved.value.server.id;
  }

  test.beforeAll(async () => {
    post = await startListeningPost();
    app = await startApp();
  });
  test.afterEach(async () => {
    const { electron, page } = started(app);
    expect(page.url()).toBe('app://ui/index.html');
    expect(await electron.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    // No locator: Playwright takes a navigation that was refused for one that is still going on, and would wait for it.
    expect(await page.evaluate(() => document.querySelectorAll('main').length)).toBe(1);
    expect(await call('app.state')).toMatchObject({ result: { ok: true } });
    expect(started(post).heard).toEqual([]);
  });
  test.afterAll(async () => {
    await app?.electron.close();
    if (app) removeTemporaryFolder(app.folder);
    await post?.close();
  });

  return {
    get app() {
      return started(app);
    },
    get post() {
      return started(post);
    },
    call,
    ask,
    addServer,
  };
}

export { test };
