import { rm } from 'node:fs/promises';
import { test } from '@playwright/test';
import type { Bridge } from '../../../src-shared/contract';
import { expect, type StartedApp, startApp } from './app';
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
}

/**
 * One app for all tests of a file, its page taken for a compromised one: the tests do what a script in it may try.
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
    if (app) await rm(app.folder, { recursive: true, force: true });
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
  };
}

export { test };
