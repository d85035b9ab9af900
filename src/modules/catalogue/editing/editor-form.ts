import { cleanLine, cleanText } from '#platform/i18n';
import { decimalText, parseMoneyInput } from '#platform/money';
import { aiUses, type QuestionKind } from '../service.ts';
import type { ServiceInput } from './service-input.ts';

/** Texts as they were typed, by the form's field names. */
export type EditorValues = Record<string, string | string[]>;

type Row = Record<string, string>;

/** The editor as it stands on the screen: what was typed, rows in order, pictures in order. */
export interface EditorForm {
  plain: EditorValues;
  upgrades: Row[];
  questions: Row[];
  faq: Row[];
  imageIds: string[];
}

/** Lists of rows and the fields of a row. */
const editorRows = {
  upgrades: ['id', 'title', 'price', 'days'],
  questions: ['id', 'kind', 'label', 'required', 'choices'],
  faq: ['question', 'answer'],
} as const;

export type RowList = keyof typeof editorRows;

const MOST_ROWS = 30;
const PLAIN = [
  'title',
  'leaf',
  'description',
  'price',
  'days',
  'changes',
  'quantityTime',
  'tags',
  'aiUse',
  'rights',
];

/** Reads the fields of a posted editor; unknown ones are left out, rows may have gaps. */
export function readEditorForm(body: Readonly<Record<string, unknown>>): EditorForm {
  const text = (name: string) => (typeof body[name] === 'string' ? cleanText(body[name]) : '');
  const list = (name: string) => {
    const value = body[name];
    const all = Array.isArray(value) ? value : [value];
    return all
      .filter((one) => typeof one === 'string')
      .map(cleanLine)
      .filter((one) => one !== '');
  };
  const rows = (name: RowList): Row[] =>
    rowNumbers(body, name).map((index) =>
      Object.fromEntries(
        editorRows[name].map((field) => [field, text(`${name}.${index}.${field}`)]),
      ),
    );
  return {
    plain: {
      ...Object.fromEntries(PLAIN.map((name) => [name, text(name)])),
      title: cleanLine(text('title')),
      languages: list('languages').slice(0, 40),
    },
    upgrades: rows('upgrades'),
    questions: rows('questions'),
    faq: rows('faq'),
    imageIds: [...new Set(list('image'))].slice(0, 20),
  };
}

function rowNumbers(body: Readonly<Record<string, unknown>>, name: RowList): number[] {
  const found = new Set<number>();
  const pattern = new RegExp(`^${name}\\.(\\d{1,3})\\.`);
  for (const key of Object.keys(body)) {
    const index = pattern.exec(key)?.[1];
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((a, b) => a - b).slice(0, MOST_ROWS);
}

/** The editor filled with a service. */
export function editorFormOf(input: ServiceInput): EditorForm {
  return {
    plain: {
      title: input.title,
      leaf: input.leafKey,
      description: input.description,
      price: decimalText(input.basePriceMinor),
      days: String(input.deliveryDays),
      changes: String(input.changesIncluded),
      quantityTime: input.quantityMultipliesTime ? 'on' : '',
      tags: input.tags.join('، '),
      languages: input.languages,
      aiUse: input.aiUse,
      rights: input.rightsText,
    },
    upgrades: input.upgrades.map((upgrade) => ({
      id: upgrade.upgradeId ?? '',
      title: upgrade.title,
      price: decimalText(upgrade.priceMinor),
      days: String(upgrade.daysDelta),
    })),
    questions: input.questions.map((question) => ({
      id: question.questionId ?? '',
      kind: question.kind,
      label: question.label,
      required: question.required ? 'on' : '',
      choices: question.choices.join('\n'),
    })),
    faq: input.faq.map((entry) => ({ question: entry.question, answer: entry.answer })),
    imageIds: input.imageIds,
  };
}

/** The same without rows in which nothing was written. */
export function withoutBlankRows(form: EditorForm): EditorForm {
  const said = (fields: string[]) => (row: Row) =>
    fields.some((field) => (row[field] ?? '') !== '');
  return {
    ...form,
    upgrades: form.upgrades.filter(said(['title', 'price'])),
    questions: form.questions.filter(said(['label', 'choices'])),
    faq: form.faq.filter(said(['question', 'answer'])),
  };
}

// What is not an amount or a number becomes one that no rule allows, and the rule says so.
const NO_AMOUNT = -1n;
const NO_NUMBER = -1_000;

/** What the seller means by the form; texts that are no amount or number come out as refused ones. */
export function inputOfForm(form: EditorForm): ServiceInput {
  const { plain } = form;
  const text = (name: string) => (typeof plain[name] === 'string' ? plain[name] : '');
  return {
    leafKey: text('leaf'),
    title: text('title'),
    description: text('description'),
    basePriceMinor: parseMoneyInput(text('price')) ?? NO_AMOUNT,
    deliveryDays: wholeNumber(text('days')),
    changesIncluded: wholeNumber(text('changes')),
    quantityMultipliesTime: text('quantityTime') !== '',
    tags: distinct(text('tags').split(/[,،\n]/)),
    languages: Array.isArray(plain.languages) ? plain.languages : [],
    aiUse: aiUses.find((use) => use === text('aiUse')) ?? 'none',
    rightsText: text('rights'),
    upgrades: form.upgrades.map((row) => ({
      upgradeId: row.id || undefined,
      title: cleanLine(row.title ?? ''),
      priceMinor: parseMoneyInput(row.price ?? '') ?? NO_AMOUNT,
      daysDelta: wholeNumber(row.days ?? ''),
    })),
    questions: form.questions.map((row) => ({
      questionId: row.id || undefined,
      kind: (row.kind ?? '') as QuestionKind,
      label: cleanLine(row.label ?? ''),
      required: (row.required ?? '') !== '',
      choices: row.kind === 'choice' ? distinct((row.choices ?? '').split('\n')) : [],
    })),
    faq: form.faq.map((row) => ({
      question: cleanLine(row.question ?? ''),
      answer: row.answer ?? '',
    })),
    imageIds: [...new Set(form.imageIds)],
  };
}

function wholeNumber(text: string): number {
  return /^-?\d{1,3}$/.test(text) ? Number(text) : NO_NUMBER;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map(cleanLine).filter((text) => text !== ''))];
}

