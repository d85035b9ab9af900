import { cardsOf } from '#catalogue';
import { type Ctx, requireMember } from '#platform/context';
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
import { InvalidInput, NotFound } from '#platform/refusals';
import type { CollectionKind } from '../collection.ts';
import { NoSuchService } from '../collection-errors.ts';
import { getOwnCollection } from '../collection-policy.ts';
import { editPath } from '../collection-paths.ts';
import { listHouse, listOwn } from '../collection-store.ts';
import { addItem } from '../editing/add-item.ts';
import { addNeed } from '../editing/add-need.ts';
import type { CollectionInput } from '../editing/collection-input.ts';
import { moveItem } from '../editing/move-item.ts';
import { removeCollection } from '../editing/remove-collection.ts';
import { removeItem } from '../editing/remove-item.ts';
import { removeNeed } from '../editing/remove-need.ts';
import { startCollection } from '../editing/start-collection.ts';
import { updateCollection } from '../editing/update-collection.ts';
import { collectionsWords } from '../locales/index.ts';
import { EditCollectionPage, MakerPage, type Refused } from './edit-pages.tsx';
import { numberIn } from './number-in.ts';

type Access = 'member' | { readonly roles: readonly ['admin'] };

const idOf = ({ params }: HttpRequest) => params.collectionId ?? '';
const text = (body: Record<string, unknown>, name: string) =>
  typeof body[name] === 'string' ? body[name] : '';

/** The same pages for a member's own collections and for those of the house. */
function editRoutes(base: '/my/collections' | '/staff/collections', access: Access): Route[] {
  const house = base === '/staff/collections';
  const one = `${base}/:collectionId`;
  const example = house ? 'house-collection' : 'own-collection';
  const back = (request: HttpRequest) => `${base}/${idOf(request)}`;
  const act = (path: string, run: (request: HttpRequest) => Promise<void>) =>
    post(`${one}/${path}`, { access, refusedTo: back }, async (request) => {
      await getMade(request.ctx, { collectionId: idOf(request), house });
      try {
        await run(request);
      } catch (error) {
        const refused = refusedBy(request.ctx, error, request.body);
        return editPage(request, house, { ...refused, part: 'items' });
      }
      return seeOther(back(request));
    });
  return [
    get(base, { access }, ({ ctx }) => makerPage(ctx, house, {})),
    post(base, { access, refusedTo: () => base }, (request) => start(request, house)),
    get(one, { access, example }, (request) => editPage(request, house, {})),
    post(one, { access, refusedTo: back }, (request) => update(request, house)),
    post(`${one}/removal`, { access, refusedTo: back }, async (request) => {
      await getMade(request.ctx, { collectionId: idOf(request), house });
      await removeCollection(request.ctx, { collectionId: idOf(request) });
      return seeOther(base, { flash: { tone: 'good', code: 'collection-removed' } });
    }),
    act('items', (request) =>
      addItem(request.ctx, {
        collectionId: idOf(request),
        number: numberIn(text(request.body, 'service')),
        note: text(request.body, 'note'),
        needId: text(request.body, 'need') || undefined,
      }),
    ),
    act('items/up', (request) =>
      moveItem(request.ctx, {
        collectionId: idOf(request),
        serviceId: text(request.body, 'service'),
      }),
    ),
    act('items/removal', (request) =>
      removeItem(request.ctx, {
        collectionId: idOf(request),
        serviceId: text(request.body, 'service'),
      }),
    ),
  ];
}

const houseOnly = { roles: ['admin'] } as const;
const backToHouse = (request: HttpRequest) => `/staff/collections/${idOf(request)}`;

