import type { Ctx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import type { Order, OrderQuestion } from '../order-row.ts';
import { forgetRequirementsDraft } from './requirements-draft.ts';
import { insertFiles, type IncomingFile, storeFiles } from '../talk/order-files.ts';

export interface GivenRequirements {
  orderId: string;
  /** Question id → what was written or chosen. */
  answers: Readonly<Record<string, string>>;
  /** What no question asked. */
  note: string;
  /** Question id → files for it. */
  files: Readonly<Record<string, readonly IncomingFile[]>>;
  key?: string;
}

/** One answer as it is kept: the question's words with it, so that it can be read alone. */
export interface Answer {
  questionId: string;
  label: string;
  kind: OrderQuestion['kind'];
  text: string;
}

const MAX_ANSWER = 5_000;
const MAX_FILES = 5;

/**
 * The buyer says what the seller needs to know; the clock of the work starts (SPEC 5.3). Refuses
 * InvalidInput by field `q-<questionId>` or `note`, OrderMoved when it was cancelled meanwhile.
 */
export async function submitRequirements(ctx: Ctx, given: GivenRequirements): Promise<Taken> {
  return takeAct(
    ctx,
    { orderId: given.orderId, act: 'give_requirements', key: given.key },
    async (tx, { order }) => {
      const note = cleanText(given.note);
      const answers = readAnswers(order, { ...given, note });
      for (const question of order.questions.filter(({ kind }) => kind === 'file')) {
        const incoming = given.files[question.questionId] ?? [];
        const stored = await storeFiles(tx, order.buyerId, incoming);
        await insertFiles(
          tx,
          { orderId: order.orderId, purpose: 'requirement', subject: question.questionId },
          stored,
        );
      }
      await sql`insert into orders.requirements (order_id, answers, note, at)
        values (${order.orderId}, ${JSON.stringify(answers)}::jsonb, ${note}, ${tx.clock.now()})`.execute(
        tx.db,
      );
      await forgetRequirementsDraft(tx, order.orderId);
      return {};
    },
  );
}

function readAnswers(order: Order, given: GivenRequirements): Answer[] {
  const errors: Record<string, string> = {};
  const answers = order.questions.map((question): Answer => {
    const text = cleanText(given.answers[question.questionId] ?? '');
    const files = given.files[question.questionId] ?? [];
    const error = errorOf(question, text, files.length);
    if (error) errors[`q-${question.questionId}`] = error;
    const { questionId, label, kind } = question;
    return { questionId, label, kind, text: kind === 'file' ? '' : text };
  });
  if (given.note.length > MAX_ANSWER) errors.note = 'too-long';
  if (order.questions.length === 0 && given.note === '') errors.note = 'required';
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  return answers;
}

function errorOf(question: OrderQuestion, text: string, files: number): string | undefined {
  if (question.kind === 'file') {
    if (files > MAX_FILES) return 'too-many-files';
    return question.required && files === 0 ? 'required' : undefined;
  }
  if (text === '') return question.required ? 'required' : undefined;
  if (text.length > MAX_ANSWER) return 'too-long';
  const unknown = question.kind === 'choice' && !question.choices?.includes(text);
  return unknown ? 'invalid' : undefined;
}
