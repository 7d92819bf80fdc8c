import { describe, expect, test } from 'vitest';
import { copyOf, MAIL_TAB, pageFor, pageNear, pages } from '../../../../../src-shared/gluu/pages/pages';
import { page31 } from '../../../../../src-shared/gluu/pages/pages-of-appliance';
import { servedVersions } from '../../../../../src-shared/gluu/pages/served-versions';

describe('the page of a server', () => {
  test.each([
    ['3.1.2', '3.1.2'],
    ['3.1.6', '3.1.9'],
    ['3.1.7.sp1', '3.1.7.sp1'],
  ])('of %s to %s is that of 3.1.2 to 3.1.9', (least, most) => {
    expect(pageFor({ least, most })).toBe(page31);
  });

  test.each([
    ['3.1.1', '3.1.2'],
    ['3.1.9', '4.0'],
    ['4.0', '4.*'],
    ['4.3.0', '4.4.0'],
    ['4.4.0', '4.4.1'],
  ])('of %s to %s is not one, and read by the newest of them', (least, most) => {
    expect(pageFor({ least, most })).toBeUndefined();
    expect(pageNear({ least, most })).toBe(pageFor({ least: most, most }));
  });

  test.each([
    '2.4',
    '2.4.4',
    '3.0.0',
    '3.0.3',
    '3.1.0',
    '3.1.1',
    '4.0',
    '4.0.1',
    '4.1.3',
    '4.2.0',
    '4.3.2',
    '4.4.1',
    '4.5.5',
    '4.7.2',
  ])('is there for %s', (version) => {
    expect(pageFor({ least: version, most: version })).toBeDefined();
  });

  test('is the same for all that a schema cannot tell apart', () => {
    for (const [least, most] of [
      ['2.4', '2.4.4'],
      ['3.0.0', '3.0.3'],
      ['4.0', '4.0.1'],
      ['4.1.1', '4.1.3'],
      ['4.3.0', '4.3.2'],
      ['4.4.1', '4.4.2'],
      ['4.5.0', '4.5.2'],
      ['4.5.6', '4.*'],
    ] as const)
      expect(pageFor({ least, most }), least).toBeDefined();
  });

  test('is there for every version whose settings are changed', () => {
    const [first, last] = [pages[0], pages.at(-1)];
    expect({ least: first?.versions.least, most: last?.versions.most }).toEqual(servedVersions);
  });
});

describe.each(pages.map((page) => [`${page.versions.least} to ${page.versions.most}`, page] as const))(
  '%s',
  (_, page) => {
    test('has every entry and tab that its fields name, and no other', () => {
      expect(new Set(page.fields.map(({ entry }) => entry))).toEqual(new Set(page.entries.map(({ id }) => id)));
      expect(new Set(page.fields.map(({ tab }) => tab))).toEqual(new Set(page.tabs.map(({ id }) => id)));
    });

    test('asks for rights by an attribute that may hold any text, of a field in that entry', () => {
      for (const { id, asked } of page.entries) {
        const storages = page.fields.flatMap(({ entry, attribute, storage }) =>
          entry === id && attribute === asked ? storage : [],
        );
        expect(new Set(storages).size, id).toBe(1);
        expect(['text', 'json']).toContain(storages[0]);
      }
    });

    test('says what oxTrust sets beside a field in JSON only', () => {
      for (const { control, alsoSets, storage, key } of page.fields) {
        if (control === 'secret' && key) expect(key).toMatch(/^[\w-]+$/); // it becomes part of a pattern
        if (alsoSets) expect(storage).toBe('json');
      }
    });

    test('writes a new JSON text with keys of its fields and no others, and with each that must not be missing', () => {
      for (const [attribute, text] of Object.entries(page.newJson)) {
        const inIt = [...page.fields, ...page.fields.flatMap((field) => copyOf(field) ?? [])].filter(
          (field) => field.attribute === attribute,
        );
        const written = Object.keys(JSON.parse(text));
        expect(inIt.map(({ key }) => key)).toEqual(expect.arrayContaining(written));
        for (const { emptyAs, key } of inIt) if (emptyAs !== undefined) expect(written).toContain(key);
      }
    });
  },
);

test('mail settings stand on the tab that commands lead to', () => {
  expect(page31.tabs.map(({ id }): string => id)).toContain(MAIL_TAB);
});
