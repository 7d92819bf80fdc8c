import { readFileSync } from 'node:fs';
import { answerBoxes, expect } from '../e2e/support/app';
import { compromised, type OurWindow, test } from '../e2e/support/compromised';
import { corePid } from '../e2e/support/in-core';
import { securityCase, titled } from './case';

const inside = compromised();
const MEBIBYTE = 2 ** 20;
/** They may hold this much more than before once they have settled. */
const MORE = 200;

/** The memory main and the core hold in MiB, main once all it does not need is thrown away. */
const held = async () => {
  const { electron } = inside.app;
  const main = await electron.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
    process.getBuiltinModule('node:vm').runInNewContext('gc')();
    return process.memoryUsage.rss() / 2 ** 20;
  });
  const status = readFileSync(`/proc/${await corePid(electron)}/status`, 'utf8');
  return main + Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 2 ** 10;
};

/** Looked at again where Playwright's own promise was thrown away along with all else. */
const memory = (): Promise<number> =>
  held().catch((error: unknown) => (String(error).includes('garbage collected') ? memory() : Promise.reject(error)));

/** Runs `work`, then waits until both have given back what the work took. */
async function withoutGrowth(work: () => Promise<void>): Promise<void> {
  const before = await memory();
  await work();
  await expect.poll(memory, { timeout: 30_000 }).toBeLessThan(before + MORE);
}

/** Somebody else who wants something of main is answered within `limitMs`. */
const answersOthers = (limitMs: number) =>
  expect.poll(() => inside.app.electron.evaluate(({ app }) => app.isReady()), { timeout: limitMs }).toBe(true);

/** Makes calls that wait for the user until main takes no more, then cancels them; the places are never connected to. */
async function fillUp(): Promise<{ waiting: number; refused: number; afterwards: string }> {
  await answerBoxes(inside.app.electron, 'never');
  const server = await inside.addServer({ host: '127.0.0.1', port: inside.post.port });
  const ends = await inside.app.page.evaluate(async (serverId) => {
    const { gluu } = window as unknown as OurWindow;
    const ids = Array.from({ length: 300 }, () => crypto.randomUUID());
    const codes: string[] = [];
    const running = ids.map(async (id) => {
      const answered = (await gluu.call('server.check', { serverId }, id)) as {
        result: { ok: boolean; failure?: { code: string; reason?: { id: string } } };
      };
      codes.push(answered.result.failure?.reason?.id ?? answered.result.failure?.code ?? 'done');
    });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const refused = codes.filter((code) => code === 'failure.reason.callNotTaken').length;
    for (const id of ids) gluu.cancel(id);
    await Promise.all(running);
    return { waiting: codes.filter((code) => code === 'work.cancelled').length, refused };
  }, server);
  await answerBoxes(inside.app.electron, 'yes');
  const { result } = (await inside.call('server.remove', { serverId: server })) as { result: { ok: boolean } };
  return { ...ends, afterwards: result.ok ? 'answered' : 'refused' };
}

test.describe(titled('T87'), () => {
  test('ten thousand calls a second for ten seconds', async () => {
    await securityCase('T87', 'calls', () =>
      withoutGrowth(async () => {
        const flood = inside.app.page.evaluate(async () => {
          const { gluu } = window as unknown as OurWindow;
          const ends = { done: 0, refused: 0, other: 0 };
          const until = performance.now() + 10_000;
          const one = async () => {
            const { result } = (await gluu.call('app.state', undefined, crypto.randomUUID())) as {
              result: { ok: boolean; failure?: { reason?: { id: string } } };
            };
            if (result.ok) ends.done += 1;
            else if (result.failure?.reason?.id === 'failure.reason.callNotTaken') ends.refused += 1;
            else ends.other += 1;
          };
          while (performance.now() < until) await Promise.all(Array.from({ length: 1000 }, one));
          return ends;
        });
        for (let look = 0; look < 5; look += 1) await answersOthers(10_000);
        const ends = await flood;
        expect(ends.other).toBe(0);
        expect(ends.done).toBeGreaterThan(0);
        expect(await fillUp()).toEqual({ waiting: 200, refused: 100, afterwards: 'answered' });
      }),
    );
  });

  test('an argument of two hundred megabytes', async () => {
    await securityCase('T87', 'argument', () =>
      withoutGrowth(async () => {
        const end = await inside.app.page.evaluate(async (size) => {
          const { gluu } = window as unknown as OurWindow;
          return Promise.resolve()
            .then(() => gluu.call('app.copy', { text: 'x'.repeat(size) }, crypto.randomUUID()))
            .then(
              (answered) => (answered as { result: { failure?: { code: string } } }).result.failure?.code,
              () => 'not cloned',
            );
        }, 200 * MEBIBYTE);
        expect(['input.invalid', 'not cloned']).toContain(end);
        await answersOthers(10_000);
      }),
    );
  });

  test('a thousand listeners', async () => {
    await securityCase('T87', 'listeners', () =>
      withoutGrowth(async () => {
        const heard = await inside.app.page.evaluate(async () => {
          const { gluu } = window as unknown as OurWindow;
          let events = 0;
          for (let index = 0; index < 1000; index += 1) {
            gluu.onEvent(({ kind }) => {
              if (kind === 'texts') events += 1;
            });
            gluu.onProgress(() => {});
          }
          await gluu.call('app.setTheme', { theme: 'system' }, crypto.randomUUID());
          const asSystem = { language: 'system', clock: 'language', days: 'language' };
          await gluu.call('app.setTexts', asSystem, crypto.randomUUID()); // tells how texts are written now
          await new Promise((resolve) => setTimeout(resolve, 500));
          return events;
        });
        expect(heard).toBe(1000);
        await answersOthers(10_000);
      }),
    );
  });
});