/** The fields again as one flat set of values, rows numbered from 0. */
export function editorValues(form: EditorForm): EditorValues {
  const values: EditorValues = { ...form.plain };
  for (const name of Object.keys(editorRows) as RowList[]) {
    for (const [index, row] of form[name].entries()) {
      for (const field of editorRows[name]) values[`${name}.${index}.${field}`] = row[field] ?? '';
    }
  }
  return values;
}

/**
 * What a button of the editor does to the form besides saving it, so that rows and pictures can be
 * added, moved and removed without JavaScript: `add-faq`, `remove-upgrades-2`, `up-questions-1`,
 * `first-image-<id>`; `show` leaves it as it is, to be looked at.
 * Undefined when the button does none of that.
 */
export function editForm(form: EditorForm, act: string): EditorForm | undefined {
  if (act === 'show') return form;
  const added = /^add-(upgrades|questions|faq)$/.exec(act)?.[1] as RowList | undefined;
  if (added) return { ...form, [added]: [...form[added], blankRow(added)] };
  const removed = /^remove-(upgrades|questions|faq)-(\d{1,3})$/.exec(act);
  if (removed) {
    const name = removed[1] as RowList;
    return { ...form, [name]: form[name].filter((_row, index) => index !== Number(removed[2])) };
  }
  const moved = /^(up|down)-(upgrades|questions|faq)-(\d{1,3})$/.exec(act);
  if (moved) {
    const name = moved[2] as RowList;
    const at = Number(moved[3]) - (moved[1] === 'up' ? 1 : 0);
    return { ...form, [name]: swapped(form[name], at) };
  }
  const picture = /^(remove|first)-image-([0-9a-f-]{36})$/.exec(act);
  if (!picture) return undefined;
  const rest = form.imageIds.filter((id) => id !== picture[2]);
  const known = rest.length < form.imageIds.length && picture[2] !== undefined;
  if (picture[1] === 'first' && known) return { ...form, imageIds: [picture[2] ?? '', ...rest] };
  return { ...form, imageIds: rest };
}

/** The rows with the one at a place and the next one exchanged; the same where there are not two. */
function swapped(rows: readonly Row[], at: number): Row[] {
  const [one, next] = [rows[at], rows[at + 1]];
  return one && next ? [...rows.slice(0, at), next, one, ...rows.slice(at + 2)] : [...rows];
}

function blankRow(name: RowList): Row {
  if (name === 'upgrades') return { days: '0' };
  return name === 'questions' ? { kind: 'text' } : {};
}
