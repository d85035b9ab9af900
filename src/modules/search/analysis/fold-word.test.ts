import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord, hasOwnAlef } from './fold-word.ts';

test.each([
  ['آلة', 'اله'],
  ['أحمد', 'احمد'],
  ['إعلان', 'اعلان'],
  ['ٱلله', 'الله'],
  ['مقهى', 'مقهي'],
  ['مسؤول', 'مسول'],
  ['مسئول', 'مسول'],
  ['نتائج', 'نتايج'],
  ['شيء', 'شي'],
  ['قراءة', 'قرايه'],
  ['قرائة', 'قرايه'],
  ['شؤون', 'شون'],
  ['مُحتَوًى', 'محتوي'],
  ['جدّاً', 'جدا'],
  ['عـــروض', 'عروض'],
  ['جميييييل', 'جميل'],
  ['کلاسیک', 'كلاسيك'],
  ['گرافیک', 'جرافيك'],
  ['ڤيديو', 'فيديو'],
  ['ﺗﺼﻤﻴﻢ', 'تصميم'],
  ['ﻻ', 'لا'],
  ['تص\u200cميم\u200f', 'تصميم'],
  ['١٢٣۴۵', '12345'],
  ['ＬＯＧＯ', 'logo'],
  ['Café', 'cafe'],
  ['1000000', '1000000'],
  ['', ''],
])('%s is compared as %s', (written, folded) => {
  expect(foldWord(written)).toBe(folded);
});

test.each([
  ['ألبوم', true],
  ['إلكتروني', true],
  ['آلات', true],
  ['وألبوم', true],
  ['البوم', false],
  ['المتجر', false],
])('%s begins with a hamza of its own: %s', (written, own) => {
  expect(hasOwnAlef(written)).toBe(own);
});

test('folding twice is folding once, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = foldWord(text);
      expect(foldWord(once)).toBe(once);
    }),
  );
});