export const editingRoutes: Route[] = [
  ...editRoutes('/my/collections', 'member'),
  ...editRoutes('/staff/collections', houseOnly),
  post(
    '/staff/collections/:collectionId/needs',
    { access: houseOnly, refusedTo: backToHouse },
    async (request) => {
      try {
        await addNeed(request.ctx, {
          collectionId: idOf(request),
          titleAr: text(request.body, 'needAr'),
          titleEn: text(request.body, 'needEn'),
        });
      } catch (error) {
        const refused = refusedBy(request.ctx, error, request.body);
        return editPage(request, true, { ...refused, part: 'needs' });
      }
      return seeOther(backToHouse(request));
    },
  ),
  post(
    '/staff/collections/:collectionId/needs/removal',
    { access: houseOnly, refusedTo: backToHouse },
    async (request) => {
      const needId = text(request.body, 'need');
      await removeNeed(request.ctx, { collectionId: idOf(request), needId });
      return seeOther(backToHouse(request));
    },
  ),
];

/** A collection under the address of its kind only. */
async function getMade(ctx: Ctx, given: { collectionId: string; house: boolean }) {
  const collection = await getOwnCollection(ctx, given.collectionId);
  if ((collection.kind !== 'member') !== given.house) throw new NotFound();
  return collection;
}

async function makerPage(ctx: Ctx, house: boolean, refused: Refused): Promise<Answer> {
  const lines = house
    ? await listHouse(ctx, { limit: 100, hiddenToo: true })
    : await listOwn(ctx, requireMember(ctx));
  const { mine } = collectionsWords(ctx.reader);
  const head = { title: house ? mine.house : mine.title, noindex: true };
  const body = <MakerPage lines={lines} house={house} {...refused} />;
  return page(head, body, { status: refused.errors ? 422 : 200 });
}

async function editPage(request: HttpRequest, house: boolean, refused: Refused): Promise<Answer> {
  const { ctx } = request;
  const collection = await getMade(ctx, { collectionId: idOf(request), house });
  const cards = await cardsOf(
    ctx,
    collection.items.map(({ serviceId }) => serviceId),
  );
  const byId = new Map(cards.map((card) => [card.serviceId, card]));
  const title = ctx.reader.locale === 'ar' ? collection.titleAr : collection.titleEn;
  const body = <EditCollectionPage collection={collection} cards={byId} {...refused} />;
  return page({ title, noindex: true }, body, { status: refused.errors ? 422 : 200 });
}

async function start(request: HttpRequest, house: boolean): Promise<Answer> {
  const { ctx, body } = request;
  const wanted: CollectionKind = text(body, 'kind') === 'bundle' ? 'bundle' : 'editor';
  const kind = house ? wanted : 'member';
  try {
    const { collectionId } = await startCollection(ctx, { kind, input: inputOf(body) });
    return seeOther(editPath({ kind, collectionId }));
  } catch (error) {
    return makerPage(ctx, house, refusedBy(ctx, error, body));
  }
}

async function update(request: HttpRequest, house: boolean): Promise<Answer> {
  const { ctx, body } = request;
  const collectionId = idOf(request);
  const { kind } = await getMade(ctx, { collectionId, house });
  try {
    await updateCollection(ctx, { collectionId, input: inputOf(body) });
  } catch (error) {
    return editPage(request, house, refusedBy(ctx, error, body));
  }
  const flash = { tone: 'good', code: 'collection-saved' } as const;
  return seeOther(editPath({ kind, collectionId }), { flash });
}

function refusedBy(ctx: Ctx, error: unknown, body: Record<string, unknown>): Refused {
  const { problems: words, refusals } = collectionsWords(ctx.reader);
  if (error instanceof NoSuchService)
    return { errors: { service: refusals['no-such-service'] }, values: formValues(body) };
  if (!(error instanceof InvalidInput)) throw error;
  const errors = Object.fromEntries(
    Object.entries(error.fields).map(([field, code]) => [field, words[code] ?? code]),
  );
  return { errors, values: formValues(body) };
}

function inputOf(body: Record<string, unknown>): CollectionInput {
  return {
    titleAr: text(body, 'titleAr'),
    titleEn: text(body, 'titleEn'),
    noteAr: text(body, 'noteAr'),
    noteEn: text(body, 'noteEn'),
    isPublic: body.isPublic === 'on',
  };
}
