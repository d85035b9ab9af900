import { pick, pickSome, type Random } from '../random.ts';
import type { QuestionContent } from '../shapes.ts';
import { answerLines } from './answer-lines.ts';
import { linesOf } from './lines.ts';

/** Answers that fit an open question of any service. */
const plainAnswers: Readonly<Record<'ar' | 'en', readonly string[]>> = {
  ar: linesOf(`
كل التفاصيل في الملف المرفق، وأي نقطة غير واضحة أشرحها هنا.
أترك هذه النقطة لاختيارك، فالخبرة عندك.
كما في المثال الذي أرسلته، مع بساطة أكثر.
لا يوجد شيء محدد، المهم أن يكون واضحًا ومناسبًا للعائلات.
أفضّل الأسلوب الهادئ القريب من الناس.
الاستعمال على الهاتف في الغالب، فأرجو مراعاة ذلك.
`),
  en: linesOf(`
Everything is in the attached file. Ask me about anything that is not clear.
I wrote this part in the notes file, so that nothing gets lost between messages.
I would rather leave this to your judgement.
The same as in the example I attached, only simpler.
See the first page of the attached notes, please.
`),
};

interface BuyerAnswers {
  readonly leafKey: string;
  readonly answers: readonly string[];
}

const written: readonly BuyerAnswers[] = linesOf(answerLines).map((line) => {
  const end = line.indexOf(':');
  return {
    leafKey: line.slice(0, end),
    answers: line
      .slice(end + 1)
      .split('|')
      .map((answer) => answer.trim()),
  };
});

export interface AnsweredForm {
  readonly leafKey: string;
  readonly language: 'ar' | 'en';
  readonly questions: readonly QuestionContent[];
}

/**
 * One buyer's answers to a requirements form, in the order of its questions. A file question gets
 * undefined: it wants a file, which the caller uploads or leaves out.
 */
export function answersTo(random: Random, form: AnsweredForm): (string | undefined)[] {
  const { leafKey, language, questions } = form;
  const buyers = language === 'ar' ? written.filter((one) => one.leafKey === leafKey) : [];
  const own = buyers.length > 0 ? pick(random, buyers).answers : [];
  const open = questions.filter(({ kind }) => kind === 'text');
  const spare = pickSome(random, plainAnswers[language], open.length);
  return questions.map((question) => {
    if (question.kind === 'file') return undefined;
    if (question.kind === 'choice') return pick(random, question.choices);
    const at = open.indexOf(question);
    return own[at] ?? spare[at];
  });
}
