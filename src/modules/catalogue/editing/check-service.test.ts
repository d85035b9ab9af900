import { config } from '#config';
import { describe, expect, it } from 'vitest';
import { aServiceInput } from '../testing/index.ts';
import { checkService } from './check-service.ts';
import { checkTitle } from './check-title.ts';

const rules = { service: config.rules['service.price'], upgrade: config.rules['upgrade.price'] };
const upgrade = { title: 'بطاقة عمل', priceMinor: 500n, daysDelta: 0 };
const question = { kind: 'text' as const, label: 'ما اسم مشروعك؟', required: true, choices: [] };

describe('a title', () => {
  it.each([
    'تصميم شعار احترافي بثلاثة نماذج',
    'ترجمة 500 كلمة: عربي/إنجليزي (تقني)',
    'برمجة C# و.NET +100% #1 - سريع',
    'تَصْمِيمُ شِعَارٍ',
  ])('%j will do', (title) => expect(checkTitle(title)).toBeUndefined());

  it.each([
    ['', 'required'],
    ['تصميم شعار', 'too-short'],
    ['ت'.repeat(61), 'too-long'],
    ['تصميم شعار رائع!', 'title-characters'],
    ['تصميم شعار 🎨 رائع', 'title-characters'],
    ['تصميم شعار <b>رائع', 'title-characters'],
    ['تصميم شعار @whatsapp', 'title-characters'],
    ['............12', 'title-characters'],
    ['تصميم شعار حصرياً لك', 'title-promise'],
    ['تصميم شعار حصريًا لك', 'title-promise'],
    ['حـصـريـا تصميم شعار', 'title-promise'],
    ['لأول مرة تصميم شعار', 'title-promise'],
    ['عرض لفترة محدودة شعار', 'title-promise'],
  ])('%j is refused: %s', (title, code) => expect(checkTitle(title)).toBe(code));
});

describe('a service', () => {
  it('that is complete has nothing to mend', () => {
    expect(checkService(aServiceInput(), rules)).toEqual({});
  });

  it.each([
    ['description', 'required', { description: '' }],
    ['description', 'too-short', { description: 'قصير' }],
    ['description', 'too-long', { description: 'و'.repeat(2_001) }],
    ['price', 'price-range', { basePriceMinor: 0n }],
    ['price', 'price-range', { basePriceMinor: 3_000n }],
    ['price', 'price-step', { basePriceMinor: 1_250n }],
    ['days', 'invalid', { deliveryDays: 8 }],
    ['days', 'invalid', { deliveryDays: 1.5 }],
    ['changes', 'invalid', { changesIncluded: -1 }],
    ['changes', 'invalid', { changesIncluded: 11 }],
    ['tags', 'too-many', { tags: Array.from({ length: 11 }, (_, n) => `وسم ${n}`) }],
    ['tags', 'tag-length', { tags: ['و'] }],
    ['languages', 'required', { languages: [] }],
    ['languages', 'invalid', { languages: ['xx'] }],
    ['rights', 'too-long', { rightsText: 'و'.repeat(501) }],
    ['images', 'too-many', { imageIds: ['1', '2', '3', '4', '5', '6'] }],
    ['upgrades', 'too-many', { upgrades: Array.from({ length: 11 }, () => upgrade) }],
    ['upgrades.0.title', 'required', { upgrades: [{ ...upgrade, title: '' }] }],
    ['upgrades.0.title', 'too-long', { upgrades: [{ ...upgrade, title: 'و'.repeat(101) }] }],
    ['upgrades.0.price', 'price-step', { upgrades: [{ ...upgrade, priceMinor: 700n }] }],
    ['upgrades.0.price', 'price-range', { upgrades: [{ ...upgrade, priceMinor: 10_500n }] }],
    ['upgrades.0.days', 'below-one-day', { upgrades: [{ ...upgrade, daysDelta: -3 }] }],
    ['upgrades.0.days', 'invalid', { upgrades: [{ ...upgrade, daysDelta: Number.NaN }] }],
    ['questions', 'too-many', { questions: Array.from({ length: 13 }, () => question) }],
    ['questions.0.label', 'required', { questions: [{ ...question, label: '' }] }],
    [
      'questions.0.choices',
      'choices-count',
      { questions: [{ ...question, kind: 'choice' as const, choices: ['واحد'] }] },
    ],
    [
      'questions.0.choices',
      'choices-count',
      { questions: [{ ...question, kind: 'choice' as const, choices: ['أ', 'أ'] }] },
    ],
    ['faq.0.answer', 'required', { faq: [{ question: 'كم يومًا؟', answer: '' }] }],
  ])('is refused for %s: %s', (...[field, code, change]) => {
    expect(checkService(aServiceInput(change), rules)[field]).toBe(code);
  });

  it('may be incomplete while it is a draft, but not wrong', () => {
    const draft = { draft: true };
    expect(checkService(aServiceInput({ description: '', languages: [] }), rules, draft)).toEqual(
      {},
    );
    expect(checkService(aServiceInput({ basePriceMinor: 700n }), rules, draft)).toEqual({
      price: 'price-step',
    });
  });
});
