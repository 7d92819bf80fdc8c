// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { listen } from '../../../src-renderer/app/listen';
import { listenForPages } from '../../../src-renderer/app/listen-for-pages';
import { mailTestOf } from '../../../src-renderer/mail/mail-test-store';
import { edit, organizationOf, takeView } from '../../../src-renderer/organization/organization-store';
import { formSaved } from '../../../src-renderer/organization/organization-update';
import { useReadiness } from '../../../src-renderer/readiness/readiness-store';
import { setTexts, showServer, useApp } from '../../../src-renderer/state/app-store';
import { saltChanged, setServers, useServers } from '../../../src-renderer/state/servers-store';
import { useWork } from '../../../src-renderer/state/task';
import type { TextsState } from '../../../src-shared/model/app';
import type { OrganizationView } from '../../../src-shared/model/organization';
import { ServerId, type ServerSummary } from '../../../src-shared/model/server';
import { verbatim } from '../../../src-shared/texts/message';
import { inEnglish } from '../../support/english';
import { fakeMain } from './fake-main';

const main = fakeMain();
const shown = useApp.getState();
listen();
listenForPages();

let server: ServerSummary;
const view = (passwordMark: string) =>
  ({
    snapshotId: 'first',
    fields: { smtpHost: { id: 'smtpHost', value: 'mail.example.org' } },
    secrets: { smtpPassword: { state: 'decrypts', mark: passwordMark } },
    broken: {},
    stored: {},
    version: { least: '3.1.2', most: '3.1.2', because: [] },
    salt: { kind: 'proved', by: [] },
  }) as unknown as OrganizationView;
const done = { kind: 'done', steps: [], value: {}, endedAt: 0 } as never;

beforeEach(() => {
  setServers([]);
  server = { id: ServerId.parse(crypto.randomUUID()), name: 'gluu', readOnly: true } as ServerSummary;
  main.tell({ kind: 'servers', servers: [server] });
  useApp.setState(shown, true);
  main.reset();
});

test('the list is the one main sends, and a window with unsaved changes of a server in it asks before it closes', () => {
  expect(useServers.getState().servers).toEqual([server]);
  const asks = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(asks()).toBe(false);
  edit(server.id, 'smtpHost', 'typed');
  expect(asks()).toBe(true);
  main.tell({ kind: 'servers', servers: [] });
  expect(asks()).toBe(false);
});

test('another salt has the form read again where it was read, and what was said of password reset forgotten', () => {
  useReadiness.setState({ chains: { [server.id]: done } });
  saltChanged.emit(server.id);
  expect(useReadiness.getState().chains[server.id]).toBeUndefined();
  expect(main.names()).toEqual([]);
  takeView(server.id, view('first'));
  saltChanged.emit(server.id);
  expect(main.asked('organization.load')).toEqual([{ serverId: server.id, again: true }]);
});

test('a password that was saved is the one that was tested', () => {
  takeView(server.id, view('first'));
  organizationOf(server.id).setState({ secrets: { smtpPassword: { kind: 'replace', value: 'typed' } } });
  edit(server.id, 'smtpAuthentication', true);
  const before = organizationOf(server.id).getState();
  const Login = JSON.stringify(['', { kind: 'replace', value: 'typed' }]);
  mailTestOf(server.id).setState({ tested: { basis: { Login } } as never });
  organizationOf(server.id).setState({ secrets: {}, view: view('second') });
  formSaved.emit(server.id, before);
  expect(mailTestOf(server.id).getState().tested?.basis.Login).toContain('second');
});

test('the server that is shown is remembered, and the health of a list that was sent is read', () => {
  main.tell({ kind: 'servers', servers: [server, { ...server, id: ServerId.parse(crypto.randomUUID()) }] });
  expect(main.asked('health.view')).toHaveLength(1);
  showServer(server.id);
  showServer(server.id, 'history');
  expect(main.asked('server.opened')).toEqual([{ serverId: server.id }]);
});

test('a server that can be written to is announced, and what was found while it could not is found again', () => {
  takeView(server.id, { ...view('first'), notWritable: verbatim('read-only') });
  main.tell({ kind: 'servers', servers: [{ ...server, readOnly: false }] });
  expect(inEnglish(useWork.getState().last)).toMatchObject({ serverName: 'gluu', text: 'Writing is allowed now.' });
  expect(main.asked('organization.load')).toEqual([{ serverId: server.id, again: true }]);
});

test('a command of the menu and its key do the same, and neither does anything over a dialog but to lock', () => {
  const press = (init: KeyboardEventInit) => window.dispatchEvent(new KeyboardEvent('keydown', init));
  main.tell({ kind: 'command', command: 'palette' });
  expect(useApp.getState().front).toEqual({ kind: 'palette' });
  useApp.setState({ front: { kind: 'none' } });
  press({ key: 'k', ctrlKey: true });
  expect(useApp.getState().front).toEqual({ kind: 'palette' });
  press({ key: 'Home', altKey: true });
  expect(useApp.getState().front).toEqual({ kind: 'palette' });
  press({ key: 'L', ctrlKey: true, shiftKey: true });
  expect(main.asked('app.lock')).toHaveLength(1);
});

test('a choice of language is shown at once, sent after the one before it, and spoken when main tells it', async () => {
  const style = { clock: 'language', days: 'language' } as const;
  const told = (language: 'en' | 'system'): TextsState => ({
    chosen: { language, ...style },
    system: 'en',
    speech: { language: language === 'en' ? 'en' : 'en-XA', locale: 'en', ...style },
  });
  useApp.setState({ app: { texts: told('en') } as never });
  const spoken = () => document.documentElement.lang;
  const first = setTexts({ ...style, language: 'system' });
  const second = setTexts({ ...style, language: 'system', days: 'iso' });
  await Promise.resolve();
  expect(useApp.getState().choosing).toEqual({ ...style, language: 'system', days: 'iso' });
  expect(main.asked('app.setTexts')).toHaveLength(1);
  main.tell({ kind: 'texts', texts: told('system') });
  main.tell({ kind: 'texts', texts: told('en') });
  main.tell({ kind: 'texts', texts: told('system') });
  await main.held('app.setTexts').answer(undefined);
  await first;
  expect(useApp.getState()).toMatchObject({ choosing: { days: 'iso' }, app: { texts: told('system') } });
  await expect.poll(spoken).toBe('en-XA');
  await main.held('app.setTexts').fail({ code: 'file.unwritable' });
  await second;
  expect(useApp.getState()).toMatchObject({ choosing: undefined, settingFailure: { code: 'file.unwritable' } });
  main.tell({ kind: 'texts', texts: told('en') });
  await expect.poll(spoken).toBe('en');
});
