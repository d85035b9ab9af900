import { describe, expect, it } from 'vitest';
import * as content from '../index.ts';

const pools = {
  buyerGreetings: content.buyerGreetings,
  sellerGreetings: content.sellerGreetings,
  buyerQuestions: content.buyerQuestions,
  sellerUpdates: content.sellerUpdates,
  buyerThanks: content.buyerThanks,
  deliveryNotes: content.deliveryNotes,
  changeRequests: content.changeRequests,
  praise: content.praise,
};

describe('what people write in orders', () => {
  it.each(Object.entries(pools))('%s has 25 different texts or more', (_, pool) => {
    expect(new Set(pool).size).toBeGreaterThanOrEqual(25);
  });

  it('is Arabic, short and says nothing of contact outside', () => {
    const reviews = [content.mixed, content.critical, content.ofBuyers, content.answersToPraise];
    for (const text of [...Object.values(pools), ...reviews].flat()) {
      expect(text).toMatch(/^[\p{Script=Arabic}\p{M}0-9A-Za-z\s.,:،؟!«»-]{12,200}$/u);
      expect(text).not.toMatch(/واتس|تلجرام|رقمي|إيميل/);
    }
  });

  it('begins the reviews of buyers in at least 40 ways', () => {
    const openings = [...content.praise, ...content.mixed, ...content.critical];
    const firstWords = openings.map((text) => text.split(' ').slice(0, 2).join(' '));
    expect(new Set(firstWords).size).toBeGreaterThanOrEqual(40);
  });

  it.each(content.services)('answers every question of $key as its form wants', (service) => {
    const answers = content.answersTo(content.createRandom(7), service);
    expect(answers).toHaveLength(service.questions.length);
    for (const [at, question] of service.questions.entries()) {
      const answer = answers[at];
      if (question.kind === 'choice') expect(question.choices).toContain(answer);
      if (question.kind === 'text') expect(answer).toMatch(/\p{L}/u);
      if (question.kind === 'file') expect(answer).toBeUndefined();
    }
  });

  it('has answers of its own for the first open question of every leaf', () => {
    const random = content.createRandom(7);
    const all = content.services.filter(({ language }) => language === 'ar');
    const first = new Map<string, Set<string | undefined>>();
    for (const { leafKey, language, questions } of all) {
      const open = questions.filter(({ kind }) => kind === 'text');
      const [answer] = content.answersTo(random, { leafKey, language, questions: open });
      if (open.length > 0) first.set(leafKey, (first.get(leafKey) ?? new Set()).add(answer));
    }
    const given = [...first.values()].flatMap((answers) => [...answers]);
    expect(given.length).toBe(new Set(given).size);
  });
});
