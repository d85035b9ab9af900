import { type Answer, type HttpRequest, json, post, type Route } from '#platform/http';
import { spendTry } from '#platform/limits';
import { InvalidInput } from '#platform/refusals';
import { ServiceMoved } from '../../catalogue-errors.ts';
import { inputOfForm, readEditorForm, withoutBlankRows } from '../../editing/editor-form.ts';
import { saveService } from '../../editing/save-service.ts';
import { keepsItself } from '../../service.ts';
import { getOwnService } from '../../service-policy.ts';
import { latestVersion } from '../../versions/revision.ts';
import { problemTexts } from '../problem-texts.ts';

const SAVES = { act: 'keep-draft', points: 1_200, windowSeconds: 3_600 };

/** A draft that keeps itself while it is written; for the editor's script, the form is the same. */
export const draftRoutes: Route[] = [
  post('/my/services/:serviceId/draft', { access: 'member', notAPage: 'for a script' }, keepDraft),
];

async function keepDraft({ ctx, params, body }: HttpRequest): Promise<Answer> {
  const service = await getOwnService(ctx, params.serviceId ?? '');
  // What buyers or reviewers see changes only by its seller's own hand.
  if (!keepsItself(service.state)) throw new ServiceMoved(service.state);
  await spendTry(ctx, SAVES, service.sellerId);
  const { serviceId } = service;
  const input = inputOfForm(withoutBlankRows(readEditorForm(body)));
  try {
    await saveService(ctx, { serviceId, version: Number(body.version), input });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const [problem] = Object.values(problemTexts(ctx.reader, error.fields));
    return json({ problem, fields: Object.keys(error.fields) }, 422);
  }
  return json({ version: latestVersion(await getOwnService(ctx, serviceId)) });
}
