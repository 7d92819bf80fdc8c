import { describe, expect, test } from 'vitest';
import { MAIL_TAB, pageFor, pageNear, pages } from '../../../../../src-shared/gluu/pages/pages';
import { page31 } from '../../../../../src-shared/gluu/pages/pages-of-appliance';
import { servedVersions } from '../../../../../src-shared/gluu/served-versions';
import { isWithin } from '../../../../../src-shared/gluu/versions';

describe('the page of a server', () => {
  test.each([
    ['3.1.2', '3.1.2'],
    ['3.1.6', '3.1.9'],
    ['3.1.7.sp1', '3.1.7.sp1'],
  ])('of %s to %s is that of 3.1.2 to 3.1.9', (least, most) => {
    expect(pageFor({ least, most })).toBe(page31);
  });

  test.each([
    ['2.4', '2.4.4'],
    ['3.1.1', '3.1.1'],
    ['3.1.1', '3.1.2'],
    ['3.1.9', '4.0'],
    ['4.0', '4.5.5'],
  ])('of %s to %s is not known, and read by the nearest', (least, most) => {
    expect(pageFor({ least, most })).toBeUndefined();
    expect(pages).toContain(pageNear({ least, most }));
  });

  test('is there for every version whose settings are changed', () => {
    expect(pages.some(({ versions }) => isWithin(servedVersions, versions))).toBe(true);
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

    test('writes a new JSON text that holds a key for each of its fields', () => {
      for (const [attribute, text] of Object.entries(page.newJson)) {
        const keys = page.fields.flatMap((field) => (field.attribute === attribute ? (field.key ?? []) : []));
        expect(Object.keys(JSON.parse(text)).sort()).toEqual(keys.sort());
      }
    });
  },
);

test('mail settings stand on the tab that commands lead to', () => {
  expect(page31.tabs.map(({ id }): string => id)).toContain(MAIL_TAB);
});
