import { afterEach, describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../src-shared/gluu/pages/page';
import { fieldsShown, pageFor } from '../../../src-shared/gluu/pages/pages';
import { exactly } from '../../../src-shared/gluu/versions';
import type { FieldView } from '../../../src-shared/model/organization';
import type { TestChanges } from '../../support/changes';
import type { GluuVersion } from '../../support/gluu-version';
import { ldifDifferences } from '../../support/ldif-differences';
import { startConsole, type TestConsole } from './console';

let server: TestConsole;
afterEach(() => server.stop());

const texts: Record<string, string> = {
  contactEmail: 'other@example.org',
  smtpHost: 'other.example.org',
  smtpFromEmail: 'gluu@other.example.org',
  serverIp: '192.0.2.77',
};

/** Another value than the one that is there. */
function another(field: FieldDefinition, view: FieldView | undefined): TestChanges[string] {
  switch (field.control) {
    case 'choice':
    case 'toggle':
      return view?.value !== true;
    case 'number':
      return Number(view?.value ?? 0) + 300;
    case 'secret':
      return { kind: 'replace', value: 'another secret, with Ünïcode' };
    default:
      return texts[field.id] ?? `Other ${field.id}`;
  }
}

describe.each<GluuVersion>(['3.1.2'])('on Gluu %s', (version) => {
  const page = pageFor(exactly(version));
  const fields = page ? fieldsShown(page, { least: version }) : [];
  const edited = fields.filter(({ control, attribute }) => attribute && control !== 'fact');

  test('each field that is edited changes its own attribute, and nothing else; a rollback leaves the tree as it was', async () => {
    server = await startConsole({ tree: { version } });
    expect(edited.length).toBeGreaterThan(14);
    for (const field of edited) {
      const view = await server.load();
      const before = await server.slapd.dump();
      const outcome = await server.save({ [field.id]: another(field, view.fields[field.id]) }, { view });
      expect([field.id, outcome.kind]).toEqual([field.id, 'saved']);
      const dn = expect.stringContaining(`: ${field.attribute}`);
      expect([field.id, ldifDifferences(before, await server.slapd.dump())]).toEqual([field.id, [dn]]);
      expect([field.id, (await server.rollBack()).kind]).toEqual([field.id, 'saved']);
      expect([field.id, ldifDifferences(before, await server.slapd.dump())]).toEqual([field.id, []]);
    }
  });
});
