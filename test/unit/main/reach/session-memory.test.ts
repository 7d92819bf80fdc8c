import { expect, test } from 'vitest';
import type { TreeSeen } from '../../../../src-main/gluu-ldap/discover';
import { createPlaceMemories, sessionPlace } from '../../../../src-main/reach/session-memory';
import type { ServerId } from '../../../../src-shared/model/server';
import { serverDraft } from '../../../support/server-draft';

const draft = serverDraft({});
const [one, other] = ['one', 'other'] as ServerId[] as [ServerId, ServerId];
const hop = { host: 'jump.example.org', port: 22, user: 'root' };
const seen = { where: { configDn: 'inum=1' } } as TreeSeen;

test.each([
  ['host', { ...draft, host: 'other.example.org' }, []],
  ['port', { ...draft, port: draft.port + 1 }, []],
  ['encryption', { ...draft, mode: draft.mode === 'plain' ? ('ldaps' as const) : ('plain' as const) }, []],
  ['account', { ...draft, bindDn: 'cn=other' }, []],
  ['certificate', { ...draft, pin: { sha256: 'ab', acceptedAt: '' } }, []],
  ['way', draft, [hop]],
] as const)('what was found is forgotten with another %s', (_what, changed, way) => {
  const memories = createPlaceMemories();
  memories.of(one, sessionPlace(draft, [])).seen = seen;
  expect(memories.of(one, sessionPlace({ ...draft }, []))).toEqual({ seen });
  expect(memories.of(one, sessionPlace(changed, way))).toEqual({});
  expect(memories.of(one, sessionPlace(draft, []))).toEqual({});
});

test('it is forgotten with the server', () => {
  const memories = createPlaceMemories();
  const place = sessionPlace(draft, []);
  for (const id of [one, other]) memories.of(id, place).seen = seen;
  memories.keepOnly([other]);
  expect(memories.of(one, place)).toEqual({});
  expect(memories.of(other, place)).toEqual({ seen });
});
