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

/**
 * Questions whose words hold every word asked for; those with the words in the question itself come
 * first. Written forms are folded: «الغاء» finds «الإلغاء». At most 20.
 */
export function searchHelp(topics: Readonly<Record<string, AnyText>>, query: string): HelpHit[] {
  const words = fold(query).split(/\s+/).filter(Boolean).slice(0, 8).map(withoutArticle);
  if (words.length === 0) return [];
  const hits: { hit: HelpHit; score: number }[] = [];
  for (const [topic, text] of Object.entries(topics)) {
    for (const [key, section] of Object.entries(text.sections)) {
      const answer = section.blocks.map(textOf).join(' ');
      const score = scoreOf(words, fold(section.title), fold(`${text.title} ${answer}`));
      const hit = {
        topic,
        topicTitle: text.title,
        key,
        question: section.title,
        excerpt: excerptOf(answer),
      };
      if (score > 0) hits.push({ hit, score });
    }
  }
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_HITS)
    .map(({ hit }) => hit);
}

/** 0 unless every word is somewhere; a word in the question counts for three. */
function scoreOf(words: readonly string[], question: string, rest: string): number {
  let score = 0;
  for (const word of words) {
    if (question.includes(word)) score += 3;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  return score;
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
    .toLowerCase();
}

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
