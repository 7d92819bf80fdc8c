import { describe, expect, test } from 'vitest';
import { filesEvidence, foldEvidence } from '../../../../src-shared/gluu/version-evidence';
import { exactly, type Range } from '../../../../src-shared/gluu/versions';
import type { VersionWitness } from '../../../../src-shared/model/version';
import { message, verbatim } from '../../../../src-shared/texts/message';

const says = (witness: VersionWitness, range: Range) => ({
  witness,
  range,
  because: verbatim(`the ${witness} says so`),
});
const schema = says('schema', { least: '3.1.6', most: '3.1.9' });

describe('the witnesses of a version together', () => {
  test('say what the only one says', () => {
    expect(foldEvidence([schema])).toEqual({
      kind: 'known',
      version: { least: '3.1.6', most: '3.1.9', because: [verbatim('the schema says so')] },
    });
  });

  test.each([
    ['files', exactly('3.1.8'), exactly('3.1.8')],
    ['files', { least: '3.0.0', most: '3.1.9' }, { least: '3.1.6', most: '3.1.9' }],
    ['user', { least: '3.1.8', most: '4.0' }, { least: '3.1.8', most: '3.1.9' }],
    ['files', exactly('3.1.7.sp1'), exactly('3.1.7.sp1')],
  ] as const)('say what none of them excludes: the %s say %j', (witness, range, both) => {
    const folded = foldEvidence([schema, says(witness, range)]);
    expect(folded).toMatchObject({ kind: 'known', version: both });
    expect(folded).toMatchObject({
      version: { because: [verbatim(`the ${witness} says so`), verbatim('the schema says so')] },
    });
  });

  test('keep the service pack that only the files name', () => {
    const found = foldEvidence([says('schema', exactly('3.1.2')), says('files', exactly('3.1.2.sp2'))]);
    expect(found).toMatchObject({ version: exactly('3.1.2.sp2') });
  });

  test('are named where they contradict each other, and nothing is known then', () => {
    const files = says('files', exactly('3.1.2'));
    const user = says('user', { least: '3.0.0', most: '3.1.9' });
    expect(foldEvidence([schema, user, files])).toEqual({ kind: 'contradicted', between: [files, schema] });
  });

  test('say nothing where there is none, or none with a version', () => {
    expect(foldEvidence([])).toEqual({ kind: 'unknown' });
    expect(foldEvidence([says('user', exactly('the newest'))])).toEqual({ kind: 'unknown' });
    expect(foldEvidence([says('user', exactly('the newest')), schema])).toMatchObject({ version: { least: '3.1.6' } });
  });
});

describe('the files as a witness', () => {
  const found = (version: string) =>
    filesEvidence({ foundVersion: { version, root: '/opt/gluu-server-x', foundAt: '2026-11-01T10:00:00.000Z' } });

  test('say the version they were found with', () => {
    expect(found('3.1.7.sp1')).toEqual({
      witness: 'files',
      range: exactly('3.1.7.sp1'),
      because: message('version.because.files', { root: '/opt/gluu-server-x', version: '3.1.7.sp1' }),
    });
    expect(found('4.x')?.range).toEqual({ least: '4.0', most: '4.*' });
  });

  test('say nothing of a server that was added by hand', () => expect(filesEvidence({})).toBeUndefined());
});
