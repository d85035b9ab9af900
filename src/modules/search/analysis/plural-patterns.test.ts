import { expect, test } from 'vitest';
import { singularsOf } from './plural-patterns.ts';

test.each([
  ['اقلام', 'قلم'],
  ['انظمه', 'نظام'],
  ['مواضيع', 'موضوع'],
  ['تصاميم', 'تصميم'],
  ['مدارس', 'مدرسه'],
  ['قوالب', 'قالب'],
  ['رسايل', 'رساله'],
  ['هدايا', 'هديه'],
  ['عقود', 'عقد'],
  ['اصدقا', 'صديق'],
  ['صفوف', 'صف'],
  ['اسرار', 'سر'],
])('%s may be the plural of %s', (plural, singular) => {
  expect(singularsOf(plural)).toContain(singular);
});

test.each([
  ['صور', 'صوره'],
  ['كتب', 'كتاب'],
  ['شعرا', 'شاعر'],
])('only a word that nobody knows is taken so far: %s', (plural, singular) => {
  expect(singularsOf(plural)).not.toContain(singular);
  expect(singularsOf(plural, 'open')).toContain(singular);
});
