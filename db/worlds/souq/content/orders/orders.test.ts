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
};

describe('what people write in orders', () => {
  it.each(Object.entries(pools))('%s has 25 different texts or more', (_, pool) => {
    expect(new Set(pool).size).toBeGreaterThanOrEqual(25);
  });

  it('is Arabic, short and says nothing of contact outside', () => {
    for (const text of Object.values(pools).flat()) {
      expect(text).toMatch(/^[\p{Script=Arabic}\p{M}0-9A-Za-z\s.,:،؟!«»-]{12,200}$/u);
      expect(text).not.toMatch(/واتس|تلجرام|رقمي|إيميل/);
    }
  });

  it('answers every question of every service with words that fit its form', () => {
    const random = content.createRandom(7);
    for (const service of content.services) {
      const { questions } = service;
      const answers = content.answersTo(random, service);
      questions.forEach((question, at) => {
        const answer = answers[at];
        if (question.kind === 'choice') expect(question.choices).toContain(answer);
        if (question.kind === 'text') expect(answer).toMatch(/\p{L}/u);
        if (question.kind === 'file') expect(answer).toBeUndefined();
      });
    }
  });
});
