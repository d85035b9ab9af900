import { integerBetween, pick, pickSome, type Random } from '../random.ts';
import type { GroupDraft, LeafDraft, ServiceDraft } from './read-group.ts';

interface Headings {
  readonly get: readonly string[];
  readonly need: readonly string[];
  readonly not: readonly string[];
}

const headings: Readonly<Record<'ar' | 'en', Headings>> = {
  ar: {
    get: ['ما الذي تستلمه:', 'تشمل الخدمة:', 'ستحصل على:', 'داخل الخدمة:', 'ما أقدّمه لك:'],
    need: ['ما أحتاج إليه منك:', 'قبل أن نبدأ أحتاج إلى:', 'لأبدأ العمل أرسل إليّ:', 'المطلوب منك:'],
    not: ['لا تشمل الخدمة:', 'خارج هذه الخدمة:', 'ما ليس ضمن السعر:'],
  },
  en: {
    get: ['What you get:', 'Included:', 'In this service:'],
    need: ['What I need from you:', 'Before we start, please send:'],
    not: ['Not included:', 'Outside this service:'],
  },
};

const listed = (heading: string, items: readonly string[]): string =>
  [heading, ...items.map((item) => `- ${item}`)].join('\n');

const inOneLine = (heading: string, items: readonly string[], language: 'ar' | 'en'): string =>
  `${heading} ${items.join(language === 'ar' ? '، و' : ', ')}.`;

/** The parts of a description in the order in which this seller happens to tell them. */
const orders = [
  ['get', 'how', 'need', 'not', 'close'],
  ['how', 'get', 'need', 'not'],
  ['get', 'need', 'how', 'close'],
  ['how', 'get', 'not', 'close'],
  ['get', 'not', 'how', 'need'],
  ['get', 'how', 'need', 'close'],
] as const;

interface Source {
  readonly group: GroupDraft;
  readonly leaf: LeafDraft;
  readonly service: ServiceDraft;
  readonly language: 'ar' | 'en';
}

/** A description: the service's own opening, then parts drawn from its leaf and its group. */
export function composeDescription(random: Random, source: Source): string {
  const { group, leaf, service, language } = source;
  const words = headings[language];
  const parts = {
    get: listed(pick(random, words.get), pickSome(random, leaf.get, integerBetween(random, 3, 5))),
    how: pick(random, leaf.how.length > 0 ? leaf.how : group.how),
    need:
      random() < 0.6
        ? listed(pick(random, words.need), leaf.need)
        : inOneLine(pick(random, words.need), leaf.need, language),
    not: inOneLine(pick(random, words.not), leaf.not, language),
    close: pick(random, leaf.close.length > 0 ? leaf.close : group.close),
  };
  return [service.opening, ...pick(random, orders).map((part) => parts[part])].join('\n\n');
}
