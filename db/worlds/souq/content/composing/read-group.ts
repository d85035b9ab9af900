import type { FaqContent, QuestionContent } from '../shapes.ts';

/** An upgrade before it meets a service: by how many days, or to how many. */
export interface UpgradeDraft {
  readonly title: string;
  readonly priceMinor: bigint;
  readonly days: { readonly by: number } | { readonly to: number };
}

/** What the seller wrote for this service and no other. */
export interface ServiceDraft {
  readonly title: string;
  readonly coverTitle: string;
  readonly coverSubtitle: string;
  readonly basePriceMinor: bigint;
  readonly deliveryDays: number;
  /** Named when only one seller fits the text. */
  readonly sellerHandle: string | undefined;
  readonly opening: string;
}

/** A leaf's services with the pools from which the rest of their texts is drawn. */
export interface LeafDraft {
  readonly leafKey: string;
  /** How the work goes and how the text ends, where the group's words do not fit; may be empty. */
  readonly how: readonly string[];
  readonly close: readonly string[];
  readonly get: readonly string[];
  readonly need: readonly string[];
  readonly not: readonly string[];
  readonly ask: readonly QuestionContent[];
  readonly up: readonly UpgradeDraft[];
  readonly faq: readonly FaqContent[];
  readonly tag: readonly string[];
  readonly services: readonly ServiceDraft[];
}

export interface GroupDraft {
  readonly groupKey: string;
  readonly how: readonly string[];
  readonly close: readonly string[];
  readonly faq: readonly FaqContent[];
  readonly leaves: readonly LeafDraft[];
}

const cells = (text: string, separator = '|'): string[] =>
  text
    .split(separator)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

function readFaq(text: string): FaqContent {
  const end = Math.max(text.indexOf('؟'), text.indexOf('?'));
  if (end < 0) throw new Error(`No question mark in: ${text}`);
  return { question: text.slice(0, end + 1), answer: text.slice(end + 1).trim() };
}

/** `label`, `label = a / b` or `+label`; a leading star makes it required. */
function readQuestion(text: string): QuestionContent {
  const required = text.startsWith('*');
  const [label = '', choices] = cells(required ? text.slice(1) : text, '=');
  if (label.startsWith('+')) return { kind: 'file', label: label.slice(1), required, choices: [] };
  if (choices === undefined) return { kind: 'text', label, required, choices: [] };
  return { kind: 'choice', label, required, choices: cells(choices, '/') };
}

/** `title $10 +1` adds a day, `title $10 -2` takes two away, `title $10 =1` delivers in one. */
function readUpgrade(text: string): UpgradeDraft {
  const found = /^(.+) \$(\d+) ([+=-])(\d+)$/.exec(text);
  if (found === null) throw new Error(`Not an upgrade: ${text}`);
  const [, title = '', dollars, sign, count] = found;
  const days = Number(count);
  return {
    title,
    priceMinor: BigInt(dollars ?? 0) * 100n,
    days: sign === '=' ? { to: days } : { by: sign === '-' ? -days : days },
  };
}

function readService(head: string, opening: string | undefined): ServiceDraft {
  const found = /^= (.+) \| (.+) \| (.+) \| \$(\d+) \| (\d+)d(?: \| @(\w+))?$/.exec(head);
  if (found === null || opening === undefined) throw new Error(`Not a service: ${head}`);
  const [, title = '', coverTitle = '', coverSubtitle = '', dollars, days, sellerHandle] = found;
  return {
    title,
    coverTitle,
    coverSubtitle,
    basePriceMinor: BigInt(dollars ?? 0) * 100n,
    deliveryDays: Number(days),
    sellerHandle,
    opening,
  };
}

/** The texts of every line that starts with `name:`. */
function valuesOf(lines: readonly string[], name: string): string[] {
  const mark = `${name}:`;
  return lines
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length).trim());
}

function readLeaf(block: string): LeafDraft {
  const [leafKey = '', ...lines] = block.split('\n').map((line) => line.trim());
  const pool = (name: string) => valuesOf(lines, name).flatMap((value) => cells(value));
  return {
    leafKey,
    how: valuesOf(lines, 'how'),
    close: valuesOf(lines, 'close'),
    get: pool('get'),
    need: pool('need'),
    not: pool('not'),
    ask: pool('ask').map(readQuestion),
    up: pool('up').map(readUpgrade),
    faq: pool('faq').map(readFaq),
    tag: valuesOf(lines, 'tag').flatMap((value) => cells(value, ',')),
    services: lines.flatMap((line, at) =>
      line.startsWith('= ') ? [readService(line, lines[at + 1])] : [],
    ),
  };
}

/**
 * Reads a group's texts: pools of the group, then leaves that start with `# key`, each with pools
 * of its own and services of two lines (`= title | cover | subtitle | $price | days`, opening).
 */
export function readGroup(groupKey: string, text: string): GroupDraft {
  const [pools = '', ...blocks] = text.trim().split(/^# /m);
  const lines = pools.split('\n');
  return {
    groupKey,
    how: valuesOf(lines, 'how'),
    close: valuesOf(lines, 'close'),
    faq: valuesOf(lines, 'faq').map(readFaq),
    leaves: blocks.map(readLeaf),
  };
}
