import { resolve } from 'node:path';
import { config } from '#config';
import { describe, expect, it } from 'vitest';
import { checkService } from '../../../../src/modules/catalogue/editing/check-service.ts';
import { chanceOf } from '../chance.ts';
import { WordCount } from '../curve/word-curve.ts';
import { type LeafWords, readTexts } from './read-texts.ts';
import { writeService } from './write-service.ts';

const texts = readTexts(resolve('db/worlds/city/texts'));
const leaves = [...texts.leaves.values()];

function written(number: number) {
  const seller = Math.floor(number / 4);
  return writeService(texts, {
    words: leaves[number % leaves.length] as LeafWords,
    taste: { seed: seller },
    chance: chanceOf(7, number),
    english: seller % 13 === 0,
    deliveryDays: 1 + (number % 7),
  });
}

describe('a written service', () => {
  it('has words for every leaf of the catalogue', () => {
    const keys = config.categories.flatMap((group) => group.leaves.map(({ key }) => key));
    expect([...texts.leaves.keys()].sort()).toEqual([...keys].sort());
    for (const words of leaves)
      expect(Math.min(words.act.length, words.thing.length, words.part.length)).toBeGreaterThan(2);
  });

  it('keeps every rule that the catalogue has for sellers', () => {
    const rules = {
      service: config.rules['service.price'],
      upgrade: config.rules['upgrade.price'],
    };
    for (let number = 0; number < 2_000; number += 1) {
      const { title, description, tags, upgrades, questions, faq } = written(number);
      const problems = checkService(
        {
          leafKey: '',
          title,
          description,
          basePriceMinor: 500n,
          deliveryDays: 1 + (number % 7),
          changesIncluded: 2,
          quantityMultipliesTime: false,
          tags: [...tags],
          languages: ['ar'],
          aiUse: 'none',
          rightsText: '',
          upgrades: upgrades.map((one) => ({ ...one, priceMinor: BigInt(one.priceMinor) })),
          questions: questions.map((one) => ({ ...one, choices: [...one.choices] })),
          faq: [...faq],
          imageIds: [],
        },
        rules,
      );
      expect([title, problems]).toEqual([title, {}]);
    }
  });

  it('comes out the same from the same chance and differs from its neighbours', () => {
    expect(written(5)).toEqual(written(5));
    const titles = Array.from({ length: 1_000 }, (_, number) => written(number).title);
    expect(new Set(titles).size).toBeGreaterThan(950);
  });

  it('uses words by Zipf’s law', () => {
    const count = new WordCount();
    for (let number = 0; number < 3_000; number += 1) {
      const { title, description } = written(number);
      count.add(title);
      count.add(description);
    }
    const curve = count.curve();
    expect(curve.slope).toBeGreaterThan(-1.15);
    expect(curve.slope).toBeLessThan(-0.85);
    expect(curve.fit).toBeGreaterThan(0.95);
    expect(curve.different).toBeGreaterThan(10_000);
  });
});
