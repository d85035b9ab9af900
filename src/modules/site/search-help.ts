import type { AnyText, Block } from './site-text.ts';

export interface HelpHit {
  topic: string;
  topicTitle: string;
  key: string;
  question: string;
  /** The beginning of the answer. */
  excerpt: string;
}

const MOST_HITS = 20;
const EXCERPT = 140;

/** Words people use for one thing, folded; a query with one of them finds the others too. */
const SAME: readonly (readonly string[])[] = [
  ['الغاء', 'الغي', 'يلغي', 'تلغي', 'نلغي', 'ملغي', 'cancel'],
  ['استرد', 'استرجاع', 'ارجاع', 'يعود', 'refund', 'money back', 'comes back'],
  ['رسوم', 'عموله', 'fee', 'commission'],
  ['رصيد', 'محفظه', 'balance', 'wallet', 'credit'],
  ['دفع', 'ادفع', 'بطاقه', 'فيزا', 'pay', 'card'],
  ['ارباح', 'اجري', 'سحب', 'earnings', 'withdraw', 'payout'],
  ['تاخر', 'متاخر', 'موعد', 'late', 'deadline', 'due'],
  ['كلمه المرور', 'كلمه السر', 'باسورد', 'password'],
  ['بريد', 'ايميل', 'email', 'mail'],
  ['تعديل', 'revision', 'change'],
  ['بلاغ', 'ابلغ', 'شكوي', 'report', 'complain'],
  ['احتيال', 'نصب', 'خارج الموقع', 'scam', 'fraud', 'outside the site'],
  ['مستوي', 'level'],
  ['حذف', 'اغلاق', 'delete', 'close'],
];

/**
 * Questions whose words hold every word asked for; those with the words in the question itself come
 * first. Written forms are folded and a few words of one meaning stand for each other: «الغاء» finds
 * «متى ألغي». At most 20.
 */
export function searchHelp(topics: Readonly<Record<string, AnyText>>, query: string): HelpHit[] {
  const wanted = fold(query).split(' ').filter(Boolean).slice(0, 8).map(formsOf);
  if (wanted.length === 0) return [];
  const hits: { hit: HelpHit; score: number }[] = [];
  for (const [topic, text] of Object.entries(topics)) {
    for (const [key, section] of Object.entries(text.sections)) {
      const answer = section.blocks.map(textOf).join(' ');
      const score = scoreOf(wanted, fold(section.title), fold(`${text.title} ${answer}`));
      const question = section.title;
      const hit = { topic, topicTitle: text.title, key, question, excerpt: excerptOf(answer) };
      if (score > 0) hits.push({ hit, score });
    }
  }
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_HITS)
    .map(({ hit }) => hit);
}

/** 0 unless every word, in some form, is somewhere; one in the question counts for three. */
function scoreOf(wanted: readonly (readonly string[])[], question: string, rest: string): number {
  let score = 0;
  for (const forms of wanted) {
    if (forms.some((form) => question.includes(form))) score += 3;
    else if (forms.some((form) => rest.includes(form))) score += 1;
    else return 0;
  }
  return score;
}

function formsOf(word: string): readonly string[] {
  const bare = withoutArticle(word);
  const group = SAME.find((forms) => forms.some((form) => form === word || form === bare));
  return group ?? [bare];
}

/** One spelling of what people write in several: letters without marks, one alef, one yeh, Latin digits. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u2066-\u2069]/gu, '')
    .replace(/[آأإٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Without «ال» and what joins it; a word that merely begins so («الغاء») is told by the list above. */
function withoutArticle(word: string): string {
  return word.length > 4 ? word.replace(/^(?:وال|بال|لل|ال)/, '') : word;
}

function textOf(block: Block): string {
  if (typeof block === 'string') return block;
  if ('list' in block) return block.list.join(' ');
  if ('note' in block) return block.note;
  return block.table.rows.flat().join(' ');
}

function excerptOf(answer: string): string {
  if (answer.length <= EXCERPT) return answer;
  return `${answer.slice(0, answer.lastIndexOf(' ', EXCERPT))}…`;
}
