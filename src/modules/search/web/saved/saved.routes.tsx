import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { InvalidInput } from '#platform/refusals';
import { searchWords } from '../../locales/index.ts';
import { deleteSavedSearch } from '../../saved/delete-saved-search.ts';
import { renameSavedSearch } from '../../saved/rename-saved-search.ts';
import { saveSearch } from '../../saved/save-search.ts';
import { listSavedSearches } from '../../saved/saved-search-store.ts';
import { setAlerts } from '../../saved/set-alerts.ts';
import { getByAlertToken, stopAlerts } from '../../saved/stop-alerts.ts';
import { savedPath, savedSearchPath, stopAlertsPath } from '../../search-paths.ts';
import { type RefusedName, SavedPage } from './saved-page.tsx';
import { StopAlertsPage } from './stop-alerts-page.tsx';

const access = 'member' as const;
const refusedTo = () => savedPath;
const idOf = ({ params }: HttpRequest) => params.savedId ?? '';
const good = (code: string) => seeOther(savedPath, { flash: { tone: 'good', code } });

export const savedRoutes: Route[] = [
  get(savedPath, { access }, (request) => showSaved(request)),
  post(savedPath, { access, refusedTo }, async (request) => {
    const { address } = formValues(request.body);
    try {
      await saveSearch(request.ctx, { address: typeof address === 'string' ? address : '' });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return showSaved(request, { refusedAddress: true });
    }
    return good('search-saved');
  }),
  post(savedSearchPath(':savedId'), { access, refusedTo }, async (request) => {
    const { name } = formValues(request.body);
    const given = typeof name === 'string' ? name : '';
    try {
      await renameSavedSearch(request.ctx, { savedId: idOf(request), name: given });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      const code = error.fields.name === 'too-long' ? 'too-long' : 'required';
      return showSaved(request, { name: { savedId: idOf(request), given, code } });
    }
    return good('search-renamed');
  }),
  post(`${savedSearchPath(':savedId')}/deletion`, { access, refusedTo }, async (request) => {
    await deleteSavedSearch(request.ctx, { savedId: idOf(request) });
    return good('search-deleted');
  }),
  post(`${savedSearchPath(':savedId')}/alerts`, { access, refusedTo }, async (request) => {
    const alerts = formValues(request.body).alerts === 'on';
    await setAlerts(request.ctx, { savedId: idOf(request), alerts });
    return good(alerts ? 'search-alerts-on' : 'search-alerts-off');
  }),
  get(stopAlertsPath(':token'), { access: 'public', example: 'search-alerts' }, showStop),
  post(
    stopAlertsPath(':token'),
    {
      access: 'public',
      withoutToken:
        'Mail programs post here by themselves; the address is signed and only ends letters.',
    },
    async (request) => {
      const token = request.params.token ?? '';
      await stopAlerts(request.ctx, { token });
      // A mail program's POST must not be redirected (RFC 8058, 3.1).
      if (request.body['List-Unsubscribe'] !== undefined) return showStop(request);
      return seeOther(stopAlertsPath(token));
    },
  ),
];

async function showStop({ ctx, params }: HttpRequest): Promise<Answer> {
  const { name, alerts } = await getByAlertToken(ctx, params.token ?? '');
  const title = searchWords(ctx.reader).alert.stopTitle;
  const body = <StopAlertsPage name={name} token={params.token ?? ''} alerts={alerts} />;
  return page({ title, noindex: true }, body);
}

async function showSaved(
  { ctx }: HttpRequest,
  refused: { name?: RefusedName; refusedAddress?: boolean } = {},
): Promise<Answer> {
  const list = await listSavedSearches(ctx);
  const title = searchWords(ctx.reader).saved.title;
  const wrong = refused.name !== undefined || refused.refusedAddress;
  return page(
    { title, noindex: true },
    <SavedPage list={list} refused={refused.name} refusedAddress={refused.refusedAddress} />,
    { status: wrong ? 422 : 200 },
  );
}
