import type { Rules } from '#settings';
import { aiUses } from '../service.ts';
import { checkTitle } from './check-title.ts';
import { deliveryDayChoices, limits, workLanguages } from './service-limits.ts';
import type { QuestionInput, ServiceInput, UpgradeInput } from './service-input.ts';

/** Field name → message code; field names are those of the form. */
export type Problems = Record<string, string>;

export interface PriceRules {
  service: Rules['service.price'];
  upgrade: Rules['upgrade.price'];
}

/**
 * What must change before a reviewer may see it (SPEC 2.2, 2.3). A draft may be incomplete: with
 * `draft` only what could not be kept is told.
 */
export function checkService(
  input: ServiceInput,
  rules: PriceRules,
  options: { draft: boolean } = { draft: false },
): Problems {
  const { draft } = options;
  const found: Problems = {};
  const say = (field: string, code: string | undefined) => {
    if (code) found[field] ??= code;
  };
  say('title', checkTitle(input.title));
  say(
    'description',
    lengthProblem(input.description, {
      from: draft ? 0 : limits.descriptionFrom,
      to: limits.descriptionTo,
    }),
  );
  say('price', priceProblem(input.basePriceMinor, rules.service));
  if (!deliveryDayChoices.includes(input.deliveryDays)) say('days', 'invalid');
  if (!isCount(input.changesIncluded, limits.changesTo)) say('changes', 'invalid');
  if (!aiUses.includes(input.aiUse)) say('aiUse', 'invalid');
  say('rights', lengthProblem(input.rightsText, { from: 0, to: limits.rightsTo }));
  say('tags', tagsProblem(input.tags));
  say('languages', languagesProblem(input.languages, draft));
  if (input.imageIds.length > limits.images) say('images', 'too-many');
  Object.assign(
    found,
    upgradeProblems(input, rules),
    questionProblems(input.questions),
    faqProblems(input),
  );
  return found;
}

function upgradeProblems(input: ServiceInput, rules: PriceRules): Problems {
  const found: Problems = {};
  if (input.upgrades.length > limits.upgrades) found['upgrades'] = 'too-many';
  for (const [index, upgrade] of input.upgrades.entries()) {
    const at = `upgrades.${index}`;
    const title = lengthProblem(upgrade.title, { from: 3, to: limits.upgradeTitleTo });
    const price = priceProblem(upgrade.priceMinor, rules.upgrade);
    const days = daysProblem(upgrade, input.deliveryDays);
    if (title) found[`${at}.title`] = title;
    if (price) found[`${at}.price`] = price;
    if (days) found[`${at}.days`] = days;
  }
  return found;
}

/** Express may bring delivery down to one day, not below (SPEC 2.3). */
function daysProblem({ daysDelta }: UpgradeInput, deliveryDays: number): string | undefined {
  if (!Number.isInteger(daysDelta) || Math.abs(daysDelta) > 30) return 'invalid';
  return deliveryDays + daysDelta < 1 ? 'below-one-day' : undefined;
}

function questionProblems(questions: readonly QuestionInput[]): Problems {
  const found: Problems = {};
  if (questions.length > limits.questions) found['questions'] = 'too-many';
  for (const [index, question] of questions.entries()) {
    const at = `questions.${index}`;
    const label = lengthProblem(question.label, { from: 3, to: limits.questionTo });
    if (label) found[`${at}.label`] = label;
    if (!['text', 'choice', 'file'].includes(question.kind)) found[`${at}.kind`] = 'invalid';
    if (question.kind !== 'choice') continue;
    const { choices } = question;
    const fine = choices.length >= 2 && choices.length <= limits.choices;
    if (!fine || new Set(choices).size !== choices.length) found[`${at}.choices`] = 'choices-count';
    else if (choices.some((choice) => lengthOf(choice) > limits.choiceTo))
      found[`${at}.choices`] = 'too-long';
  }
  return found;
}

function faqProblems({ faq }: ServiceInput): Problems {
  const found: Problems = {};
  if (faq.length > limits.faq) found['faq'] = 'too-many';
  for (const [index, entry] of faq.entries()) {
    const question = lengthProblem(entry.question, { from: 5, to: limits.faqQuestionTo });
    const answer = lengthProblem(entry.answer, { from: 2, to: limits.faqAnswerTo });
    if (question) found[`faq.${index}.question`] = question;
    if (answer) found[`faq.${index}.answer`] = answer;
  }
  return found;
}

function tagsProblem(tags: readonly string[]): string | undefined {
  if (tags.length > limits.tags) return 'too-many';
  return tags.some((tag) => lengthOf(tag) < 2 || lengthOf(tag) > limits.tagTo)
    ? 'tag-length'
    : undefined;
}

function languagesProblem(languages: readonly string[], draft: boolean): string | undefined {
  if (languages.length === 0) return draft ? undefined : 'required';
  return languages.every((language) => workLanguages.includes(language)) ? undefined : 'invalid';
}

function priceProblem(
  amountMinor: bigint,
  rule: { minMinor: bigint; maxMinor: bigint; stepMinor: bigint },
): string | undefined {
  if (amountMinor < rule.minMinor || amountMinor > rule.maxMinor) return 'price-range';
  return amountMinor % rule.stepMinor === 0n ? undefined : 'price-step';
}

function lengthProblem(text: string, allowed: { from: number; to: number }): string | undefined {
  const length = lengthOf(text);
  if (length === 0 && allowed.from > 0) return 'required';
  if (length < allowed.from) return 'too-short';
  return length > allowed.to ? 'too-long' : undefined;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}
