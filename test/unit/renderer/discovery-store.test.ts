import { beforeEach, expect, test } from 'vitest';
import {
  edit,
  findInstallation,
  leaveDiscovery,
  openDiscovery,
  useDiscovery,
} from '../../../src-renderer/discovery/discovery-store';
import type { DiscoveryFinding } from '../../../src-shared/model/discovery';
import { fakeMain } from './fake-main';

const main = fakeMain();
const state = () => useDiscovery.getState();
const finding = (findingId: string) =>
  ({ findingId, installations: [], suggested: { name: 'found' } }) as unknown as DiscoveryFinding;

beforeEach(() => {
  main.reset();
  openDiscovery();
  edit({ route: { kind: 'ssh', host: 'gluu.example.org', port: 22, user: 'root', login: 'agent', jumps: [] } });
});

test('what is found is shown, with a name for the server', async () => {
  void findInstallation();
  expect(state().task.kind).toBe('running');
  await main.held('discovery.find').answer(finding('one'));
  expect(state()).toMatchObject({ task: { kind: 'done' }, finding: { findingId: 'one' }, server: { name: 'found' } });
});

test('a search that was left is cancelled, and shows nothing in the dialog that is opened next', async () => {
  void findInstallation();
  const left = main.held('discovery.find');
  leaveDiscovery();
  expect(left.isCancelled()).toBe(true);
  openDiscovery();
  await left.answer(finding('late'));
  expect(state()).toMatchObject({ task: { kind: 'idle' }, finding: undefined, server: { name: '' } });
});

test('an access that cannot be used is not tried, and says so', async () => {
  edit({ route: { ...state().route, host: '' } });
  await findInstallation();
  expect(main.names()).toEqual([]);
  expect(state()).toMatchObject({ tried: 'find', tries: 1 });
});

test('main forgets what was found once the dialog is left', async () => {
  void findInstallation();
  await main.held('discovery.find').answer(finding('one'));
  leaveDiscovery();
  expect(main.asked('discovery.forget')).toEqual([{ findingId: 'one' }]);
});
