import { type Chance, between, weighted, zipfPlace } from '../chance.ts';
import type { Taste } from './hand.ts';
import { type Pen, penOf } from './pen.ts';
import type { LeafWords, Texts } from './read-texts.ts';
import { writeDescription } from './write-description.ts';
import { writeTitle } from './write-title.ts';

export interface WrittenUpgrade {
  title: string;
  priceMinor: number;
  daysDelta: number;
}

export interface WrittenQuestion {
  kind: 'text' | 'choice';
  label: string;
  required: boolean;
  choices: readonly string[];
}

/** All that a seller writes of a service. Prices in USD cents. */
export interface WrittenService {
  title: string;
  description: string;
  tags: readonly string[];
  upgrades: readonly WrittenUpgrade[];
  questions: readonly WrittenQuestion[];
  /** What a buyer answered to each question. */
  answers: readonly string[];
  faq: readonly { question: string; answer: string }[];
}

/** Composes a service; the same stream of chance gives the same texts. */
export function writeService(
  texts: Texts,
  of: { words: LeafWords; taste: Taste; chance: Chance; english: boolean; deliveryDays: number },
): WrittenService {
  const { chance, english, words } = of;
  const pen = penOf(texts, of);
  const title = writeTitle(pen);
  const description = writeDescription(pen, { english, taste: of.taste });
  const questions = english ? englishQuestions(chance) : questionsOf(pen);
  return {
    title,
    description,
    tags: tagsOf(chance, english ? texts.englishWords : words),
    upgrades: upgradesOf(pen, of),
    questions,
    answers: questions.map((question) => answerTo(pen, question, english)),
    faq: english ? [] : faqOf(pen),
  };
}

function tagsOf(chance: Chance, words: LeafWords): string[] {
  const lists = [words.thing, words.topic, words.tool, words.thing, words.part, words.topic];
  const tags = new Set<string>();
  const count = between(chance, 2, 7);
  for (let at = 0; at < count; at += 1) {
    const list = lists[at % lists.length] ?? [];
    const tag = list[zipfPlace(chance, list.length)] ?? '';
    if (tag.length >= 2 && tag.length <= 30) tags.add(tag);
  }
  return [...tags];
}

function upgradesOf(pen: Pen, of: { english: boolean; deliveryDays: number }): WrittenUpgrade[] {
  const { chance } = pen;
  const count = weighted(chance, [
    [0, 22],
    [1, 20],
    [2, 26],
    [3, 18],
    [4, 9],
    [5, 5],
  ]);
  const upgrades: WrittenUpgrade[] = [];
  const { deliveryDays, english } = of;
  for (let at = 0; at < count; at += 1) {
    const express = at === 0 && deliveryDays > 1 && chance() < 0.4;
    const title = express
      ? expressTitle(english)
      : english
        ? pen.hand.word('part')
        : pen.say('upgrade');
    if (title.length < 3 || upgrades.some((upgrade) => upgrade.title === title)) continue;
    upgrades.push({
      title,
      priceMinor: 500 * (1 + zipfPlace(chance, 20)),
      daysDelta: express ? -between(chance, 1, deliveryDays - 1) : between(chance, 0, 3),
    });
  }
  return upgrades;
}

function expressTitle(english: boolean): string {
  return english ? 'Express delivery' : 'تسليم سريع قبل الموعد';
}

function questionsOf(pen: Pen): WrittenQuestion[] {
  const { chance } = pen;
  const questions: WrittenQuestion[] = [];
  const count = between(chance, 1, 4);
  for (let at = 0; at < count; at += 1) {
    const label = pen.say('question');
    if (label.length < 3 || questions.some((question) => question.label === label)) continue;
    questions.push({ kind: 'text', label, required: at === 0, choices: [] });
  }
  if (chance() < 0.35) {
    const choices = [...new Set([0, 1, 2, 3].map(() => pen.hand.word('adj')))];
    const label = 'أي أسلوب تفضل؟';
    if (choices.length >= 2) questions.push({ kind: 'choice', label, required: false, choices });
  }
  return questions;
}

function englishQuestions(chance: Chance): WrittenQuestion[] {
  const labels = [
    'What is your project about?',
    'Please share links or examples',
    'Who is it for?',
  ];
  return labels.slice(0, between(chance, 1, 3)).map((label, at) => {
    return { kind: 'text', label, required: at === 0, choices: [] };
  });
}

function answerTo(pen: Pen, question: WrittenQuestion, english: boolean): string {
  if (question.kind === 'choice') return question.choices[0] ?? '';
  return english
    ? `It is about ${pen.hand.word('topic')}, ${pen.hand.word('how')}.`
    : pen.say('answer');
}

function faqOf(pen: Pen): { question: string; answer: string }[] {
  const count = weighted(pen.chance, [
    [0, 40],
    [1, 22],
    [2, 24],
    [3, 14],
  ]);
  const faq = new Map<string, string>();
  for (let at = 0; at < count; at += 1) {
    const [question = '', answer = ''] = pen.say('faq').split(' = ');
    faq.set(question, answer);
  }
  return [...faq].map(([question, answer]) => ({ question, answer }));
}
