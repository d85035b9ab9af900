import {
  type Answer,
  formValues,
  type FormValues,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { latinDigits } from '#platform/money';
import { InvalidInput } from '#platform/refusals';
import { searchWords } from '../locales/index.ts';
import { type FormulaPart, formulaParts } from '../ranking/formula.ts';
import { publishedFormula } from '../ranking/published-formula.ts';
import { wishWeights } from '../ranking/wish-weights.ts';
import { weightsPath } from '../search-paths.ts';
import { WeightsDeskPage } from './weights-desk-page.tsx';

const access = { roles: ['admin'] } as const;
const refusedTo = () => weightsPath;

/** A share of one from percents as typed, «12٫5 %» too; NaN for anything else. */
function shareOf(typed: string): number {
  const plain = latinDigits(typed)
    .replace(/[%٪\s]/g, '')
    .replace(/[٫,]/, '.');
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(plain) ? Number(plain) / 100 : Number.NaN;
}

/** Parts left as they are wish for nothing. */
function wishOf(values: FormValues, held: Record<FormulaPart, number>) {
  const wished = formulaParts.flatMap((part) => {
    const typed = values[part];
    if (typeof typed !== 'string' || typed.trim() === '') return [];
    const share = shareOf(typed);
    return Math.abs(share - held[part]) < 1e-6 ? [] : [[part, share] as const];
  });
  return Object.fromEntries(wished) as Partial<Record<FormulaPart, number>>;
}

async function wish(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const values = formValues(request.body);
  const { parts } = await publishedFormula(ctx);
  const held = Object.fromEntries(parts.map(({ part, wished }) => [part, wished])) as Record<
    FormulaPart,
    number
  >;
  const reason = typeof values.reason === 'string' ? values.reason : '';
  try {
    await wishWeights(ctx, { weights: wishOf(values, held), reason });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return showDesk(request, { fields: error.fields, values });
  }
  return seeOther(weightsPath, { flash: { tone: 'good', code: 'weights-wished' } });
}

async function showDesk(
  { ctx }: HttpRequest,
  refused?: { fields: Record<string, string>; values: FormValues },
): Promise<Answer> {
  const words = searchWords(ctx.reader).weightsDesk;
  const problems = words.problems as Record<string, string>;
  const errors = Object.fromEntries(
    Object.entries(refused?.fields ?? {}).map(([field, code]) => [field, problems[code] ?? code]),
  );
  const formula = await publishedFormula(ctx);
  return page(
    { title: words.title, noindex: true },
    <WeightsDeskPage formula={formula} errors={errors} values={refused?.values} />,
    { status: refused ? 422 : 200 },
  );
}

/** Where an admin wishes for other weights of the published formula. */
export const weightsDeskRoutes: Route[] = [
  get(weightsPath, { access }, (request) => showDesk(request)),
  post(weightsPath, { access, refusedTo }, wish),
];
