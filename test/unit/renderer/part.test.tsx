// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Notices } from '../../../src-renderer/app/notices';
import { part } from '../../../src-renderer/state/part';
import { fetchAgain, withPart } from '../../../src-renderer/state/part-store';
import { useWork } from '../../../src-renderer/state/task';
import { inEnglish } from '../../support/english';
import { fakeMain } from './fake-main';

fakeMain();
afterEach(cleanup);

const Page = ({ name }: { name: string }) => <h1>{name}</h1>;
const said = 'A part of this window could not be loaded.';

/** A file that cannot be fetched the first time it is asked for. */
function fetchedAtLast<T>(value: T) {
  let asked = 0;
  return {
    asked: () => asked,
    load: async () => {
      asked += 1;
      if (asked === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return value;
    },
  };
}

test('a part that was fetched before is shown at once', async () => {
  const Part = part(async () => Page);
  await Part.fetch();
  render(<Part name="gluu" />);
  expect(screen.getByRole('heading', { name: 'gluu' })).toBeDefined();
});

test('a part that cannot be fetched is said, and shown once it could be', async () => {
  const { load, asked } = fetchedAtLast(Page);
  const Part = part(load);
  render(
    <>
      <Notices />
      <Part name="gluu" />
    </>,
  );
  expect(await screen.findByText(said)).toBeDefined();
  expect(inEnglish(useWork.getState().last)).toMatchObject({ text: said, failed: true });
  expect(screen.queryByRole('heading')).toBeNull();
  screen.getByRole('button', { name: 'Reload' }).click();
  expect(await screen.findByRole('heading', { name: 'gluu' })).toBeDefined();
  expect(screen.queryByText(said)).toBeNull();
  expect(asked()).toBe(2);
});

test('what was to be done with a part that cannot be fetched is said, and not done later by itself', async () => {
  const { load } = fetchedAtLast({ word: 'found' });
  const done: string[] = [];
  await withPart(load, ({ word }) => done.push(word));
  expect(inEnglish(useWork.getState().last)).toMatchObject({ text: said, failed: true });
  await act(fetchAgain);
  expect(done).toEqual([]);
  await withPart(load, ({ word }) => done.push(word));
  expect(done).toEqual(['found']);
});
