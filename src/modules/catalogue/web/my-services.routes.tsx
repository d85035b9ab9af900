import { getMember, requireVerified } from '#identity';
import { type Ctx, requireMember } from '#platform/context';
import { get, type HttpRequest, page, post, readForm, type Route, seeOther } from '#platform/http';
import { InvalidInput } from '#platform/refusals';
import { ruleAt } from '#settings';
import { standingOf } from '#trust';
import { Banner, LinkButton, Wrap } from '#ui';
import { z } from 'zod';
import { myServicePath } from '../catalogue-paths.ts';
import { categories } from '../categories/categories.ts';
import { startService } from '../editing/start-service.ts';
import { ServiceView } from '../fragments/service-view.tsx';
import { galleryItems } from '../gallery/gallery-items.ts';
import { findHoliday } from '../holidays/holiday-store.ts';
import { archiveService } from '../life-cycle/archive-service.ts';
import { pauseService } from '../life-cycle/pause-service.ts';
import { restoreService } from '../life-cycle/restore-service.ts';
import { resumeService } from '../life-cycle/resume-service.ts';
import { submitService } from '../life-cycle/submit-service.ts';
import { withdrawService } from '../life-cycle/withdraw-service.ts';
import { listOwnServices } from '../listing/list-own-services.ts';
import { catalogueWords } from '../locales/index.ts';
import { serviceStates } from '../service.ts';
import { getOwnService } from '../service-policy.ts';
import { dropRevision } from '../versions/drop-revision.ts';
import { latestVersion, revisedService } from '../versions/revision.ts';
import { MyServicesPage } from './my-services-page.tsx';
import { problemTexts } from './problem-texts.ts';
import { serviceView } from '../fragments/service-view-model.ts';
import { StartPage } from './start-page.tsx';

const startForm = z.object({ title: z.string().max(500), leaf: z.string().max(100) });
const MINE = '/my/services';

export const myServicesRoutes: Route[] = [
  get(MINE, { access: 'member' }, async ({ ctx, query }) => {
    const [lines, limits, holiday] = await Promise.all([
      listOwnServices(ctx),
      ruleAt(ctx, 'service.limit'),
      findHoliday(ctx, requireMember(ctx)),
    ]);
    const limit = limits[await standingOf(ctx, requireMember(ctx))];
    const state = serviceStates.find((known) => known === query.state);
    const title = catalogueWords(ctx.reader).mine.title;
    return page({ title, noindex: true }, <MyServicesPage {...{ lines, state, limit, holiday }} />);
  }),
  get('/my/services/new', { access: 'member' }, async ({ ctx }) => {
    await requireVerified(ctx);
    const title = catalogueWords(ctx.reader).start.title;
    return page({ title, noindex: true }, <StartPage tree={await categories(ctx)} />);
  }),
  post(MINE, { access: 'member', refusedTo: () => MINE }, start),
  get('/my/services/:serviceId/preview', { access: 'member', example: 'own-service' }, preview),
  act('pause', 'service-paused', pauseService),
  act('resumption', 'service-resumed', resumeService),
  act('withdrawal', 'service-withdrawn', withdrawService),
  act('revision-drop', 'service-revision-dropped', dropRevision),
  act('restoration', 'service-restored', restoreService),
  act('archiving', 'service-archived', archiveService),
  act('submission', 'service-submitted', async (ctx, { serviceId }) => {
    const service = await getOwnService(ctx, serviceId);
    await submitService(ctx, { serviceId, version: latestVersion(service) });
  }),
];

/** A one-button act on the member's own service; it leads back to the service. */
function act(
  noun: string,
  code: string,
  run: (ctx: Ctx, input: { serviceId: string }) => Promise<void>,
): Route {
  const back = (request: HttpRequest) => myServicePath(request.params.serviceId ?? '');
  return post(
    `/my/services/:serviceId/${noun}`,
    { access: 'member', refusedTo: back },
    async (request) => {
      await run(request.ctx, { serviceId: request.params.serviceId ?? '' });
      return seeOther(back(request), { flash: { tone: 'good', code } });
    },
  );
}

async function start({ ctx, body }: HttpRequest) {
  const form = readForm(startForm, body);
  const refuse = async (codes: Record<string, string>, values: Record<string, string | string[]>) =>
    page(
      { title: catalogueWords(ctx.reader).start.title, noindex: true },
      <StartPage
        tree={await categories(ctx)}
        errors={problemTexts(ctx.reader, codes)}
        values={values}
      />,
      { status: 422 },
    );
  if (!form.ok) return refuse(form.errors, form.raw);
  const { title, leaf } = form.values;
  try {
    const { serviceId } = await startService(ctx, {
      title: title.replace(/\s+/g, ' '),
      leafKey: leaf,
    });
    return seeOther(myServicePath(serviceId));
  } catch (error) {
    if (error instanceof InvalidInput) return refuse(error.fields, form.values);
    throw error;
  }
}

async function preview({ ctx, params }: HttpRequest) {
  const service = revisedService(await getOwnService(ctx, params.serviceId ?? ''));
  const [tree, seller, level, late, gallery] = await Promise.all([
    categories(ctx),
    getMember(ctx, service.sellerId),
    standingOf(ctx, service.sellerId),
    ruleAt(ctx, 'order.late'),
    galleryItems(ctx, service.imageIds),
  ]);
  const { editor } = catalogueWords(ctx.reader);
  const lateHours = late.buyerMayCancelAfterHours;
  const around = { tree, seller, level, salesCount: 0, lateHours, closed: true, gallery };
  const notice = (
    <Banner
      title={editor.previewTitle}
      action={
        <LinkButton size="small" href={myServicePath(service.serviceId)}>
          {editor.backToEditing}
        </LinkButton>
      }
    >
      {editor.previewNote}
    </Banner>
  );
  const body = (
    <Wrap>
      <ServiceView {...serviceView(ctx.reader, service, around)} notice={notice} />
    </Wrap>
  );
  return page({ title: service.title, noindex: true }, body);
}
