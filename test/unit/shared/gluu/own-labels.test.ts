import { describe, expect, test } from 'vitest';
import { meaningOf, speaksOwn } from '../../../../src-shared/gluu/own-labels';
import { pages } from '../../../../src-shared/gluu/pages/pages';
import { english } from '../../../../src-shared/texts/en/english';
import { message, verbatim } from '../../../../src-shared/texts/message';

const exactly = (version: string) => ({ least: version, most: version });

describe('oxTrust', () => {
  test.each([
    ['en', exactly('3.1.2'), true],
    ['en-XA', exactly('4.5.5'), true],
    ['de', exactly('4.5.5'), false],
    ['fr', exactly('3.1.2'), false],
    ['fr-CA', exactly('3.1.3'), true],
    ['fr', { least: '3.1.2', most: '3.1.3' }, false],
    ['ru', exactly('3.1.2'), true],
    ['ru', exactly('3.0.2'), false],
    ['ja', exactly('3.1.2'), false],
  ])('speaks %s of its own in %j: %s', (language, version, speaks) => {
    expect(speaksOwn(language, version)).toBe(speaks);
  });

  test('has a meaning beside each label of its pages', () => {
    const labels = pages.flatMap(({ fields, tabs }) => [...fields, ...tabs].map(({ label }) => label));
    expect(labels.length).toBeGreaterThan(20);
    for (const label of labels) expect(Object.keys(english)).toContain(meaningOf(label).id);
  });
});

test('another name means itself', () => {
  for (const name of [verbatim('meadow-312'), message('command.settings.label')]) expect(meaningOf(name)).toBe(name);
});
