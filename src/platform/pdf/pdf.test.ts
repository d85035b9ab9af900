import { describe, expect, it } from 'vitest';
import { drawPdf, type Paper } from './index.ts';

const paper = (body: string): Paper => ({
  locale: 'ar',
  title: 'ملف الطلب #EFSA-DZ2L',
  lead: 'حِرفة · 29 نوفمبر 2026',
  sections: [
    {
      heading: 'الطلب',
      facts: [
        ['المشتري', 'حسن الراشد'],
        ['المبلغ', '$15.00'],
      ],
    },
    { heading: 'السجل', entries: [{ head: 'الثلاثاء · 9:39 ص', body }] },
  ],
});

describe('a paper', () => {
  it('is a PDF of some pages', async () => {
    const long = (await drawPdf(paper('سطر\n'.repeat(200)))).toString('latin1');
    expect(long.startsWith('%PDF-')).toBe(true);
    expect(long.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2);
  });

  it.each([
    ['instructions', '#panic("x") #eval("1+") $x^2$ *[ \\ `raw` @label <label>'],
    ['nothing', ''],
    ['half a letter', '\ud83d'],
    ['marks that turn a line', 'abc\u202egpj.exe\u2069'],
    ['letters no font has', '👩🏽‍💻 汉字 \u0000\u0007'],
  ])('bears %s in what people wrote', async (_what, body) => {
    expect((await drawPdf(paper(body))).length).toBeGreaterThan(1_000);
  });
});
