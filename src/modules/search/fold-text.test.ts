import { describe, expect, it } from 'vitest';
import { foldText, questionOf, wordsOf } from './fold-text.ts';

describe('folding', () => {
  it.each([
    ['أَحْمَد إبراهيم آدم ٱلله', 'احمد ابراهيم ادم الله'],
    ['مـــوقـــع', 'موقع'],
    ['ترجمة إلى الإنجليزية', 'ترجمه الي الانجليزيه'],
    ['مسؤول عن مبادئ', 'مسوول عن مبادي'],
    ['٥٠٠ كلمة ۱۲', '500 كلمه 12'],
    ['ﺗﺼﻤﻴﻢ', 'تصميم'],
    ['LOGO Ｄｅｓｉｇｎ', 'logo design'],
    ['کتابی', 'كتابي'],
  ])('%j becomes %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('takes the article and its particles off', () => {
    expect(wordsOf('والتصميم للشعارات بالعربية، C++ و#1')).toEqual([
      'تصميم',
      'شعارات',
      'عربيه',
      'c++',
      'و#1',
    ]);
  });
});

describe('a question', () => {
  it.each(['', '   ', '؟!', "''", ' & | ! ( ) : * <->'])('%j asks nothing', (text) => {
    expect(questionOf(text)).toBeUndefined();
  });

  it('quotes every word', () => {
    expect(questionOf("شعار' | !(x):*")).toBe("'شعار':* & 'x':*");
  });

  it('is short whatever was typed', () => {
    expect(questionOf('كلمة '.repeat(10_000))?.length).toBeLessThan(100);
    expect(
      questionOf(Array.from({ length: 500 }, (_, n) => `w${n}`).join(' '))?.split('&'),
    ).toHaveLength(12);
  });
});
