import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from './compare-texts.ts';
import { diffWords, type Run } from './diff-words.ts';

const told = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text, spelling }) => {
      if (kind === 'same') return text;
      return `[${kind === 'removed' ? '-' : '+'}${spelling ? '~' : ''}${text}]`;
    })
    .join('');

describe('the difference of two texts', () => {
  it.each([
    ['تصميم شعار', 'تصميم شعار', 'تصميم شعار'],
    ['تصميم شعار بسيط', 'تصميم شعار احترافي', 'تصميم شعار [-بسيط][+احترافي]'],
    ['تصميم شعار لقناة', 'تصميم هوية كاملة', 'تصميم [-شعار لقناة][+هوية كاملة]'],
    ['أصمم لك شعارًا', 'أصمم شعارًا', 'أصمم [-لك ]شعارًا'],
    ['', 'نص جديد', '[+نص جديد]'],
    ['ثلاثة نماذج، وتعديلان', 'ثلاثة نماذج. وتعديلان', 'ثلاثة نماذج[-،][+.] وتعديلان'],
    ['كتابة اعلان مميّز', 'كتابة إعلان مميز', 'كتابة [-~اعلان][+~إعلان] [-~مميّز][+~مميز]'],
    ['خلال ٣ أيام', 'خلال 3 أيام', 'خلال [-~٣][+~3] أيام'],
    ['شعـــار', 'شعار', '[-~شعـــار][+~شعار]'],
    ['logo design', 'Logo design', '[-~logo][+~Logo] design'],
  ])('%j → %j', (before, after, expected) => {
    expect(told(diffWords(before, after))).toBe(expected);
  });

  it('gives back both texts to the letter, whatever they are', () => {
    const text = fc.string({
      unit: fc.constantFrom('ا', 'أ', 'بِ', ' ', '،', '\n', 'x', '3', '😀'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffWords(before, after);
        const without = (kind: Run['kind']) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays quick on the longest texts that share nothing', () => {
    const [a, b] = ['أ ', 'ب '].map((unit) => unit.repeat(3_750));
    const start = performance.now();
    diffWords(a!, b!);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('names only the fields that differ', () => {
    const before = { title: 'عنوان', days: '3 أيام' };
    expect(compareTexts(before, before)).toEqual([]);
    expect(compareTexts(before, { ...before, days: '7 أيام' }).map(({ field }) => field)).toEqual([
      'days',
    ]);
  });
});
