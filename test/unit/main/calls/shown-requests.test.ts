import { expect, test } from 'vitest';
import { shownRequests } from '../../../../src-main/calls/shown-requests';
import type { ServerId } from '../../../../src-shared/model/server';
import { verbatim } from '../../../../src-shared/texts/message';
import { boxInEnglish } from '../../../support/english';

test('a person’s name in a directory makes no row of the box that is not its own', () => {
  const requests = shownRequests();
  const serverId = 'a' as ServerId;
  const name = `${'Ann '.padEnd(60, '.')} Person: Bob ${'.'.repeat(200)} Made: yesterday`;
  const person = { inum: `@!1111${'!0000'.repeat(60)}`, name };
  requests.note(serverId, { requests: [{ requestId: 'b', state: 'live', person }] });
  const { lines } = boxInEnglish({ message: verbatim(''), yes: verbatim(''), lines: requests.linesOf(serverId, 'b') });
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  expect(lines[1]).toMatch(/^Person: Ann \.+…\.+ Made: yesterday$/);
});
