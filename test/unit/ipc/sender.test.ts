import { expect, test } from 'vitest';
import { isOurFrame } from '../../../src-main/app/sender';

const top = (url: string) => ({ parent: null, url });

test.each(['app://ui/', 'app://ui/index.html', 'app://ui/index.html#servers'])('%s is ours', (url) => {
  expect(isOurFrame(top(url))).toBe(true);
});

test('a frame that is gone is not ours', () => {
  expect(isOurFrame(null)).toBe(false);
});

test('a frame within our page is not ours, wherever it comes from', () => {
  const page = top('app://ui/index.html');
  for (const url of ['app://ui/index.html', 'about:srcdoc', 'about:blank', 'https://evil.example/']) {
    expect(isOurFrame({ parent: page, url })).toBe(false);
  }
  expect(isOurFrame({ parent: undefined, url: 'app://ui/index.html' })).toBe(false);
});

test.each([
  '',
  'about:blank',
  'about:srcdoc',
  'null',
  'app:',
  'app://',
  'app:ui',
  'app:/ui/index.html',
  'app://UI/index.html',
  'app://other/index.html',
  'app://ui.evil.example/',
  'app://evil.example/app://ui/',
  'app://ui:1/index.html',
  'app://ui@evil.example/',
  'apps://ui/',
  'file:///app/ui/index.html',
  'https://ui/index.html',
  'http://ui/',
  'data:text/html,app://ui/',
  'javascript:void(0)',
  'blob:app://ui/0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d',
  'filesystem:app://ui/x',
  'view-source:app://ui/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://ui/index.html',
])('%j is not ours', (url) => {
  expect(isOurFrame(top(url))).toBe(false);
});
