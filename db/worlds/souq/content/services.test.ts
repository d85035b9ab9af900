import { describe, expect, it } from 'vitest';
import { categoryTree } from '../../../../marketplace.categories.ts';
import { sellers, services } from './index.ts';
import { createRandom, seedOf } from './random.ts';
import { serviceLimit } from './composing/assign-sellers.ts';

const lengthOf = (text: string): number => [...text].length;
const openingOf = (description: string): string => [...description].slice(0, 40).join('');
const repeated = (texts: readonly string[]): string[] =>
  texts.filter((text, at) => texts.indexOf(text) !== at);

describe('the services of the lively market', () => {
  it('are at least 300, three or more in every leaf', () => {
    expect(services.length).toBeGreaterThanOrEqual(300);
    const thin = categoryTree
      .flatMap(({ leaves }) => leaves)
      .filter(({ key }) => services.filter(({ leafKey }) => leafKey === key).length < 3);
    expect(thin).toEqual([]);
  });

  it('have no title, key or cover of words twice', () => {
    expect(repeated(services.map(({ title }) => title))).toEqual([]);
    expect(repeated(services.map(({ key }) => key))).toEqual([]);
  });

  it('each begin with words of their own', () => {
    expect(repeated(services.map(({ description }) => openingOf(description)))).toEqual([]);
  });

  it('include some written in English', () => {
    const english = services.filter(({ language }) => language === 'en');
    expect(english.length).toBeGreaterThanOrEqual(10);
    for (const { title, languages } of english) {
      expect(languages, title).toContain('en');
      expect(title).not.toMatch(/\p{Script=Arabic}/u);
    }
  });

  it.each(services)('$key keeps the limits of the form', (service) => {
    expect(service.title).toMatch(/^[\p{L}\p{M}\p{Nd} .,\-+#/%():]{12,60}$/u);
    expect(service.title).not.toMatch(/حصري|[لا]أول مرة|لفترة محدودة/);
    expect(lengthOf(service.description)).toBeGreaterThanOrEqual(200);
    expect(lengthOf(service.description)).toBeLessThanOrEqual(2_000);
    expect([500n, 1_000n, 1_500n, 2_000n, 2_500n]).toContain(service.basePriceMinor);
    expect([1, 2, 3, 4, 5, 6, 7, 14, 21, 30]).toContain(service.deliveryDays);
    expect(service.tags.length).toBeLessThanOrEqual(10);
    for (const tag of service.tags) expect(lengthOf(tag)).toBeLessThanOrEqual(30);
    expect(service.galleryCount).toBeGreaterThanOrEqual(1);
    expect(service.galleryCount).toBeLessThanOrEqual(4);
    expect(lengthOf(service.coverTitle)).toBeLessThanOrEqual(20);
  });

  it.each(services)('$key has upgrades, questions and answers that can be used', (service) => {
    expect(service.upgrades.length).toBeGreaterThanOrEqual(1);
    expect(service.upgrades.length).toBeLessThanOrEqual(4);
    for (const { title, priceMinor, daysDelta } of service.upgrades) {
      expect(lengthOf(title)).toBeLessThanOrEqual(100);
      expect(priceMinor % 500n).toBe(0n);
      expect(priceMinor).toBeLessThanOrEqual(10_000n);
      expect(service.deliveryDays + daysDelta, title).toBeGreaterThanOrEqual(1);
    }
    const express = service.upgrades.reduce(
      (sum, { daysDelta }) => sum + Math.min(0, daysDelta),
      0,
    );
    expect(service.deliveryDays + express).toBeGreaterThanOrEqual(1);
    expect(service.faq.length).toBeGreaterThanOrEqual(1);
    for (const { question, answer } of service.faq) {
      expect(question).toMatch(/[؟?]$/);
      expect(answer).not.toBe('');
    }
    expect(service.questions.length).toBeGreaterThanOrEqual(2);
    for (const { kind, choices } of service.questions) {
      expect(kind === 'choice' ? choices.length > 1 : choices.length === 0).toBe(true);
    }
  });

  it('say nothing of contact outside the site', () => {
    const outside = /واتس|تلجرام|ايميلي|https?:|@|\+?\d{7,}/i;
    const told = services.filter(({ description }) => outside.test(description));
    expect(told.map(({ key }) => key)).toEqual([]);
  });
});

describe('who sells what', () => {
  it('gives every seller a service at least and none more than the level allows', () => {
    for (const { handle, level } of sellers) {
      const count = services.filter(({ sellerHandle }) => sellerHandle === handle).length;
      expect(count, handle).toBeGreaterThanOrEqual(1);
      expect(count, handle).toBeLessThanOrEqual(serviceLimit[level]);
    }
  });

  it('spreads the services of a leaf over several hands where several sell in it', () => {
    const shared = categoryTree
      .flatMap(({ leaves }) => leaves)
      .filter(({ key }) => sellers.filter(({ leafKeys }) => leafKeys.includes(key)).length > 2);
    for (const { key } of shared) {
      const hands = services
        .filter(({ leafKey }) => leafKey === key)
        .map((one) => one.sellerHandle);
      expect(new Set(hands).size, key).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the random stream', () => {
  it('is the same for the same seed on every machine', () => {
    const random = createRandom(seedOf('hirfa'));
    expect([random(), random(), random()].map((value) => value.toFixed(6))).toMatchInlineSnapshot(`
      [
        "0.753753",
        "0.565362",
        "0.508880",
      ]
    `);
  });

  it('differs from seed to seed', () => {
    expect(createRandom(seedOf('a'))()).not.toBe(createRandom(seedOf('b'))());
  });
});
