import { expect, test } from 'vitest';
import { stepFrom, stepInWords } from '../../../src-shared/model/work';

test('a step of one vantage stands in a sentence with from where it was seen', () => {
  expect(stepInWords(stepFrom('server', 'Connect'))).toBe('Connect, from the Gluu Server');
  expect(stepInWords(stepFrom('here', 'TLS'))).toBe('TLS, from this workstation');
  expect(stepInWords('SSH login')).toBe('SSH login');
});
