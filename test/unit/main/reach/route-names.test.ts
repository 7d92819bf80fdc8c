import { expect, test } from 'vitest';
import { requireNames } from '../../../../src-main/reach/route-names';
import { Route, type SshRoute } from '../../../../src-shared/model/route';
import type { Message } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';

const configured = async () =>
  ['acme/gluu-prod', 'acme.prod.1', 'plain'].map((alias) => ({ alias, host: '10.0.0.5', port: 22, jumps: [] }));
const route = (host: string, jumps: string[] = []): SshRoute => ({
  kind: 'ssh',
  host,
  port: 22,
  user: 'root',
  login: 'agent',
  jumps: jumps.map((jump) => ({ host: jump, port: 22, user: 'ops' })),
});
const fieldsOf = (given: Route, known?: Route) =>
  requireNames(given, known, configured).then(
    () => 'taken',
    ({ code, about }: { code: string; about: { fields: Record<string, Message> } }) => [code, inEnglish(about.fields)],
  );

test.each(['acme/gluu-prod', 'acme.prod.1', 'plain', 'gluu.example.org', '10.0.0.5', '2001:db8::1'])(
  '%s is taken, as an alias of the configuration or as a host',
  async (host) => {
    expect(Route.safeParse(route(host)).success).toBe(true);
    expect(await fieldsOf(route(host, [host]))).toBe('taken');
  },
);

test.each([
  ['gluu.example.org/identity', 'Enter the host alone: leave out the path.'],
  ['10.0.0', 'An IPv4 address has four numbers from 0 to 255, without leading zeros.'],
  ['acme/gluu', 'Enter the host alone: leave out the path.'],
])('%s, which is neither, says what is wrong at its field', async (host, sentence) => {
  expect(await fieldsOf(route(host))).toEqual(['input.invalid', { 'draft.route.host': sentence }]);
  expect(await fieldsOf(route('plain', ['plain', host]))).toEqual([
    'input.invalid',
    { 'draft.route.jumps.1.host': sentence },
  ]);
});

test('a name that the profile has already is kept, also where the configuration lost it', async () => {
  expect(await fieldsOf(route('lost/alias'), route('lost/alias'))).toBe('taken');
});

test.each(['', 'a b', 'root@gluu', 'gluu:22', 'a,b', '-oProxyCommand', 'gl\u200buu', 'https://gluu', '*.example.org'])(
  '%j is no alias',
  (host) => {
    expect(Route.safeParse(route(host)).success).toBe(false);
  },
);
