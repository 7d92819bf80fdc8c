import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SecretField } from '../../../src-renderer/ui/secret-field';
import type { SecretState } from '../../../src-shared/model/server';

const states: SecretState[] = ['stored', 'boundElsewhere', 'locked', 'unknown'];

test.each(states)('the choice for a secret is named after what can be chosen: %s', (stored) => {
  const markup = renderToStaticMarkup(
    createElement(SecretField, { label: 'Salt', change: { kind: 'keep' }, stored, onChange: () => {} }),
  );
  const [, name = ''] = /<legend[^>]*>Salt: ([^<]+)<\/legend>/.exec(markup) ?? [];
  const offered = [...markup.matchAll(/<input[^>]*>([^<]+)<\/label>/g)].map(([, text = '']) => text.toLowerCase());
  expect(offered.length).toBeGreaterThan(1);
  expect(name.split(/, | or /)).toEqual(offered);
});

test('where none is stored there is nothing to choose: it is typed at once', () => {
  const markup = renderToStaticMarkup(
    createElement(SecretField, { label: 'Salt', stored: 'none', change: { kind: 'keep' }, onChange: () => {} }),
  );
  expect(markup).not.toContain('type="radio"');
  expect(markup).toMatch(/<input[^>]*placeholder="not set"[^>]*type="password"/);
  expect(markup).not.toContain('stored');
});
