import { describe, expect, it } from 'vitest';
import { parseRichText, plainSummary } from './rich-text-blocks.ts';

const plain = (text: string) => [{ text, bold: false }];

describe('the tiny rich text', () => {
  it('knows paragraphs, lists and bold', () => {
    expect(parseRichText('أول\nسطر\n\nثانٍ:\n- بند **مهم** جدًا\n- آخر\nختام')).toEqual([
      { kind: 'paragraph', lines: [plain('أول'), plain('سطر')] },
      { kind: 'paragraph', lines: [plain('ثانٍ:')] },
      {
        kind: 'list',
        items: [
          [
            { text: 'بند ', bold: false },
            { text: 'مهم', bold: true },
            { text: ' جدًا', bold: false },
          ],
          plain('آخر'),
        ],
      },
      { kind: 'paragraph', lines: [plain('ختام')] },
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    '[اضغط](javascript:alert(1))',
    '** ليس غامقًا **',
    '****',
    '*نجمة واحدة*',
  ])('keeps %j as text', (text) => {
    expect(parseRichText(text)).toEqual([{ kind: 'paragraph', lines: [plain(text)] }]);
  });

  it('takes hostile lengths without slowing down', () => {
    expect(parseRichText('**'.repeat(20_000)).length).toBe(1);
    expect(parseRichText('- '.repeat(20_000)).length).toBe(1);
    expect(parseRichText('\n'.repeat(50_000))).toEqual([]);
  });

  it('is cut at a word for summaries', () => {
    expect(plainSummary('- **بند** أول\n- بند ثان', 12)).toBe('بند أول بند…');
    expect(plainSummary('قصير')).toBe('قصير');
  });
});
