import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { StepList } from '../../../src-renderer/ui/step-list';
import type { Step } from '../../../src-shared/model/work';
import { verbatim } from '../../../src-shared/texts/message';

const steps: Step[] = [
  { name: 'Name', state: 'done', text: verbatim('words of theirs') },
  { name: 'Connect', state: 'failed', text: verbatim('words of theirs') },
  { name: 'Login', state: 'failed', text: verbatim('other words') },
];
const text = (shownBeside?: string) =>
  renderToStaticMarkup(createElement(StepList, { steps, label: 'Connection', shownBeside })).replaceAll(
    /<[^>]*>/g,
    '|',
  );

test('a stage that failed does not repeat the words of the notice beside it, and says that it failed', () => {
  expect(text()).toMatch(/Connect\|.*failed\|+ words of theirs\|.*Login\|.*failed\|+ other words/);
  expect(text('words of theirs')).toMatch(/words of theirs\|.*Connect\|[^a-z]*failed\|+Login\|.*failed\|+ other words/);
});
