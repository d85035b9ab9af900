import { expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

it.each(['/orders', '/orders?state=late#x', '/services/12-تصميم-شعار', '/search?q=%D8%B4'])(
  'goes back to %s',
  (path) => {
    expect(ownPath(path)).toBe(path);
    expect(ownPath(`/en${path}`)).toBe(path);
  },
);

it.each([
  undefined,
  ['/a', '/b'],
  '',
  'orders',
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/en//evil.example',
  '/en/en//evil.example',
  '/en/en/en/\\evil.example',
  'javascript:alert(1)',
  '/a\r\nset-cookie: x=1',
  '/%',
  `/${'x'.repeat(3000)}`,
])('never follows %j', (wish) => {
  expect(ownPath(wish)).toBe('/');
});
