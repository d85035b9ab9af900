import { findPublishedId, getSellableService, servicePath } from '#catalogue';
import { requireMember } from '#platform/context';
import { get, page, post, type Route, seeOther } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { listOwn } from '../collection-store.ts';
import { addItem } from '../editing/add-item.ts';
import { collectionsWords } from '../locales/index.ts';
import { AddPage } from './add-page.tsx';
import { numberIn } from './number-in.ts';

const MINE = '/my/collections';

export const addRoutes: Route[] = [
  get('/my/collections/add', { access: 'member', example: 'favourite' }, async ({ ctx, query }) => {
    const serviceId = await findPublishedId(ctx, numberIn(String(query.service ?? '')));
    if (!serviceId) throw new NotFound();
    const [service, lines] = await Promise.all([
      getSellableService(ctx, serviceId),
      listOwn(ctx, requireMember(ctx)),
    ]);
    const { number, title } = service;
    const shown = { number, title, path: servicePath(number, title) };
    const head = { title: collectionsWords(ctx.reader).add.title, noindex: true };
    return page(head, <AddPage service={shown} lines={lines} />);
  }),
  post(
    '/my/collections/additions',
    { access: 'member', refusedTo: () => MINE },
    async (request) => {
      const { ctx, body } = request;
      const given = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
      const collectionId = given('collection');
      const number = numberIn(given('service'));
      await addItem(ctx, { collectionId, number, note: given('note') });
      const flash = { tone: 'good', code: 'item-added' } as const;
      return seeOther(`${MINE}/${collectionId}`, { flash });
    },
  ),
];
