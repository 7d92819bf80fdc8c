import { expect, test } from 'vitest';
import type { OddServer } from '../../support/odd-smtp';
import { verdictOnOdd } from './verdict-on-odd';

const twice = ['250 one', '250 two'];
const thrice = [...twice, '250 three'];

test.each<[string, Partial<OddServer>, string, string]>([
  ['one too many, and DATA is taken', { rcpt: twice }, 'hangs', 'V68'],
  ['one too many, and DATA is refused', { rcpt: twice, dataCommand: '550 no' }, 'fails', 'V48'],
  ['one too many at the sender, and DATA wants another login', { mail: twice, dataCommand: '530 no' }, 'fails', 'V48'],
  ['an empty line too many, and DATA is put off', { rcpt: ['250 one', ''], dataCommand: '451 no' }, 'fails', 'V48'],
  ['two too many, and DATA is taken', { rcpt: thrice }, 'fails', 'V48'],
  ['one too many at RSET, which Gluu does not send', { rset: twice }, 'sendsInClear', 'V10'],
  ['two too many at RSET', { rset: thrice }, 'sendsInClear', 'V10'],
  ['one too many at RSET, and the text is refused', { rset: twice, data: '550 no' }, 'fails', 'V56'],
])('replies without a question, %s', async (_name, about, outcome, ruleId) => {
  expect(await verdictOnOdd(about)).toMatchObject({ outcome, ruleId });
});
