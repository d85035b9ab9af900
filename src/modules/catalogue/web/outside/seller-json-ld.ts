import type { Member } from '#identity';
import type { Ctx } from '#platform/context';
import { addressOf, graphOf, itemList } from '#platform/json-ld';
import { sellerPath, servicePath } from '../../catalogue-paths.ts';
import type { ServiceCardData } from '../../listing/card.ts';

/** schema.org data of a seller's page: who it is about, and what they offer. */
export function sellerJsonLd(
  ctx: Ctx,
  member: Pick<Member, 'displayName' | 'handle' | 'joinedAt' | 'skills'>,
  page: { description: string; cards: readonly ServiceCardData[] },
): unknown {
  const { displayName, handle, joinedAt, skills } = member;
  const own = addressOf(ctx, sellerPath(handle));
  const pages = page.cards.map(({ number, title }) => ({
    name: title,
    path: servicePath(number, title),
  }));
  return graphOf(
    {
      '@type': 'ProfilePage',
      '@id': own,
      url: own,
      dateCreated: joinedAt.toISOString(),
      inLanguage: ctx.reader.locale,
      mainEntity: {
        '@type': 'Person',
        '@id': `${own}#person`,
        name: displayName,
        alternateName: handle,
        identifier: handle,
        description: page.description,
        url: own,
        ...(skills.length > 0 ? { knowsAbout: skills } : {}),
      },
    },
    itemList(ctx, { name: displayName, pages }),
  );
}
