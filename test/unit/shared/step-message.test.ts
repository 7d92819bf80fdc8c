import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stepFrom, stepMessage, stepWithin, testUserPiece } from '../../../src-shared/model/work';
import { say } from '../../support/english';
import { ownFiles } from '../house/own-files';

test.each([
  [stepFrom('server', 'Connect'), 'Connect, from the Gluu Server'],
  [stepFrom('here', 'TLS'), 'TLS, from this workstation'],
  ['SSH login', 'SSH login'],
  ['Who am I', 'Identity'],
  ['SSH jump bastion.acme.org:22', 'SSH jump bastion.acme.org:22'],
  ['Port 587', 'Port 587'],
  [stepWithin(testUserPiece, 'Login'), 'Test user: Login'],
  [stepWithin('alpha (2)', stepFrom('server', 'Name')), 'alpha (2): Name, from the Gluu Server'],
  ['of a later version', 'of a later version'],
  ['toString', 'toString'],
])('the step %s is read as: %s', (name, words) => {
  expect(say(stepMessage(name))).toBe(words);
});

test('each step that is named in the source can be read in every language', () => {
  const source = ownFiles(/^src-(main|shared)\/.*\.ts$/).map((file) => readFileSync(file, 'utf8'));
  const named = source.flatMap((text) => [...text.matchAll(/\b(?:step|stage|skip)\('([^']+)'|\bstage: '([^']+)'/g)]);
  const names = new Set(named.map(([, called, given]) => called ?? given ?? ''));
  // What comes after the last stage of a mail test is no step of its own.
  names.delete('After');
  expect(names.size).toBeGreaterThan(20);
  expect([...names].filter((name) => stepMessage(name).id === 'verbatim')).toEqual([]);
});
