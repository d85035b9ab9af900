import type { ApprovedContent } from '../service.ts';
import type { ServiceInput } from './service-input.ts';

/** How many characters a small edit may change in all (SPEC 2.4). */
const SMALL_DISTANCE = 3;

/** The part of a service that a reviewer vouches for; prices are the seller's own. */
export function approvedPart(input: ServiceInput): ApprovedContent {
  return {
    leafKey: input.leafKey,
    title: input.title,
    description: input.description,
    deliveryDays: input.deliveryDays,
    changesIncluded: input.changesIncluded,
    quantityMultipliesTime: input.quantityMultipliesTime,
    tags: input.tags,
    languages: input.languages,
    aiUse: input.aiUse,
    rightsText: input.rightsText,
    upgrades: input.upgrades.map(({ title, daysDelta }) => ({ title, daysDelta })),
    questions: input.questions.map(({ kind, label, required, choices }) => ({
      kind,
      label,
      required,
      choices: kind === 'choice' ? choices : [],
    })),
    faq: input.faq.map(({ question, answer }) => ({ question, answer })),
    imageIds: input.imageIds,
  };
}

/** Whether two contents say the same, whatever ids their parts have. */
export function isSameContent(before: ServiceInput, after: ServiceInput): boolean {
  return comparable(before) === comparable(after);
}

function comparable(input: ServiceInput): string {
  const prices = [input.basePriceMinor, ...input.upgrades.map(({ priceMinor }) => priceMinor)];
  return JSON.stringify([approvedPart(input), prices.map(String)]);
}

/**
 * Whether the edit passes at once: everything but texts is as a reviewer approved it, and all texts
 * together differ from the approved ones by at most three characters. Measured against what was
 * approved, so many small edits do not add up to another service.
 */
export function isSmallEdit(approved: ApprovedContent, next: ApprovedContent): boolean {
  const before = split(approved);
  const after = split(next);
  if (before.fixed !== after.fixed || before.texts.length !== after.texts.length) return false;
  let left = SMALL_DISTANCE;
  for (const [index, text] of before.texts.entries()) {
    left -= editDistance(text, after.texts[index] ?? '', left);
    if (left < 0) return false;
  }
  return true;
}

function split(content: ApprovedContent): { fixed: string; texts: string[] } {
  const { title, description, rightsText, tags, upgrades, questions, faq, ...rest } = content;
  const fixed = {
    leafKey: rest.leafKey,
    deliveryDays: rest.deliveryDays,
    changesIncluded: rest.changesIncluded,
    quantityMultipliesTime: rest.quantityMultipliesTime,
    aiUse: rest.aiUse,
    imageIds: rest.imageIds,
    languages: [...rest.languages].sort(),
    tags: tags.length,
    upgrades: upgrades.map((upgrade) => upgrade.daysDelta),
    questions: questions.map(({ kind, required, choices }) => [kind, required, choices.length]),
    faq: faq.length,
  };
  const texts = [
    title,
    description,
    rightsText,
    ...tags,
    ...upgrades.map((upgrade) => upgrade.title),
    ...questions.flatMap((question) => [question.label, ...question.choices]),
    ...faq.flatMap((entry) => [entry.question, entry.answer]),
  ];
  return { fixed: JSON.stringify(fixed), texts };
}

/**
 * Levenshtein distance by characters, counted only as far as `most`; `most + 1` stands for more.
 * Only a band of that width is looked at, so 2,000 characters cost little.
 */
export function editDistance(first: string, second: string, most: number): number {
  if (first === second) return 0;
  const a = Array.from(first);
  const b = Array.from(second);
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const far = most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i += 1) {
    const next = Array.from({ length: b.length + 1 }, () => far);
    if (i <= most) next[0] = i;
    let best = next[0] ?? far;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const swap = (row[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cheapest = Math.min(swap, (row[j] ?? far) + 1, (next[j - 1] ?? far) + 1, far);
      next[j] = cheapest;
      best = Math.min(best, cheapest);
    }
    if (best > most) return far;
    row = next;
  }
  return row[b.length] ?? far;
}
