import { describe, expect, test } from 'vitest';
import { gluuSchema } from '../../../../src-main/demo/gluu-schema';
import { Schema } from '../../../../src-main/demo/schema';
import { namesIn, versionOf } from '../../../../src-main/gluu-ldap/version-markers';
import { page31 } from '../../../../src-shared/gluu/pages/pages-of-appliance';

describe('gluuSchema', () => {
  // Schemas that are the same cannot be told apart, so the last two are ranges.
  test.each([
    ['3.0.0', '3.0.0', '3.0.3'],
    ['3.1.0', '3.1.0', '3.1.0'],
    ['3.1.1', '3.1.1', '3.1.1'],
    ['3.1.2', '3.1.2', '3.1.2'],
    ['3.1.3', '3.1.3', '3.1.3'],
    ['3.1.4', '3.1.4', '3.1.4'],
    ['3.1.5', '3.1.5', '3.1.5'],
    ['3.1.6', '3.1.6', '3.1.9'],
    ['3.1.8', '3.1.6', '3.1.9'],
  ])('of %s is recognised as %s to %s', (version, least, most) => {
    const { attributeTypes, objectClasses } = gluuSchema(version);
    const seen = versionOf({ attributes: namesIn(attributeTypes), classes: namesIn(objectClasses) });
    expect(seen).toMatchObject({ least, most });
  });

  test('defines every attribute the console writes', () => {
    const schema = new Schema(gluuSchema('3.1.2'));
    for (const field of page31.fields) {
      if ('attribute' in field)
        expect([field.attribute, schema.knows(field.attribute)]).toEqual([field.attribute, true]);
    }
  });

  test('defines each name once, and classes allow only what is defined', () => {
    for (const version of ['3.0.0', '3.1.2', '3.1.8']) {
      const { attributeTypes, objectClasses } = gluuSchema(version);
      const names = attributeTypes.map((definition) => /NAME \(? ?'([^']+)'/.exec(definition)?.[1] ?? '');
      expect(new Set(names).size).toBe(names.length);
      const allowed = objectClasses.flatMap((definition) =>
        (/MAY \( (.*?) \)/.exec(definition)?.[1] ?? '').split(' $ '),
      );
      expect(allowed.filter((name) => name !== '' && !names.includes(name))).toEqual([]);
    }
  });

  test('has no SINGLE-VALUE attribute, as in Gluu', () => {
    expect(gluuSchema('3.1.2').attributeTypes.join()).not.toContain('SINGLE-VALUE');
  });

  test('makes distinguished names and times what they are', () => {
    const schema = new Schema(gluuSchema('3.1.2'));
    expect([schema.ruleOf('member'), schema.ruleOf('gluuManagerGroup')]).toEqual(
      Array.from({ length: 2 }, () => 'distinguishedNameMatch'),
    );
    expect(schema.ruleOf('creationDate')).toBe('generalizedTimeMatch');
    expect(schema.ruleOf('oxSmtpConfiguration')).toBe('caseIgnoreMatch');
  });
});
