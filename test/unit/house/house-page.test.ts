import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { floors } from './floors';

const page = readFileSync('docs/house.md', 'utf8');

/** The folders a section's table names in its first column, in the order of the page. */
function listedUnder(part: string): string[] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${part}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

test.each(Object.entries(floors))('docs/house.md lists the folders of %s in their order', (part, order) => {
  expect(listedUnder(part)).toEqual(order);
});
